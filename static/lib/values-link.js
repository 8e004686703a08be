/** Variables in a link, by name, as the API has them: their values, and which are asked about. */

import { isReal } from "./real.js";

/**
 * @typedef {import("./nested.js").Nested | import("./real.js").Real} Given
 * @typedef {Readonly<Record<string, Given>>} NamedValues
 */

/**
 * @param {NamedValues} usual
 * @returns {import("./link.js").Field<NamedValues>}
 */
export function namedValues(usual) {
  const sorted = inOrder(usual);
  return {
    read: (text) => (text === null ? sorted : (readValues(text) ?? sorted)),
    write: (values) => (textOf(values) === textOf(sorted) ? null : textOf(values)),
    accepts: (text) => readValues(text) !== null,
    expected: 'names with numbers, such as {"x": 3, "w": [1, 2]}',
  };
}

/** Names, or null for all. @type {import("./link.js").Field<readonly string[] | null>} */
export const someNames = {
  read: (text) => (text === null ? null : readNames(text)),
  write: (names) => names && JSON.stringify(names),
  accepts: (text) => readNames(text) !== null,
  expected: 'a list of names, such as ["w", "b"]',
};

/** @param {string} text @returns {string[] | null} */
function readNames(text) {
  try {
    const read = JSON.parse(text);
    return Array.isArray(read) && read.every((name) => typeof name === "string") ? read : null;
  } catch {
    return null;
  }
}

/** @param {string} text @returns {NamedValues | null} */
function readValues(text) {
  try {
    const read = JSON.parse(text);
    if (!isObject(read)) return null;
    const values = Object.entries(read).map(([name, value]) => /** @type {const} */ ([name, placed(value)]));
    return values.some(([, value]) => isObject(value) && !isReal(value)) ? null : inOrder(Object.fromEntries(values));
  } catch {
    return null;
  }
}

/** A tensor of a run without run or step is of the newest. @param {any} value */
function placed(value) {
  return isObject(value) ? { run: null, step: null, ...value } : value;
}

/** @param {unknown} part */
function isObject(part) {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

/** @param {NamedValues} values */
function textOf(values) {
  return JSON.stringify(inOrder(values));
}

/** By name, so that the same values are the same link. @param {NamedValues} values @returns {NamedValues} */
function inOrder(values) {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
