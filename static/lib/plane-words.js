/** What is said about a point of the plane: where it goes, term by term, and what a wrong guess overlooked. */

import { whole } from "./numbers.js";
import { through } from "./plane.js";

/**
 * @typedef {import("./plane.js").Point} Point
 * @typedef {import("./plane.js").Layer} Layer
 * @typedef {import("./parts.js").Part} Part
 */

const DECIMALS = 3;

/** A number as the server writes it. @param {number} value */
export function numberText(value) {
  return String(Number(value.toFixed(DECIMALS)) + 0).replace("-", "−");
}

/** @param {Point} point @returns {Part[]} coordinates in the colours of their axes */
export function pointParts([x, y]) {
  return ["(", { axis: 0, text: numberText(x) }, ", ", { axis: 1, text: numberText(y) }, ")"];
}

/** @param {Point} point */
export function pointText([x, y]) {
  return `(${numberText(x)}, ${numberText(y)})`;
}

/**
 * How a layer computes one point: both sums, term by term.
 * @param {Layer} layer
 * @param {Point} point
 * @returns {Part[]}
 */
export function layerParts(layer, point) {
  const sums = layer.W.map((row, i) => `${sumText(row, point)}${biasText(layer.b[i] ?? 0)}`);
  const [open, close] = layer.relu ? ["relu(", ")"] : ["(", ")"];
  return [open, { axis: 0, text: sums[0] ?? "" }, ", ", { axis: 1, text: sums[1] ?? "" }, `${close} = `, ...pointParts(through([layer], point))];
}

/** @param {Point} row @param {Point} point */
function sumText([p, q], [x, y]) {
  return `${numberText(p)}·${numberText(x)} + ${numberText(q)}·${numberText(y)}`;
}

/** @param {number} bias */
function biasText(bias) {
  return bias === 0 ? "" : ` + ${numberText(bias)}`;
}

/**
 * The way of a point through all layers.
 * @param {readonly Layer[]} layers
 * @param {Point} point
 * @returns {Part[]}
 */
export function wayParts(layers, point) {
  /** @type {Part[]} */
  const parts = [...pointParts(point)];
  layers.forEach((layer, i) => parts.push(" → ", ...layerParts(layer, through(layers.slice(0, i), point))));
  return parts;
}

/**
 * A point as somebody types it: `(1, 2)`, `1 2`, `1, −2`.
 * @param {string} text
 * @returns {Point | null}
 */
export function readPoint(text) {
  const numbers = text.replaceAll("−", "-").match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const left = text.replaceAll("−", "-").replace(/-?(?:\d+\.?\d*|\.\d+)/g, "").replace(/[()[\],;\s]/g, "");
  const [x, y] = numbers.map(Number);
  return numbers.length === 2 && left === "" && x !== undefined && y !== undefined ? [x, y] : null;
}

/** So near is right: nobody is asked for a third decimal. */
const NEAR = 0.06;

/**
 * What speaks against a guess of where a point goes: nothing if it is right.
 * @param {readonly Layer[]} layers
 * @param {Point} point
 * @param {Point} guess
 * @returns {string[]}
 */
export function whyNotThere(layers, point, guess) {
  if (isNear(guess, through(layers, point))) return [];
  const slip = SLIPS.find(({ layers: slipped }) => isNear(guess, through(slipped(layers), point)));
  return [slip?.why ?? "Go along the first column of W as far as x says, along the second as far as y says, and then along b."];
}

/** @param {Point} a @param {Point} b */
function isNear([a, b], [c, d]) {
  return Math.hypot(a - c, b - d) < NEAR;
}

/** @type {readonly {layers: (layers: readonly Layer[]) => Layer[], why: string}[]} */
const SLIPS = [
  { layers: (layers) => layers.map((layer) => ({ ...layer, b: [0, 0] })), why: "That is without b, which moves every point." },
  { layers: (layers) => layers.map((layer) => ({ ...layer, relu: false })), why: "That is without relu: what is below 0 becomes 0." },
  { layers: (layers) => layers.slice(0, 1), why: "That is after the first layer only." },
  { layers: (layers) => layers.toReversed(), why: "That is the layers in the wrong order: the first one is the one next to x." },
  {
    layers: (layers) => layers.map(({ W: [[a, b], [c, d]], ...layer }) => ({ ...layer, W: [[a, c], [b, d]] })),
    why: "That is W transposed: each row of W makes one number.",
  },
];

/** @param {import("./plane.js").Matrix} W */
export function matrixText([top, bottom]) {
  return `(${pointText(top)}, ${pointText(bottom)})`;
}

/**
 * What the dots on the plane are.
 * @param {import("./real.js").Real | null} real
 * @param {{shape: readonly number[], preview?: string | null}} points
 */
export function dotWords(real, { shape, preview }) {
  if (!real) return "";
  const cut = real.slice ? `[${real.slice}]` : "";
  const left = preview ? ` Drawn are ${preview}.` : "";
  return `Each dot is one of the ${whole(shape[0] ?? 0)} rows of ${real.name}${cut}.${left}`;
}
