/** Why a text is no tensor, and the texts that it could have been. */

import { partAt, quoted, Unreadable } from "./unreadable.js";

/** @typedef {import("./tensor-tokens.js").Token} Token */
/** @typedef {import("./unreadable.js").Rewriting} Rewriting */

const NUMBERS = "numbers such as 3, −0.5, 2e3, nan or True, in rows [[1, 2], [3, 4]]";
const LARGEST = "1.7976931348623157e308";
const GROUPED = /^[+-]?\d{1,3}([_'’]\d{3})+$/;
const MISSING = /^(none|null|na|n\/a|-|\?)$/i;
/** Commas between digits and blanks between numbers, and no bracket that says which of both separates. */
const BARE_LINE = /^[^[\](){}"']*$/;
const [INNER_COMMA, BLANK] = [/\d,(?=[\d])/, /\d[ \t]+[-+−.]?\d/];

export function nothing() {
  return new Unreadable({ what: "No number yet.", expected: NUMBERS, got: "an empty field" });
}

/** @param {string} text @param {Token} token */
export function notANumber(text, { token, index }) {
  const replaced = (/** @type {string} */ other) => spliced(text, index, token.length, other);
  const meant = GROUPED.test(token) ? token.replace(/[_'’]/g, "") : MISSING.test(token) ? "nan" : "0";
  return new Unreadable({ what: `${quoted(token)} is not a number.`, expected: NUMBERS, got: partAt(text, token, index) }, [
    { title: `put ${meant} there`, text: replaced(meant) },
    { title: "leave it out", text: without(text, index, token.length) },
  ]);
}

/** @param {string} text @param {Token} token */
export function tooLargeFloat(text, { token, index }) {
  const infinite = token.startsWith("-") ? "-inf" : "inf";
  return new Unreadable({ what: `${quoted(token)} is too large for a float64: it would become ${infinite}.`, expected: `at most ${LARGEST}, or inf`, got: partAt(text, token, index) }, [
    { title: `put ${infinite} there`, text: spliced(text, index, token.length, infinite) },
  ]);
}

/** @param {string} text @param {Token} token */
export function tooLargeInt(text, { token, index }) {
  return new Unreadable({ what: `${quoted(token)} does not fit into 64 bits.`, expected: "a whole number from −2⁶³ to 2⁶³ − 1, or a fraction", got: partAt(text, token, index) }, [
    { title: "make it a fraction", text: spliced(text, index, token.length, `${token}.0`) },
  ]);
}

/** @param {string} text @param {Token} comma */
export function emptyPlace(text, { index }) {
  return new Unreadable({ what: "Nothing stands before a comma.", expected: "a number before each comma", got: partAt(text, ",", index) }, [
    { title: "put 0 there", text: spliced(text, index, 0, "0") },
    { title: "leave the comma out", text: spliced(text, index, 1, "") },
  ]);
}

/** @param {string} text @param {Token} bracket */
export function tooManyBrackets(text, { token, index }) {
  return new Unreadable({ what: "There is one bracket too many.", expected: "as many brackets closed as opened", got: partAt(text, token, index) }, [
    { title: "take it away", text: spliced(text, index, token.length, "") },
  ]);
}

/** @param {string} text @param {Token} bracket @param {number} depth of the list in which it stands */
export function listAmongNumbers(text, { token, index }, depth) {
  const before = `${depth > 1 ? "" : "["}${text.slice(0, index).replace(/[\s,]*$/, "], ")}`;
  return new Unreadable({ what: "A list begins among numbers.", expected: "in a list either numbers or lists", got: partAt(text, token, index) }, [
    { title: "close the row before it", text: before + text.slice(index) },
  ]);
}

/** @param {string} text @param {Token} token */
export function unclosed(text, { token, index }) {
  return new Unreadable({ what: `${token} has no closing quote.`, expected: "a string in quotes", got: partAt(text, token, index) }, [
    { title: "close it", text: spliced(text, index, token.length, `${token}${token[0]}`) },
  ]);
}

/** @param {string} text @returns {Unreadable | null} */
export function ambiguousComma(text) {
  const line = text.split("\n").find((each) => INNER_COMMA.test(each) && BLANK.test(each));
  if (line === undefined || !BARE_LINE.test(text)) return null;
  const index = text.indexOf(line) + line.search(INNER_COMMA) + 1;
  return new Unreadable({ what: "Is a comma the decimal point here, or between two numbers?", expected: "a point in a fraction, the same between all numbers", got: partAt(text, ",", index) }, [
    { title: "with decimal points", text: text.replace(/(\d),(?=\d)/g, "$1.") },
    { title: "as separate numbers", text: text.replace(/(\d),(?=\d)/g, "$1 ") },
  ]);
}

/** @param {string} text @param {number} index @param {number} length @param {string} other */
function spliced(text, index, length, other) {
  return text.slice(0, index) + other + text.slice(index + length);
}

/** The text without a part, and without the comma that then separates nothing. @param {string} text @param {number} index @param {number} length */
function without(text, index, length) {
  const [before, after] = [text.slice(0, index), text.slice(index + length)];
  const follows = /^\s*,\s*/.test(after);
  return follows || before.trim() === "" ? before + after.replace(/^\s*,?\s*/, "") : before.replace(/[ \t]*,?[ \t]*$/, "") + after;
}
