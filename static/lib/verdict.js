/** What a network thinks, in words. */

/** A non-breaking thin space, as British typography puts before a unit. */
const THIN = "\u202f";

/**
 * A probability as a percentage: two decimals, or as many as it takes not to claim a certainty that it is not.
 * @param {number} probability
 */
export function percent(probability) {
  if (probability > 0 && probability < 0.00005) return `< 0.01${THIN}%`;
  const texts = [2, 3, 4, 5, 6].map((decimals) => (100 * probability).toFixed(decimals));
  const text = probability < 1 ? texts.find((each) => Number(each) < 100) : texts[0];
  return `${text ?? texts[4]}${THIN}%`;
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
