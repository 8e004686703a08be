/** Tensors as nested lists: their shape, their places, and the value at each. */

import { fromWire } from "./wire.js";

/**
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {WireNumber | string | readonly Nested[]} Nested
 * @typedef {readonly number[]} Shape
 * @typedef {readonly number[]} Place  one index per axis
 */

/**
 * The shape along the first entries.
 * @param {Nested} values
 * @returns {number[]}
 */
export function shapeOf(values) {
  if (!Array.isArray(values)) return [];
  return [values.length, ...(values.length > 0 ? shapeOf(values[0]) : [])];
}

/** @param {Shape} shape */
export function sizeOf(shape) {
  return shape.reduce((size, length) => size * length, 1);
}

/**
 * @param {Nested} values
 * @param {Place} place
 * @returns {number | undefined} nothing where there is nothing
 */
export function valueAt(values, place) {
  const found = entryAt(values, place);
  return found === undefined ? undefined : fromWire(/** @type {WireNumber} */ (found));
}

/**
 * @param {Nested} values
 * @param {Place} place
 * @returns {WireNumber | string | undefined} what stands there as it came, nothing where there is nothing
 */
export function entryAt(values, place) {
  const found = place.reduce((/** @type {any} */ part, i) => part?.[i], values);
  return Array.isArray(found) ? undefined : found;
}

/**
 * The same with another number at a place.
 * @param {Nested} values
 * @param {Place} place
 * @param {number} number
 * @returns {Nested}
 */
export function replacedAt(values, [index, ...inner], number) {
  if (index === undefined || !Array.isArray(values)) return number;
  return values.map((part, i) => (i === index ? replacedAt(part, inner, number) : part));
}

/**
 * Every place of a shape, the last axis running fastest.
 * @param {Shape} shape
 * @returns {number[][]}
 */
export function placesOf(shape) {
  return shape.reduce((/** @type {number[][]} */ places, length) => places.flatMap((place) => extended(place, length)), [[]]);
}

/**
 * 0, 1, 2 … in a shape.
 * @param {Shape} shape
 * @param {number} [most] indices of each axis that are made
 * @returns {Nested}
 */
export function counting(shape, most = Infinity, first = 0) {
  const [length, ...inner] = shape;
  if (length === undefined) return first;
  return Array.from({ length: Math.min(length, most) }, (_, i) => counting(inner, most, first + i * sizeOf(inner)));
}

/** @param {Place} a @param {Place} b */
export function samePlace(a, b) {
  return a.length === b.length && a.every((i, axis) => i === b[axis]);
}

/**
 * Whether a right-aligned shape reaches so far.
 * @param {Place} place
 * @param {Shape} shape
 */
export function isWithin(place, shape) {
  const missing = place.length - shape.length;
  return place.every((i, axis) => i < (shape[axis - missing] ?? 1));
}

/** @param {Place} place @param {number} length */
function extended(place, length) {
  return Array.from({ length }, (_, i) => [...place, i]);
}
