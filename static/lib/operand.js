/**
 * A tensor as a learner gives it: typed numbers, a shape that is filled with 0, 1, 2 …, or a tensor of a run.
 * @typedef {import("./tensor-text.js").Numbers} Numbers
 * @typedef {import("./real.js").Real} Real
 * @typedef {{shape: number[]} | Numbers | Real} Operand
 * @typedef {import("./nested.js").Nested} Nested
 */

import { counting, shapeOf } from "./nested.js";
import { isReal, readReal, realJson, realLink } from "./real.js";
import { numbersJson, readNumbers, writeNumbers } from "./tensor-text.js";

/** Numbers that can be typed. */
export const MOST_TYPED = 4096;
/** Cells that are drawn along an axis. */
const DRAWN = 10;
/** "28x10", "10x" and "x" are shapes; in any other text there are numbers. */
const SHAPE = /^(\d{1,6}(x\d{1,6})*)?x?$/;

/**
 * How a question carries it.
 * @param {Operand} operand
 */
export function operandJson(operand) {
  if (isReal(operand)) return realJson(operand);
  if ("shape" in operand) return `{"shape": ${JSON.stringify(operand.shape)}}`;
  return `{"values": ${numbersJson(operand)}}`;
}

/**
 * @param {Operand} operand
 * @returns {readonly number[]} of a tensor of a run as far as it is known
 */
export function operandShape(operand) {
  if (isReal(operand)) return operand.known ?? [];
  return "shape" in operand ? operand.shape : shapeOf(operand.values);
}

/**
 * The numbers that are meant; in place of those of a run as many others.
 * @param {Operand} operand
 * @returns {Numbers}
 */
export function operandNumbers(operand) {
  if (isReal(operand)) return { values: counting(operandShape(operand)), float: false };
  return "shape" in operand ? { values: counting(operand.shape), float: false } : operand;
}

/**
 * The tensor as it is drawn before anybody was asked about it: of each axis no more than that.
 * @param {Operand} operand
 * @returns {import("./lessons-api.js").Shown}
 */
export function operandShown(operand) {
  const shape = [...operandShape(operand)];
  if (isReal(operand)) return { shape, dtype: "float32", values: /** @type {any} */ (undefined) };
  const { values, float } = "shape" in operand ? { values: counting(operand.shape, DRAWN), float: false } : operand;
  return { shape, dtype: dtypeOf(values, float), values };
}

/**
 * From and to the text of a link; the usual one is left out.
 * @param {Operand} usual
 * @returns {import("./link.js").Field<Operand>}
 */
export function operand(usual) {
  return {
    read: (text) => (text === null ? usual : (readOperand(text) ?? usual)),
    write: (value) => (linkText(value) === linkText(usual) ? null : linkText(value)),
    accepts: (text) => readOperand(text) !== null,
    expected: "a shape such as 2x3, numbers such as [[1,2],[3,4]], or a tensor of a run such as W1@recorded:938",
  };
}

/** What NumPy will choose. @param {Nested} values @param {boolean} float */
function dtypeOf(values, float) {
  const entries = Array.isArray(values) ? values.flat(Infinity) : [values];
  if (typeof entries[0] === "string") return "<U";
  if (entries.length > 0 && entries.every((entry) => typeof entry === "boolean")) return "bool";
  return float ? "float64" : "int64";
}

/** @param {string} text @returns {Operand | null} */
function readOperand(text) {
  if (text.includes("x") && SHAPE.test(text)) return { shape: text.split("x").filter(Boolean).map(Number) };
  const real = readReal(text);
  if (real) return real;
  try {
    return readNumbers(text);
  } catch {
    return null;
  }
}

/** @param {Operand} operand */
function linkText(operand) {
  if (isReal(operand)) return realLink(operand);
  if (!("shape" in operand)) return writeNumbers(operand).replaceAll(" ", "");
  return operand.shape.length > 1 ? operand.shape.join("x") : `${operand.shape.join("")}x`;
}
