/** What a network thinks, in words. */

/** A non-breaking thin space, as British typography puts before a unit. */
const THIN = "\u202f";

/**
 * A probability as a percentage with two decimals; never rounded to a certainty that it is not.
 * @param {number} probability
 */
export function percent(probability) {
  if (probability > 0 && probability < 0.00005) return `< 0.01${THIN}%`;
  if (probability < 1 && probability >= 0.99995) return `> 99.99${THIN}%`;
  return `${(100 * probability).toFixed(2)}${THIN}%`;
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
  const article = first.label === 8 ? "an" : "a";
  const winner = `${article} ${first.label}, ${percent(first.probability)}`;
  return `Looks like ${winner}; next ${second.label}, ${percent(second.probability)}.`;
}
