/** Tensors by their names, in a link as the API has them. */

/**
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {import("./operand.js").Operand} Operand
 * @typedef {{shape: number[]} | {values: Nested} | import("./real.js").Real} NamedTensor as the API has it
 * @typedef {Readonly<Record<string, NamedTensor>>} NamedTensors
 */

import { isReal, sliced } from "./real.js";
import { fromWire } from "./wire.js";

/**
 * @param {NamedTensors} usual
 * @returns {import("./link.js").Field<NamedTensors>}
 */
export function namedTensors(usual) {
  return {
    read: (text) => inOrder((text === null ? usual : readTensors(text)) ?? usual),
    write: (tensors) => (textOf(tensors) === textOf(usual) ? null : textOf(tensors)),
    accepts: (text) => readTensors(text) !== null,
    expected: 'names with tensors, such as {"x": {"values": 3}, "W": {"shape": [2, 3]}}',
  };
}

/**
 * As a field edits it: all are fractions, whatever they look like.
 * @param {NamedTensor} tensor
 * @returns {Operand}
 */
export function editable(tensor) {
  return isReal(tensor) || "shape" in tensor ? tensor : { values: each(tensor.values, (entry) => fromWire(/** @type {any} */ (entry))), float: true };
}

/**
 * As the API takes it, where what is no finite number is a word.
 * @param {Operand} operand
 * @returns {NamedTensor}
 */
export function spelled(operand) {
  if (isReal(operand)) return { name: operand.name, ...sliced(operand.slice), run: operand.run, step: operand.step };
  return "shape" in operand ? { shape: [...operand.shape] } : { values: each(operand.values, worded) };
}

/** @param {Nested} entry @returns {Nested} */
function worded(entry) {
  if (typeof entry === "string") return entry;
  const number = Number(entry);
  return Number.isFinite(number) ? number : /** @type {"NaN"} */ (String(number));
}

/** @param {Nested} values @param {(entry: Nested) => Nested} change @returns {Nested} */
function each(values, change) {
  return Array.isArray(values) ? values.map((part) => each(part, change)) : change(values);
}

/** @param {string} text @returns {NamedTensors | null} */
function readTensors(text) {
  try {
    const read = JSON.parse(text);
    return isObject(read) && Object.values(read).every(isTensor) ? read : null;
  } catch {
    return null;
  }
}

/** @param {any} part */
function isTensor(part) {
  return isReal(part) || (isObject(part) && (Array.isArray(part.shape) || "values" in part));
}

/** @param {unknown} part */
function isObject(part) {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

/** @param {NamedTensors} tensors */
function textOf(tensors) {
  return JSON.stringify(inOrder(tensors));
}

/** By name, so that the same tensors are the same link. @param {NamedTensors} tensors @returns {NamedTensors} */
function inOrder(tensors) {
  return Object.fromEntries(Object.entries(tensors).sort(([a], [b]) => (a < b ? -1 : 1)));
}
