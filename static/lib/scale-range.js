/**
 * From where to where an axis goes so that a smoothed curve can be read: its beginning and the outliers of single batches
 * may leave the picture, the ends are round.
 */

const OUTSIDE = 0.05;
/** Room around the curve for the batches that it was smoothed from. */
const ROOM = 1.5;
const SAMPLED = 400;
const ROUND = [1, 1.5, 2, 3, 5, 7, 10];
const FLOORS = [0.98, 0.95, 0.9, 0.8, 0.7, 0.5];

/** A network that only guesses among ten classes: a loss of ln(10), an accuracy of a tenth. */
const GUESSING = { loss: Math.log(10), accuracy: 0.1 };
/** What is that much worse than guessing leaves the picture where one run that diverged would flatten the others. */
const HOPELESS = 3 * GUESSING.loss;

/**
 * @param {readonly import("./chart-data.js").Series[]} curves
 * @returns {[number, number]} for a loss, from 0
 */
export function lossRange(curves) {
  const tops = quantiles(curves, 1 - OUTSIDE);
  const isExplosion = tops.length > 0 && tops.every((top) => top > HOPELESS);
  const highest = ROOM * Math.max(...tops, 1e-6);
  const top = tops.length === 0 ? GUESSING.loss : isExplosion ? highest : Math.min(HOPELESS, highest);
  const power = 10 ** Math.floor(Math.log10(top));
  const round = ROUND.find((step) => step * power >= top) ?? 10;
  return [0, Number((round * power).toPrecision(2))];
}

/**
 * @param {readonly import("./chart-data.js").Series[]} curves
 * @returns {[number, number]} for the logarithm of a loss: whole powers of ten
 */
export function logLossRange(curves) {
  const positive = curves.flatMap((curve) => sample(curve).filter((value) => value > 0));
  if (positive.length === 0) return [0.01, 10];
  const low = Math.min(...positive);
  const high = Math.max(...positive, 2 * low);
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high))];
}

/**
 * @param {readonly import("./chart-data.js").Series[]} curves
 * @returns {[number, number]} for an accuracy, up to 1
 */
export function accuracyRange(curves) {
  const bottoms = quantiles(curves, OUTSIDE);
  const bottom = bottoms.length > 0 ? 1 - ROOM * (1 - Math.min(...bottoms)) : GUESSING.accuracy;
  return [FLOORS.find((floor) => floor <= bottom) ?? 0, 1];
}

/**
 * @param {readonly import("./chart-data.js").Series[]} curves
 * @param {number} share
 * @returns {number[]} of each curve the value below which this share of it lies; nothing of an empty curve
 */
function quantiles(curves, share) {
  const sorted = curves.map((curve) => sample(curve).sort((a, b) => a - b));
  return sorted.flatMap((values) => values[Math.round(share * (values.length - 1))] ?? []);
}

/**
 * Finite values of a curve, evenly taken.
 * @param {import("./chart-data.js").Series} curve
 * @returns {number[]}
 */
function sample(curve) {
  const stride = Math.max(1, Math.floor(curve.length / SAMPLED));
  const taken = [];
  for (let i = 0; i < curve.length; i += stride) taken.push(curve[i] ?? NaN);
  return taken.filter(Number.isFinite);
}
