/**
 * The stack of training digits as one sheet of many, and what a slice takes of each.
 * @typedef {import("./slices.js").Cut} Cut
 * @typedef {readonly (readonly number[])[]} Pixels
 */

import { keeps, keptIndices } from "./slices.js";

/** train_images */
export const STACK = [60000, 28, 28];
export const SIDE = 28;
/** Digits on a sheet. */
export const SHEET = { columns: 20, rows: 6, size: 120 };
/** What is left out is seen faintly. */
const FAINT = 0.16;

/**
 * The first digit of the sheet on which one is found.
 * @param {number} index
 */
export function sheetOf(index) {
  return Math.floor(index / SHEET.size) * SHEET.size;
}

/**
 * The pixels of a sheet, row after row over all digits; what a slice leaves out is faint.
 * @param {readonly {index: number, pixels: Pixels}[]} digits
 * @param {readonly Cut[]} cuts of the three axes; all is kept where there are none
 * @returns {Float32Array}
 */
export function sheetPixels(digits, cuts) {
  const width = SHEET.columns * SIDE;
  const sheet = new Float32Array(width * SHEET.rows * SIDE);
  const [rows, columns] = [1, 2].map((axis) => Array.from({ length: SIDE }, (_, i) => isIn(cuts[axis], i)));
  for (const [i, { index, pixels }] of digits.entries()) {
    const first = Math.floor(i / SHEET.columns) * SIDE * width + (i % SHEET.columns) * SIDE;
    const isTaken = isIn(cuts[0], index);
    for (const [row, line] of pixels.entries()) {
      for (const [column, value] of line.entries()) {
        sheet[first + row * width + column] = isTaken && rows?.[row] && columns?.[column] ? value : value * FAINT;
      }
    }
  }
  return sheet;
}

/**
 * What the slice takes of one digit.
 * @param {Pixels} pixels
 * @param {readonly Cut[]} cuts
 * @returns {{values: number[], columns: number}}
 */
export function takenPixels(pixels, cuts) {
  const [rows, columns] = [1, 2].map((axis) => (cuts[axis] ? keptIndices(/** @type {Cut} */ (cuts[axis])) : []));
  const values = (rows ?? []).flatMap((row) => (columns ?? []).map((column) => pixels[row]?.[column] ?? 0));
  return { values, columns: Math.max(1, columns?.length ?? 1) };
}

/** @param {Cut | undefined} cut @param {number} index */
function isIn(cut, index) {
  return !cut || keeps(cut, index);
}
