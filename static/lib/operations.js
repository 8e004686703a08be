/** Operations on two numbers, as they are written. */

/** @typedef {import("./parts.js").Part} Part */

/** @type {Readonly<Record<string, string>>} between the two numbers */
const SIGNS = { add: "+", subtract: "−", multiply: "×", divide: "÷" };

/**
 * @param {string} op
 * @returns {string} "+", or the name where there is no sign
 */
export function sign(op) {
  return SIGNS[op] ?? op;
}

/**
 * @param {string} op
 * @param {readonly Part[]} a
 * @param {readonly Part[]} b
 * @returns {Part[]} a + b, or maximum(a, b)
 */
export function applied(op, a, b) {
  return op in SIGNS ? [...a, ` ${sign(op)} `, ...b] : [`${op}(`, ...a, ", ", ...b, ")"];
}

/**
 * A negative number behind a sign stands in brackets.
 * @param {string} op
 * @param {string} text
 */
export function second(op, text) {
  return op in SIGNS && text.startsWith("-") ? `(${text})` : text;
}
