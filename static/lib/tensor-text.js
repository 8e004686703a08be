/**
 * Numbers as somebody types them, read as a nested list: `[[1, 2], [3, 4]]`, `1 2 3`, `5`, one row a line, what NumPy
 * prints, `np.array([1.5, 2])`; strings in quotes. What is still open when the text ends is closed.
 */

/**
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {object} Numbers
 * @property {Nested} values
 * @property {boolean} float  whether one of them was written as a fraction, so that all are
 */

const TOKENS = /"(?:[^"\\]|\\.)*"|'[^']*'|[[({]|[\])}]|[;\n]|[^\s,;[\](){}]+/g;
const CALL = /^\s*[a-z_.]+\((.*?)\)?\s*$/is;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+$/;
const QUOTED = /^["']/;
const CLOSED = /^(".*"|'.*')$/s;
const WORDS = /** @type {Readonly<Record<string, number>>} */ ({ nan: NaN, inf: Infinity, infinity: Infinity });

/** The text cannot be read, and why. */
export class Unreadable extends Error {}

/**
 * @param {string} text
 * @returns {Numbers}
 * @throws {Unreadable}
 */
export function readNumbers(text) {
  const tokens = text.replace(CALL, "$1").trim().match(TOKENS) ?? [];
  if (tokens.length === 0) throw new Unreadable("No number yet.");
  const float = tokens.some((token) => !QUOTED.test(token) && /[.e]|nan|inf/i.test(token));
  return { values: whole(readTokens(tokens)), float };
}

/**
 * The text of a nested list as Python writes it: 2.0 stays a fraction.
 * @param {Numbers} numbers
 * @param {string} [between]  rows of a matrix
 * @returns {string}
 */
export function writeNumbers({ values, float }, between = ", ") {
  if (typeof values === "string") return `"${values.replace(/["\\]/g, "\\$&")}"`;
  if (!Array.isArray(values)) return numberText(Number(values), float);
  const rows = Array.isArray(values[0]);
  return `[${values.map((entry) => writeNumbers({ values: entry, float }, between)).join(rows ? between : ", ")}]`;
}

/**
 * The same as JSON, where what is not finite is a word.
 * @param {Numbers} numbers
 */
export function numbersJson(numbers) {
  return writeNumbers(numbers).replace(/"(?:[^"\\]|\\.)*"|-?(?:NaN|Infinity)/g, (part) => (part.startsWith('"') ? part : `"${part}"`));
}

/** @param {number} value @param {boolean} float */
function numberText(value, float) {
  const text = String(value);
  return float && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Lists of lists, and lines of bare numbers. @param {readonly string[]} tokens @returns {Nested[][]} */
function readTokens(tokens) {
  /** @type {Nested[][]} */
  const lines = [[]];
  /** @type {Nested[][]} */
  const open = [];
  for (const token of tokens) {
    const list = open.at(-1) ?? /** @type {Nested[]} */ (lines.at(-1));
    if (/^[[({]$/.test(token)) {
      open.push([]);
      list.push(/** @type {Nested[]} */ (open.at(-1)));
    } else if (/^[\])}]$/.test(token)) {
      if (!open.pop()) throw new Unreadable("There is one bracket too many.");
    } else if (!/^[;\n]$/.test(token)) list.push(readEntry(token));
    else if (open.length === 0) lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

/** A number, or a string in quotes. @param {string} token @returns {Nested} */
function readEntry(token) {
  if (!QUOTED.test(token)) return readNumber(token);
  if (!CLOSED.test(token)) throw new Unreadable(`${token} has no closing quote.`);
  return token.slice(1, -1).replace(/\\(["\\])/g, "$1");
}

/** @param {string} token */
function readNumber(token) {
  const [sign, word] = token.startsWith("-") ? [-1, token.slice(1)] : [1, token];
  const known = WORDS[word.toLowerCase()];
  if (known !== undefined) return sign * known;
  if (!NUMBER.test(token)) throw new Unreadable(`“${token}” is not a number.`);
  if (WHOLE.test(token) && !Number.isSafeInteger(Number(token))) throw new Unreadable(`“${token}” is too large to be exact.`);
  return Number(token);
}

/** One thing alone is itself, several are a list, several lines a list of lists. @param {Nested[][]} lines */
function whole(lines) {
  const entries = lines.length > 1 && lines.some((line) => line.length > 1) ? lines : lines.flat();
  return entries.length === 1 ? /** @type {Nested} */ (entries[0]) : entries;
}
