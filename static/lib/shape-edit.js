/** Small changes of a shape: one axis longer or shorter, an axis more or less in front. */

import { sizeOf } from "./nested.js";
import { whole } from "./numbers.js";

export const MOST_AXES = 6;
export const MOST_ELEMENTS = 65536;

/** @typedef {import("./nested.js").Shape} Shape */

/** @typedef {{shape: number[], limit: string}} Edited limit says what kept it from becoming what was wanted, "" if nothing did */

/**
 * An axis as long as wanted, or as is possible.
 * @param {Shape} shape
 * @param {number} axis
 * @param {number} length
 * @param {number} [most] elements
 * @returns {Edited}
 */
export function withLength(shape, axis, length, most = MOST_ELEMENTS) {
  const others = sizeOf(shape.filter((_, i) => i !== axis));
  const longest = Math.max(1, Math.floor(most / Math.max(1, others)));
  const edited = (/** @type {number} */ possible, limit = "") => ({ shape: shape.map((before, i) => (i === axis ? possible : before)), limit });
  if (!Number.isInteger(length)) return { shape: [...shape], limit: "A length is a whole number." };
  if (length < 1) return edited(1, "An axis is at least 1 long here.");
  if (length <= longest) return edited(length);
  return edited(longest, `A tensor has at most ${whole(most)} numbers here, so axis ${axis} is at most ${whole(longest)} long.`);
}

/** @param {Shape} shape @param {number} [most] elements @returns {Edited} */
export function withAxis(shape, most = MOST_ELEMENTS) {
  if (shape.length >= MOST_AXES) return { shape: [...shape], limit: `A tensor has at most ${MOST_AXES} axes here.` };
  return { shape: [sizeOf(shape) * 2 <= most ? 2 : 1, ...shape], limit: "" };
}

/** @param {Shape} shape @returns {Edited} */
export function withoutAxis(shape) {
  return { shape: shape.slice(1), limit: shape.length === 0 ? "A scalar has no axis." : "" };
}
