/**
 * A training step as it is asked for and told.
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {{values: WireNumber[][], block: [number, number], low: WireNumber, high: WireNumber, preview: string | null}} Heat
 * @typedef {{shape: number[], dtype: string, formula: string, of: string[], heat: Heat | null}} StepTensor
 * @typedef {Readonly<Record<string, StepTensor>>} StepTensors
 * @typedef {import("./lessons-api.js").Step & {key: string, during: "forward" | "backward" | "update" | "end", formula: string, tensors: string[]}} Stage
 * @typedef {{size: number, places: number[], labels: number[], predicted: number[], losses: WireNumber[]}} Batch
 * @typedef {object} Element
 * @property {string} tensor
 * @property {number[]} index
 * @property {WireNumber} value
 * @property {string} text
 * @property {string | null} a
 * @property {string | null} b
 * @property {WireNumber[] | null} left
 * @property {WireNumber[] | null} right
 * @property {WireNumber[] | null} terms
 * @property {string | null} over
 * @property {WireNumber | null} plus
 * @property {{origin: [number, number], values: WireNumber[][]}} window
 * @property {WireNumber[][] | null} image
 * @typedef {{tensor: string, index: number[], by: number, below: WireNumber, above: WireNumber, difference: WireNumber, gradient: WireNumber, error: WireNumber}} Nudged
 * @typedef {object} StepTrace
 * @property {import("./lessons-api.js").Code} code
 * @property {string} run
 * @property {number} step
 * @property {number} epoch
 * @property {number} epochs
 * @property {number} number
 * @property {number} updates_per_epoch
 * @property {number} parameters
 * @property {Batch} batch
 * @property {StepTensors} tensors
 * @property {{before: WireNumber, after: WireNumber}} loss
 * @property {{text: string}} memory
 * @property {Stage[]} steps
 * @property {Element | null} element
 * @property {Nudged | null} nudge
 * @property {{keras: "loading" | "unavailable" | "ready", text: string} | null} check
 */

const PLACE = /^\s*([A-Za-z]\w*)\s*(?:\[\s*(\d+)?\s*(?:,\s*(\d+))?\s*\])?\s*$/;

/**
 * A number as NumPy names it.
 * @param {string} text "dW1[300, 7]"
 * @returns {{tensor: string, index: number[]} | null}
 */
export function readPlace(text) {
  const [, tensor, ...index] = PLACE.exec(text) ?? [];
  return tensor === undefined ? null : { tensor, index: index.filter((each) => each !== undefined).map(Number) };
}

/** @param {string} tensor @param {readonly number[]} index */
export function placeText(tensor, index) {
  return index.length > 0 ? `${tensor}[${index.join(", ")}]` : tensor;
}

/**
 * The weight of which a tensor is the gradient, the new value or what is remembered.
 * @param {string} tensor
 * @returns {string | null}
 */
export function weightOf(tensor) {
  return /^(?:d|new_\w*?_?|[a-z]+_)?([Wb]\d)$/.exec(tensor)?.[1] ?? null;
}

/**
 * The map of a step: its tensors in their order, each above its gradient and above what the update makes of it.
 * @param {StepTensors} tensors
 * @returns {{tensor: string, gradient: string | null, update: string | null}[]}
 */
export function mapOf(tensors) {
  const forward = Object.keys(tensors).filter((name) => /^([XyP]|loss|[WbZA]\d)$/.test(name) && name !== "y");
  const names = forward.flatMap((name) => (name === "loss" ? ["y", name] : [name]));
  const known = (/** @type {string} */ name) => (name in tensors ? name : null);
  return names.map((name) => ({ tensor: name, gradient: known(`d${name}`), update: known(`new_${name}`) }));
}

/**
 * The stage in which a tensor is made, or first used.
 * @param {readonly Stage[]} stages
 * @param {string} tensor
 */
export function stageOf(stages, tensor) {
  const made = stages.findIndex(({ key }) => key === tensor);
  return made >= 0 ? made : stages.findIndex(({ tensors }) => tensors.includes(tensor));
}
