/** What a network thinks, in words. */

import { percent } from "./numbers.js";

const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 6;

/**
 * A probability as a percentage: two decimals, or as many as it takes not to claim a certainty that it is not.
 * @param {number} probability
 */
export function confidence(probability) {
  if (probability > 0 && probability < 0.00005) return `< ${percent(0.0001)}`;
  let decimals = FEWEST_DECIMALS;
  while (probability < 1 && decimals < MOST_DECIMALS && claimsCertainty(probability, decimals)) decimals += 1;
  return percent(probability, decimals);
}

/** @param {number} probability @param {number} decimals */
function claimsCertainty(probability, decimals) {
  return Number((100 * probability).toFixed(decimals)) === 100;
}

/**
 * The classes, the most probable first.
 * @param {readonly number[]} probabilities
 */
export function ranked(probabilities) {
  return probabilities
    .map((probability, label) => ({ label, probability }))
    .sort((a, b) => b.probability - a.probability);
}

/**
 * One sentence: "Looks like a 7, 99.98 %; next 2, 0.01 %."
 * @param {readonly number[]} probabilities
 */
export function verdict(probabilities) {
  const [first, second] = ranked(probabilities);
  if (!first || !second) return "";
  return `Looks like ${aDigit(first.label)}, ${confidence(first.probability)}; next ${second.label}, ${confidence(second.probability)}.`;
}

/**
 * @param {number} label
 * @returns {string} "a 7", "an 8"
 */
export function aDigit(label) {
  return `${label === 8 ? "an" : "a"} ${label}`;
}
