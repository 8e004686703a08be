/**
 * A drawing's life: what a network thought of it at each moment of its training.
 * @typedef {import("./predictions-api.js").Life} Life
 */

import { whole } from "./numbers.js";
import { confidence, ranked } from "./verdict.js";

/** A class that never was this probable has no name in the picture. */
const WORTH_A_NAME = 0.25;

/**
 * The line of a class, in a box of 1 × 1.
 * @param {Life} life
 * @param {number} label
 * @returns {string} the points of an SVG's polyline
 */
export function lineOf({ probabilities }, label) {
  const last = Math.max(1, probabilities.length - 1);
  return probabilities.map((row, i) => `${i / last},${1 - finite(row[label])}`).join(" ");
}

/**
 * Where to write which class: the last winner at the end, others where they were most probable.
 * @param {Life} life
 * @returns {{label: number, x: number, y: number}[]} in a box of 1 × 1
 */
export function names(life) {
  const { probabilities } = life;
  const last = probabilities.length - 1;
  const winner = winnerAt(life, last);
  const peaks = Array.from({ length: 10 }, (_, label) => {
    const values = probabilities.map((row) => finite(row[label]));
    const place = label === winner ? last : values.indexOf(Math.max(...values));
    return { label, x: place / Math.max(1, last), y: 1 - (values[place] ?? 0) };
  });
  return peaks.filter(({ label, y }) => label === winner || 1 - y >= WORTH_A_NAME);
}

/**
 * @param {Life} life
 * @param {number} place
 * @returns {number} the class that wins there
 */
export function winnerAt({ probabilities }, place) {
  return ranked((probabilities[place] ?? []).map(finite))[0]?.label ?? 0;
}

/**
 * @param {Life} life
 * @param {number} place
 * @returns {string} "After update 128: 7, 93.21 %; next 2, 4.20 %."
 */
export function lifeWords({ steps, probabilities }, place) {
  const [first, second] = ranked((probabilities[place] ?? []).map(finite));
  if (!first || !second) return "";
  const when = steps[place] === 0 ? "Before the first update" : `After update ${whole(steps[place] ?? 0)}`;
  return `${when}: ${first.label}, ${confidence(first.probability)}; next ${second.label}, ${confidence(second.probability)}.`;
}

/** What diverged has no probability. @param {number | undefined} value */
function finite(value) {
  return Number.isFinite(value) ? Number(value) : 0;
}
