/**
 * The plane on its way through dense layers: what the server computes exactly, computed here while something moves.
 * @typedef {readonly [number, number]} Point
 * @typedef {readonly [Point, Point]} Matrix two rows
 * @typedef {{W: Matrix, b: Point, relu: boolean}} Layer
 * @typedef {{kind: "points" | "linear" | "translation" | "relu" | "collapse" | "bend", layer: number | null, title: string, text: string}} Step
 * @typedef {{W: Matrix, b: Point, fold: number}} Part a layer of which so much is done: of relu from 0 to 1
 */

/** @param {Layer} layer @returns {Part} */
function whole({ W, b, relu }) {
  return { W, b, fold: relu ? 1 : 0 };
}

/**
 * The layers as far as a step has come, the step itself being under way from 0 to 1.
 * @param {readonly Layer[]} layers
 * @param {Pick<Step, "kind" | "layer">} step
 * @param {number} [done]
 * @returns {Part[]}
 */
export function partsAt(layers, { kind, layer }, done = 1) {
  if (kind === "points") return [];
  const current = layers[layer ?? layers.length];
  const before = layers.slice(0, layer ?? layers.length).map(whole);
  if (!current) return before;
  const { W, b } = current;
  if (kind === "linear") return [...before, { W: between(W, done), b: [0, 0], fold: 0 }];
  if (kind === "translation") return [...before, { W, b: [done * b[0], done * b[1]], fold: 0 }];
  return [...before, { W, b, fold: done }];
}

/**
 * From the identity to W, turning where W turns: W is a rotation after a symmetric matrix (its polar decomposition).
 * @param {Matrix} W
 * @param {number} done
 * @returns {Matrix}
 */
export function between(W, done) {
  const [[a, b], [c, d]] = W;
  const angle = Math.atan2(c - b, a + d);
  const [[p, q], [r, s]] = product(rotation(-angle), W);
  const symmetric = /** @type {Matrix} */ ([[1 + done * (p - 1), done * q], [done * r, 1 + done * (s - 1)]]);
  return done === 1 ? W : product(rotation(done * angle), symmetric);
}

/** @param {number} angle @returns {Matrix} */
function rotation(angle) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [[cos, -sin], [sin, cos]];
}

/** @param {Matrix} A @param {Matrix} B @returns {Matrix} */
export function product([[a, b], [c, d]], [[p, q], [r, s]]) {
  return [[a * p + b * r, a * q + b * s], [c * p + d * r, c * q + d * s]];
}

/** @param {Part} part @param {Point} point @returns {Point} */
function affine({ W: [[a, b], [c, d]], b: [e, f] }, [x, y]) {
  return [a * x + b * y + e, c * x + d * y + f];
}

/**
 * Where a point goes.
 * @param {readonly Part[]} parts
 * @param {Point} point
 * @returns {Point}
 */
export function image(parts, point) {
  return parts.reduce((at, part) => folded(affine(part, at), part.fold), point);
}

/** @param {readonly Layer[]} layers @param {Point} point @returns {Point} */
export function through(layers, point) {
  return image(layers.map(whole), point);
}

/** relu, of which only so much is done. @param {Point} point @param {number} fold @returns {Point} */
function folded([x, y], fold) {
  return [x < 0 ? x * (1 - fold) + 0 : x, y < 0 ? y * (1 - fold) + 0 : y];
}

/**
 * Where a line goes: it is bent only where relu begins, and there it gets a corner.
 * @param {readonly Part[]} parts
 * @param {readonly Point[]} line
 * @returns {Point[]}
 */
export function lineImage(parts, line) {
  return parts.reduce((/** @type {Point[]} */ at, part) => bent(at.map((point) => affine(part, point)), part.fold), [...line]);
}

/** @param {readonly Point[]} line @param {number} fold @returns {Point[]} */
function bent(line, fold) {
  if (fold === 0) return [...line];
  const cornered = line.flatMap((end, i) => [...(i > 0 ? crossings(line[i - 1] ?? end, end) : []), end]);
  return cornered.map((point) => folded(point, fold));
}

/** Where a segment crosses an axis, in its order. @param {Point} start @param {Point} end @returns {Point[]} */
function crossings([x, y], [u, v]) {
  const shares = [x * u < 0 ? x / (x - u) : NaN, y * v < 0 ? y / (y - v) : NaN].filter((share) => !Number.isNaN(share));
  return shares.sort((s, t) => s - t).map((share) => [x + share * (u - x), y + share * (v - y)]);
}

/**
 * The steps of these layers, as the server tells them, without their words.
 * @param {readonly Layer[]} layers
 * @returns {Pick<Step, "kind" | "layer">[]}
 */
export function stepsOf(layers) {
  /** @type {Pick<Step, "kind" | "layer">[]} */
  const steps = [{ kind: "points", layer: null }];
  layers.forEach(({ b, relu }, layer) => {
    steps.push({ kind: "linear", layer });
    if (b.some((entry) => entry !== 0)) steps.push({ kind: "translation", layer });
    if (relu) steps.push({ kind: "relu", layer });
  });
  if (layers.length > 1 && layers.slice(0, -1).every(({ relu }) => !relu)) steps.push({ kind: "collapse", layer: null });
  if (layers.some(({ relu }) => relu)) steps.push({ kind: "bend", layer: null });
  return steps;
}

/**
 * Where one stays when layers change: at the same step, unless that does not show the change.
 * @param {readonly Layer[]} before
 * @param {readonly Layer[]} after
 * @param {Pick<Step, "kind" | "layer">} [here]
 * @returns {number}
 */
export function stepAfterEdit(before, after, here) {
  const steps = stepsOf(after);
  if (here?.kind === "points") return stepAfterEdit(before, after, { kind: "linear", layer: 0 });
  if (!here || here.layer === null) return steps.length - 1;
  const [old, now] = [before[here.layer], after[here.layer]];
  if (old?.relu !== now?.relu) return layerEnd(after, here.layer);
  const same = steps.findIndex(({ kind, layer }) => kind === here.kind && layer === here.layer);
  const isHidden = here.kind === "linear" && String(old?.b) !== String(now?.b);
  if (isHidden) return steps.findLastIndex(({ kind, layer }) => kind !== "relu" && layer === here.layer);
  return same >= 0 ? same : layerEnd(after, here.layer);
}

/**
 * The last step of a layer.
 * @param {readonly Layer[]} layers
 * @param {number} index
 */
export function layerEnd(layers, index) {
  const steps = stepsOf(layers);
  const last = steps.findLastIndex(({ layer }) => layer === index);
  return last >= 0 ? last : steps.length - 1;
}
