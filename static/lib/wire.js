/**
 * Numbers as they travel: what is not finite is a string, because JSON knows no other way; a whole number that a double
 * cannot hold is read digit by digit.
 * @typedef {number | bigint | boolean | "NaN" | "Infinity" | "-Infinity"} WireNumber
 */

const WHOLE = /^-?\d+$/;
const LONG_WHOLE = /(?:^|[[,:\s])-?\d{16,}(?=[\s,\]}]|$)/;

/**
 * The nearest double.
 * @param {WireNumber} value
 * @returns {number}
 */
export function fromWire(value) {
  return Number(value);
}

/**
 * @param {string} json
 * @returns {any}
 * @throws {SyntaxError}
 */
export function readJson(json) {
  return JSON.parse(json, LONG_WHOLE.test(json) ? exactly : undefined);
}

/** @param {string} _name @param {unknown} value @param {{source?: string}} [written] absent in an older browser */
function exactly(_name, value, { source = "" } = {}) {
  return typeof value === "number" && !Number.isSafeInteger(value) && WHOLE.test(source) ? BigInt(source) : value;
}
