/**
 * Numbers as somebody types them, read as a nested list: `[[1, 2], [3, 4]]`, `1 2 3`, `5`, one row a line, what NumPy
 * prints, `np.array([1.5, 2])`; True and False; strings in quotes. What is still open when the text ends is closed.
 */

import { closes, isQuoted, opens, tokensOf } from "./tensor-tokens.js";
import * as trouble from "./tensor-trouble.js";

export { Unreadable } from "./unreadable.js";

/**
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {import("./tensor-tokens.js").Token} Token
 * @typedef {object} Numbers
 * @property {Nested} values
 * @property {boolean} float  whether one of them was written as a fraction, so that all are
 */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+$/;
const CLOSED = /^(".*"|'.*')$/s;
const INT64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };
const FRACTIONS = /** @type {Readonly<Record<string, number>>} */ ({ nan: NaN, inf: Infinity, infinity: Infinity });
const TRUTHS = /** @type {Readonly<Record<string, boolean>>} */ ({ true: true, false: false });

/**
 * @param {string} text
 * @returns {Numbers}
 * @throws {import("./unreadable.js").Unreadable}
 */
export function readNumbers(text) {
  const tokens = tokensOf(text);
  if (tokens.length === 0) throw trouble.nothing();
  const comma = trouble.ambiguousComma(text);
  if (comma) throw comma;
  return { values: whole(readTokens(text, tokens)), float: tokens.some(({ token }) => isFraction(token)) };
}

/**
 * The text of a nested list as Python writes it: 2.0 stays a fraction.
 * @param {Numbers} numbers
 * @param {string} [between]  rows of a matrix
 * @returns {string}
 */
export function writeNumbers({ values, float }, between = ", ") {
  if (typeof values === "string") return `"${values.replace(/["\\]/g, "\\$&")}"`;
  if (typeof values === "boolean") return values ? "True" : "False";
  if (!Array.isArray(values)) return numberText(/** @type {number | bigint} */ (values), float);
  const rows = Array.isArray(values[0]);
  return `[${values.map((entry) => writeNumbers({ values: entry, float }, between)).join(rows ? between : ", ")}]`;
}

/**
 * The same as JSON, where what is not finite is a word.
 * @param {Numbers} numbers
 */
export function numbersJson(numbers) {
  return writeNumbers(numbers).replace(/"(?:[^"\\]|\\.)*"|True|False|-?(?:NaN|Infinity)/g, jsonOf);
}

/** @param {string} part */
function jsonOf(part) {
  if (part.startsWith('"')) return part;
  return part === "True" || part === "False" ? part.toLowerCase() : `"${part}"`;
}

/** A bigint stands beside a fraction as it was typed, for there is no such float. @param {number | bigint} value @param {boolean} float */
function numberText(value, float) {
  const text = String(value);
  return float && typeof value === "number" && WHOLE.test(text) ? `${text}.0` : text;
}

/** Lists of lists, and lines of bare numbers. @param {string} text @param {readonly Token[]} tokens @returns {Nested[][]} */
function readTokens(text, tokens) {
  /** @type {Nested[][]} */
  const lines = [[]];
  /** @type {Nested[][]} */
  const open = [];
  let isEmpty = true;
  for (const each of tokens) {
    const { token } = each;
    const list = /** @type {Nested[]} */ (open.at(-1) ?? lines.at(-1));
    const isBreak = token === ";" || token === "\n";
    if (token === "," && isEmpty) throw trouble.emptyPlace(text, each);
    if (opens(token)) {
      if (open.length > 0 && list.length > 0 && !Array.isArray(list.at(-1))) throw trouble.listAmongNumbers(text, each, open.length);
      open.push([]);
      list.push(/** @type {Nested[]} */ (open.at(-1)));
    } else if (closes(token)) {
      if (!open.pop()) throw trouble.tooManyBrackets(text, each);
    } else if (isBreak && open.length === 0) lines.push([]);
    else if (!isBreak && token !== ",") list.push(readEntry(text, each));
    isEmpty = opens(token) || token === "," || (isBreak && (open.length === 0 || isEmpty));
  }
  return lines.filter((line) => line.length > 0);
}

/** A number, a truth, or a string in quotes. @param {string} text @param {Token} each @returns {Nested} */
function readEntry(text, each) {
  const { token } = each;
  const truth = TRUTHS[token.toLowerCase()];
  if (truth !== undefined) return truth;
  if (!isQuoted(token)) return readNumber(text, each);
  if (!CLOSED.test(token)) throw trouble.unclosed(text, each);
  return token.slice(1, -1).replace(/\\(["\\])/g, "$1");
}

/** @param {string} text @param {Token} each @returns {number | bigint} */
function readNumber(text, each) {
  const { token } = each;
  const known = FRACTIONS[unsigned(token)];
  if (known !== undefined) return token.startsWith("-") ? -known : known;
  if (!NUMBER.test(token)) throw trouble.notANumber(text, each);
  if (WHOLE.test(token)) return readWhole(text, each);
  if (!Number.isFinite(Number(token))) throw trouble.tooLargeFloat(text, each);
  return Number(token);
}

/** What a double cannot hold stays exact. @param {string} text @param {Token} each */
function readWhole(text, each) {
  const number = Number(each.token);
  if (Number.isSafeInteger(number)) return number;
  const exact = BigInt(each.token.replace("+", ""));
  if (exact < INT64.least || exact > INT64.most) throw trouble.tooLargeInt(text, each);
  return exact;
}

/** @param {string} token */
function isFraction(token) {
  return unsigned(token) in FRACTIONS || (NUMBER.test(token) && !WHOLE.test(token));
}

/** @param {string} token */
function unsigned(token) {
  return token.replace(/^[+-]/, "").toLowerCase();
}

/** One thing alone is itself, several are a list, several lines a list of lists. @param {Nested[][]} lines */
function whole(lines) {
  const entries = lines.length > 1 && lines.some((line) => line.length > 1) ? lines : lines.flat();
  return entries.length === 1 ? /** @type {Nested} */ (entries[0]) : entries;
}
