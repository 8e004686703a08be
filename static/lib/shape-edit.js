/** Small changes of a shape: one axis longer or shorter, an axis more or less in front. */

import { sizeOf } from "./nested.js";

export const MOST_AXES = 6;
export const MOST_ELEMENTS = 65536;

/** @typedef {import("./nested.js").Shape} Shape */

/**
 * @param {Shape} shape
 * @param {number} axis
 * @param {number} length
 * @returns {number[]} the axis as long as wanted, or as is possible
 */
export function withLength(shape, axis, length) {
  const others = sizeOf(shape.filter((_, i) => i !== axis));
  const most = Math.floor(MOST_ELEMENTS / Math.max(1, others));
  return shape.map((before, i) => (i === axis ? Math.min(most, Math.max(1, Math.round(length) || before)) : before));
}

/** @param {Shape} shape @returns {number[]} */
export function withAxis(shape) {
  if (shape.length >= MOST_AXES) return [...shape];
  return [sizeOf(shape) * 2 <= MOST_ELEMENTS ? 2 : 1, ...shape];
}

/** @param {Shape} shape @returns {number[]} */
export function withoutAxis(shape) {
  return shape.slice(1);
}
