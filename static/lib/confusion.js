/**
 * The confusion matrix in words: row after row, cell i is class ⌊i / 10⌋ taken for class i mod 10.
 * @typedef {import("./moments-api.js").Chosen} Chosen
 * @typedef {import("./moments-api.js").Evaluation} Evaluation
 */

import { whole } from "./numbers.js";
import { aDigit } from "./verdict.js";

const CLASSES = 10;

/**
 * @param {readonly (readonly number[])[]} confusion
 * @param {number} cell
 * @returns {string} "22 of the 982 digits that are a 4 are taken for a 9."
 */
export function cellWords(confusion, cell) {
  const [label, predicted] = classes(cell);
  const row = confusion[label] ?? [];
  const all = row.reduce((sum, count) => sum + count, 0);
  const taken = label === predicted ? "read rightly" : `taken for ${aDigit(predicted)}`;
  return `${whole(row[predicted] ?? 0)} of the ${whole(all)} digits that are ${aDigit(label)} are ${taken}.`;
}

/**
 * Whose mistakes a cell stands for: its own, on the diagonal those of the whole class.
 * @param {number | null} cell  null is none
 * @returns {Chosen}
 */
export function chosenBy(cell) {
  if (cell === null) return { label: null, predicted: null };
  const [label, predicted] = classes(cell);
  return { label, predicted: label === predicted ? null : predicted };
}

/**
 * @param {Evaluation} evaluation
 * @param {number | null} cell
 * @param {number} shown how many of them are to be seen
 * @returns {string} "The 215 it gets wrong, the surest 24 first."
 */
export function mistakesWords({ mistakes_total: total }, cell, shown) {
  const of = whole(total);
  const order = total > shown ? `; the surest ${shown} of them` : total > 1 ? ", the surest first" : "";
  if (cell === null) return total === 0 ? "It gets none wrong." : `${of} test digits are read wrongly${order}.`;
  const [label, predicted] = classes(cell);
  const taken = label === predicted ? "something else" : aDigit(predicted);
  return total === 0 ? `No ${label} is taken for ${taken}.` : `${of} × a true ${label} taken for ${taken}${order}.`;
}

/** @param {number} cell @returns {[label: number, predicted: number]} */
function classes(cell) {
  return [Math.floor(cell / CLASSES), cell % CLASSES];
}
