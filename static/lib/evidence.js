/**
 * What in the ink speaks for a class, in words.
 * @typedef {import("./predictions-api.js").Evidence} Evidence
 * @typedef {import("./predictions-api.js").Flip} Flip
 * @typedef {"evidence" | "gradient"} View
 */

import { percent, short, signed } from "./numbers.js";
import { aDigit, confidence } from "./verdict.js";

const SIDE = 28;

/**
 * The score as a sum.
 * @param {Evidence} evidence
 * @returns {{name: string, value: string}[]}
 */
export function sums({ evidence, rest, score, label }) {
  const total = (/** @type {(value: number) => boolean} */ counts) => evidence.filter(counts).reduce((sum, value) => sum + value, 0);
  return [
    { name: `ink for ${aDigit(label)}`, value: fixed(total((value) => value > 0)) },
    { name: "ink against it", value: fixed(total((value) => value < 0)) },
    { name: "the rest: biases", value: fixed(rest) },
    { name: `score of ${label}`, value: fixed(score) },
  ];
}

/**
 * One pixel.
 * @param {Evidence} of
 * @param {View} view
 * @param {number} index
 * @returns {string} "row 3, column 7: ink 0.42 × gradient −0.13 = −0.0546, against a 7"
 */
export function pixelWords({ input, gradient, evidence, label }, view, index) {
  const [ink = 0, slope = 0, says = 0] = [input[index], gradient[index], evidence[index]];
  const place = `row ${Math.floor(index / SIDE)}, column ${index % SIDE}`;
  if (view === "gradient") return `${place}: more ink here would move the score of ${label} by ${signed(slope)}`;
  const side = says === 0 ? "says nothing" : `${says > 0 ? "for" : "against"} ${aDigit(label)}`;
  return `${place}: ink ${short(ink)} × gradient ${signed(slope)} = ${signed(says)}, ${side}`;
}

/**
 * @param {Flip} flip
 * @returns {string} "A change of 12 % of the ink, no pixel by more than 0.31, makes a 2 of it, 51.20 %."
 */
export function flipWords({ share, largest, flipped, probabilities }) {
  const sure = confidence(probabilities[flipped] ?? 0);
  return `A change of ${percent(share, 0)} of the length of the input, no pixel by more than ${short(rounded(largest))}: it is taken for ${aDigit(flipped)}, ${sure}.`;
}

/** So that one sees the sum add up. @param {number} value */
function fixed(value) {
  if (!Number.isFinite(value)) return short(value);
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(3));
}
