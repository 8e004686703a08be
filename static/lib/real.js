/**
 * A tensor of a run: its name in a step of the run, `W1@recorded:938` in a link, `W1[0:8]@recorded:938` of a slice. Without
 * run or step, of the newest.
 * @typedef {object} Real
 * @property {string} name
 * @property {string | null} run
 * @property {number | null} step  updates done
 * @property {string} [slice]  what is cut out of it
 * @property {readonly number[]} [known]  its shape, once somebody has told it
 * @typedef {import("./runs-api.js").Run & {snapshot?: number | null}} Run
 */

const LINK = /^([a-z]\w{0,19})(?:\[([^[\]@]{1,100})\])?@(?:([\w-]{1,64})(?::(\d{1,15}))?)?$/i;

/** @param {unknown} part @returns {part is Real} */
export function isReal(part) {
  return typeof part === "object" && part !== null && "step" in part && "name" in part && typeof part.name === "string";
}

/** Whether a part of a state is a tensor of a run, or has one among its tensors. @param {unknown} part */
export function holdsReal(part) {
  return isReal(part) || (typeof part === "object" && part !== null && Object.values(part).some(isReal));
}

/** @param {string} text @returns {Real | null} */
export function readReal(text) {
  const [, name, slice, run = null, step] = text.match(LINK) ?? [];
  return name ? { name, ...sliced(slice), run, step: step === undefined ? null : Number(step) } : null;
}

/** @param {Real} real */
export function realLink({ name, slice, run, step }) {
  return `${name}${slice ? `[${slice}]` : ""}@${run ?? ""}${run === null || step === null ? "" : `:${step}`}`;
}

/** A tensor of a run in a link, or none. @type {import("./link.js").Field<Real | null>} */
export const someReal = {
  read: (text) => (text === null ? null : readReal(text)),
  write: (real) => real && realLink(real),
  accepts: (text) => readReal(text) !== null,
  expected: "a tensor of a run such as Z1[:, 4:6]@recorded:938",
};

/** How a question carries it. @param {Real} real */
export function realJson({ name, slice, run, step }) {
  return JSON.stringify({ name, ...sliced(slice), ...(run === null ? {} : { run }), ...(step === null ? {} : { step }) });
}

/**
 * A state in which tensors of a run know the shapes that somebody told.
 * @template {object} S
 * @param {S} state
 * @param {Readonly<Record<string, {shape: readonly number[]} | undefined>>} told  by name
 * @returns {S | null} null where nothing is new
 */
export function taught(state, told) {
  const learnt = Object.entries(state).flatMap(([name, part]) => {
    const shape = isReal(part) ? told[name]?.shape : undefined;
    return shape && String(shape) !== String(part.known) ? [[name, { ...part, known: shape }]] : [];
  });
  return learnt.length > 0 ? { ...state, ...Object.fromEntries(learnt) } : null;
}

/**
 * What changes with an operand: tensors that come from one step go to another together.
 * @param {object} state
 * @param {{name: string, operand: import("./operand.js").Operand}} changed
 * @returns {Record<string, any>}
 */
export function together(state, { name, operand }) {
  const before = /** @type {Record<string, unknown>} */ (state)[name];
  if (!isReal(before) || !isReal(operand)) return { [name]: operand };
  const { run, step } = operand;
  const others = Object.entries(state).filter(([, part]) => isReal(part) && part.run === before.run && part.step === before.step);
  return { ...Object.fromEntries(others.map(([other, part]) => [other, { ...part, run, step }])), [name]: operand };
}

/**
 * The newest moment of any run from which tensors can be taken.
 * @param {readonly Run[]} runs the newest first
 * @returns {{run: string, step: number} | null}
 */
export function newestMoment(runs) {
  for (const { id, snapshot, status } of runs) {
    if (typeof snapshot === "number" && status !== "failed") return { run: id, step: snapshot };
  }
  return null;
}

/** @param {string | undefined} slice */
export function sliced(slice) {
  return slice ? { slice } : {};
}
