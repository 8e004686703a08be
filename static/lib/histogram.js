/**
 * Histograms in words, and as heights.
 * @typedef {import("./moments-api.js").Histogram} Histogram
 */

import { short, whole } from "./numbers.js";
import { fromWire } from "./wire.js";

/**
 * How tall each bin is, 0 to 1, and on which side of zero it lies.
 *
 * The roots of the counts, so that a few are seen beside many.
 * @param {Histogram} histogram
 * @returns {{height: number, sign: "negative" | "positive"}[]}
 */
export function heights(histogram) {
  const { counts } = histogram;
  const most = Math.max(1, ...counts);
  return counts.map((count, i) => {
    const [from, to] = edges(histogram, i);
    return { height: Math.sqrt(count / most), sign: from + to < 0 ? "negative" : "positive" };
  });
}

/**
 * @param {Histogram} histogram
 * @param {number} bin
 * @param {string} of what is counted
 * @returns {string} "1,203 weights from −0.02 to 0.04"
 */
export function binWords(histogram, bin, of) {
  const [from, to] = edges(histogram, bin);
  return `${whole(histogram.counts[bin] ?? 0)} ${of} from ${short(from)} to ${short(to)}`;
}

/**
 * @param {Histogram} histogram
 * @returns {string} "−0.31 … 0.42, mean 0.002 ± 0.05"
 */
export function spreadWords({ minimum, maximum, mean, deviation }) {
  const [low, high, middle, width] = [minimum, maximum, mean, deviation].map((value) => rounded(fromWire(value)));
  return `${low} … ${high}, mean ${middle} ± ${width}`;
}

/** @param {Histogram} histogram @param {number} bin @returns {[number, number]} */
function edges({ low, high, counts }, bin) {
  const [from, to] = [fromWire(low), fromWire(high)];
  const width = (to - from) / counts.length;
  return [from + bin * width, from + (bin + 1) * width];
}

/** @param {number} value */
function rounded(value) {
  return short(Number(value.toPrecision(2)));
}
