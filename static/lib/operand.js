/**
 * A tensor as a learner gives it: typed numbers, or a shape that is filled with 0, 1, 2 …
 * @typedef {import("./tensor-text.js").Numbers} Numbers
 * @typedef {{shape: number[]} | Numbers} Operand
 * @typedef {import("./nested.js").Nested} Nested
 */

import { counting, shapeOf } from "./nested.js";
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
  if ("shape" in operand) return `{"shape": ${JSON.stringify(operand.shape)}}`;
  return `{"values": ${numbersJson(operand)}}`;
}

/**
 * @param {Operand} operand
 * @returns {number[]}
 */
export function operandShape(operand) {
  return "shape" in operand ? operand.shape : shapeOf(operand.values);
}

/**
 * The numbers that are meant.
 * @param {Operand} operand
 * @returns {Numbers}
 */
export function operandNumbers(operand) {
  return "shape" in operand ? { values: counting(operand.shape), float: false } : operand;
}

/**
 * The tensor as it is drawn before anybody was asked about it: of each axis no more than that.
 * @param {Operand} operand
 * @returns {import("./lessons-api.js").Shown}
 */
export function operandShown(operand) {
  const { values, float } = "shape" in operand ? { values: counting(operand.shape, DRAWN), float: false } : operand;
  return { shape: operandShape(operand), dtype: dtypeOf(values, float), values };
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
    expected: "a shape such as 2x3, or numbers such as [[1,2],[3,4]]",
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
  try {
    return readNumbers(text);
  } catch {
    return null;
  }
}

/** @param {Operand} operand */
function linkText(operand) {
  if (!("shape" in operand)) return writeNumbers(operand).replaceAll(" ", "");
  return operand.shape.length > 1 ? operand.shape.join("x") : `${operand.shape.join("")}x`;
}
