/**
 * An operand that may be a real digit: in a link it is `digit4`, the fifth image of the training set.
 * @typedef {import("./operand.js").Operand} Operand
 * @typedef {Operand & {digit?: number}} DigitOperand
 */

import { operand } from "./operand.js";

const DIGIT = /^digit(\d{1,2})$/;

/**
 * @param {Operand} usual
 * @param {readonly {index: number, pixels: number[][]}[]} digits that are at hand
 * @returns {import("./link.js").Field<DigitOperand>}
 */
export function digitOperand(usual, digits) {
  const typed = operand(usual);
  return {
    read: (text) => digitOf(text?.match(DIGIT)?.[1], digits) ?? typed.read(text),
    write: (value) => (value.digit === undefined ? typed.write(value) : `digit${value.digit}`),
    accepts: (text) => digitOf(text.match(DIGIT)?.[1], digits) !== null || typed.accepts?.(text) === true,
    expected: `${typed.expected}, or digit0 to digit${digits.length - 1}`,
  };
}

/** @param {string | undefined} number @param {readonly {index: number, pixels: number[][]}[]} digits @returns {DigitOperand | null} */
function digitOf(number, digits) {
  const found = digits.find(({ index }) => String(index) === number);
  return found ? { values: found.pixels, float: false, digit: found.index } : null;
}
