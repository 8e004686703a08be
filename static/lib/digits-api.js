/**
 * The REST API of the digits.
 * @typedef {"train" | "test"} Split
 * @typedef {{index: number, label: number, pixels: number[][]}} Digit
 * @typedef {{split: Split, start: number, total: number, digits: Digit[]}} DigitsPage
 */

import { ask } from "./ask.js";

/** @type {Readonly<Record<Split, number>>} */
export const SIZES = { train: 60000, test: 10000 };

/**
 * Some digits in a row.
 * @param {Split} split
 * @param {number} start  place of the first among those that match
 * @param {number} count
 * @param {number | null} [label]  only this class
 * @returns {Promise<DigitsPage>}
 */
export function getDigits(split, start, count, label = null) {
  const only = label === null ? "" : `&label=${label}`;
  return ask("GET", `/api/digits?split=${split}&start=${start}&count=${count}${only}`);
}

/**
 * @param {Split} split
 * @param {number} index
 * @returns {Promise<Digit>}
 */
export async function getDigit(split, index) {
  const { digits } = await getDigits(split, index, 1);
  return /** @type {Digit} */ (digits[0]);
}

/**
 * The digits at these places, in this order.
 * @param {Split} split
 * @param {readonly number[]} places
 * @returns {Promise<Digit[]>}
 */
export async function getDigitsAt(split, places) {
  if (places.length === 0) return [];
  /** @type {DigitsPage} */
  const { digits } = await ask("GET", `/api/digits?split=${split}&count=${places.length}&index=${places.join("&index=")}`);
  return digits;
}

/**
 * The first training digits as a run with that seed sees them that shuffles their pixels.
 * @param {number} count
 * @param {number} seed
 * @returns {Promise<Digit[]>}
 */
export async function getShuffled(count, seed) {
  /** @type {DigitsPage} */
  const { digits } = await ask("GET", `/api/digits?count=${count}&shuffle_seed=${seed}`);
  return digits;
}

/**
 * The labels of a set as NumPy prints a long array: the first three and the last three.
 * @param {Split} split
 * @returns {Promise<string>} "[5 0 4 … 5 6 8]"
 */
export async function getLabels(split) {
  const ends = await Promise.all([getDigits(split, 0, 3), getDigits(split, SIZES[split] - 3, 3)]);
  return `[${ends.map(({ digits }) => digits.map(({ label }) => label).join(" ")).join(" … ")}]`;
}
