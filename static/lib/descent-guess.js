/** What one is asked to guess of a descent before it is seen. */

import { ENDS, OVERLOOKED } from "./descent-words.js";
import { SLOTS } from "./slots.js";
import { fromWire } from "./wire.js";

/** @typedef {import("./descent.js").Way} Way */
/** @typedef {{question: string, options: {value: string, text: string}[], right: string, praise: string, whyNot: (value: string) => string}} Guess */

/**
 * Of one ball, how it ends; of several, whose ends lowest.
 * @param {readonly Way[]} ways
 * @param {number} steps
 * @returns {Guess}
 */
export function guessOf(ways, steps) {
  const [way, another] = ways;
  return way && !another ? fateGuess(way, steps) : winnerGuess(ways, steps);
}

/** @param {Way} way @param {number} steps @returns {Guess} */
function fateGuess({ fate, title, text }, steps) {
  return {
    question: `Where will ${title} be after ${steps} steps?`,
    options: Object.entries(ENDS).map(([value, ending]) => ({ value, text: ending })),
    right: fate,
    praise: `It ${text}`,
    whyNot: () => OVERLOOKED[fate],
  };
}

/** @param {readonly Way[]} ways @param {number} steps @returns {Guess} */
function winnerGuess(ways, steps) {
  const losses = ways.map(({ losses }) => fromWire(losses.at(-1) ?? "NaN"));
  const winner = losses.indexOf(Math.min(...losses.filter((loss) => !Number.isNaN(loss))));
  return {
    question: `Who will have the lowest loss after ${steps} steps?`,
    options: ways.map(({ title }, i) => ({ value: String(i), text: `${SLOTS[i]?.toUpperCase()} ${title}` })),
    right: String(winner),
    praise: `${ways[winner]?.title ?? "It"} ${ways[winner]?.text ?? ""}`,
    whyNot: (value) => `Another one comes lower than ${ways[Number(value)]?.title}.`,
  };
}
