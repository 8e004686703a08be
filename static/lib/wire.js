/**
 * Numbers as they travel: what is not finite is a string, because JSON knows no other way.
 * @typedef {number | "NaN" | "Infinity" | "-Infinity"} WireNumber
 */

/**
 * @param {WireNumber} value
 * @returns {number}
 */
export function fromWire(value) {
  return Number(value);
}
