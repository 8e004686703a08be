/**
 * How the numbers of a node are drawn: a scalar as one, a vector as a row, a matrix as rows; only the first ones where they
 * are too many, and without letters where they are too narrow.
 */

import { short, shorter, withSign } from "./numbers.js";
import { valueAt } from "./nested.js";

/**
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {object} NodeLook
 * @property {string} id
 * @property {string} title its name, or the sign of its operation
 * @property {string} name of what an operation computes, "" for others
 * @property {"variable" | "constant" | "operation"} kind
 * @property {Shape} shape
 * @property {readonly string[]} parents
 * @property {Nested | null} value null: not computed yet
 * @property {Nested | null} gradient null: backward has not come here yet
 * @property {boolean} hasGradient whether backward will come here at all
 * @property {boolean} partly whether more is still to be added to the gradient
 * @property {boolean} kink whether it has no slope of its own here
 * @property {string} sentence what is read out
 */

/** Cells of a row, and rows, that are drawn. */
const MOST = 12;
/** Cells of a row that have room for their numbers. */
const MOST_WRITTEN = 4;

/**
 * @param {Shape} shape of rank 0 to 2
 * @returns {{rows: number, columns: number, written: boolean, places: number[][], cut: boolean}}
 */
export function cellsOf(shape) {
  const [height, width] = shape.length === 2 ? [shape[0] ?? 0, shape[1] ?? 0] : [1, shape[0] ?? 1];
  const [rows, columns] = [Math.min(height, MOST), Math.min(width, MOST)];
  const places = Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns].slice(2 - shape.length));
  return { rows, columns, written: columns <= MOST_WRITTEN, places, cut: rows < height || columns < width };
}

/**
 * @param {Nested | null} values null: not known yet
 * @param {import("./nested.js").Place} place
 * @param {boolean} isGradient which has its sign
 */
export function cellLook(values, place, isGradient) {
  const value = values === null ? undefined : valueAt(values, place);
  if (value === undefined) return { text: "", value };
  const text = place.length > 0 ? shorter(value) : short(value);
  return { text: isGradient ? withSign(value, text) : text, value };
}

/**
 * The largest size among numbers, for the ends of a colour ramp.
 * @param {readonly (Nested | null)[]} all
 * @returns {number}
 */
export function largest(all) {
  return all.reduce((/** @type {number} */ most, values) => {
    if (values === null) return most;
    const size = Array.isArray(values) ? largest(values) : Math.abs(Number(values));
    return Number.isFinite(size) ? Math.max(most, size) : most;
  }, 0);
}
