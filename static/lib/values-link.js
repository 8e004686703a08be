/** Variables in a link, by name, as the API has them: their values, and which are asked about. */

/** @typedef {Readonly<Record<string, import("./nested.js").Nested>>} NamedValues */

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
    return typeof read === "object" && read !== null && !Array.isArray(read) ? inOrder(read) : null;
  } catch {
    return null;
  }
}

/** @param {NamedValues} values */
function textOf(values) {
  return JSON.stringify(inOrder(values));
}

/** By name, so that the same values are the same link. @param {NamedValues} values @returns {NamedValues} */
function inOrder(values) {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
