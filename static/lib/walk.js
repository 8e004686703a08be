/** Where a key leads in a tensor that lies as `tensor-layout.js` says: within a block, then on to the next one. */

import { directionOf } from "./tensor-layout.js";

/** @typedef {import("./nested.js").Place} Place */

/** @type {Readonly<Record<string, {direction: import("./tensor-layout.js").Direction, by: number}>>} */
const KEYS = {
  ArrowRight: { direction: "across", by: 1 },
  ArrowLeft: { direction: "across", by: -1 },
  ArrowDown: { direction: "down", by: 1 },
  ArrowUp: { direction: "down", by: -1 },
  PageDown: { direction: "depth", by: 1 },
  PageUp: { direction: "depth", by: -1 },
};

/**
 * @param {string} key
 * @param {Place} place
 * @param {readonly number[]} counts how many indices an axis has
 * @returns {number[] | null} null where the key leads nowhere
 */
export function walk(key, place, counts) {
  const way = KEYS[key];
  if (!way) return null;
  const next = [...place];
  for (let axis = place.length - 1; axis >= 0; axis--) {
    if (directionOf(place.length, axis) !== way.direction) continue;
    const [index, count] = [(next[axis] ?? 0) + way.by, counts[axis] ?? 1];
    next[axis] = (index + count) % count;
    if (index === next[axis]) return next;
  }
  return null;
}

/** @param {string} key */
export function isWalkKey(key) {
  return key in KEYS;
}
