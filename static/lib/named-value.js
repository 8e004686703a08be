/** The value of a variable as somebody types it, as Python writes it, and as JSON carries it. */

import { readNumbers, writeNumbers } from "./tensor-text.js";

/** @typedef {import("./nested.js").Nested} Nested */

/**
 * @param {string} text
 * @returns {Nested} without numbers that JSON has not
 * @throws {import("./unreadable.js").Unreadable}
 */
export function readValue(text) {
  return mapped(readNumbers(text).values, wireEntry);
}

/** @param {Nested} value @returns {string} */
export function writeValue(value) {
  return writeNumbers({ values: mapped(value, numberEntry), float: false });
}

/** @param {Nested} value @param {(entry: any) => any} act @returns {Nested} */
function mapped(value, act) {
  return Array.isArray(value) ? value.map((part) => mapped(part, act)) : act(value);
}

/** @param {unknown} entry */
function wireEntry(entry) {
  const number = typeof entry === "bigint" ? Number(entry) : entry;
  return typeof number === "number" && !Number.isFinite(number) ? String(number) : number;
}

/** @param {unknown} entry */
function numberEntry(entry) {
  return typeof entry === "string" && (entry === "NaN" || /^-?Infinity$/.test(entry)) ? Number(entry) : entry;
}
