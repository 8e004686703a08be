/** A tensor of which not every number is known yet. */

/**
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./lessons-api.js").Shown} Shown
 */

/**
 * The same tensor with nothing where a number is not seen yet.
 * @param {Shown} tensor
 * @param {(place: Place) => boolean} isSeen
 * @returns {Shown}
 */
export function seenWhere(tensor, isSeen) {
  return { ...tensor, values: seen(tensor.values, [], isSeen) };
}

/**
 * Whether a loop comes to one place before the other, or they are the same.
 * @param {Place} place
 * @param {Place} other
 */
export function isUpTo(place, other) {
  const axis = place.findIndex((i, at) => i !== other[at]);
  return axis === -1 || (place[axis] ?? 0) < (other[axis] ?? 0);
}

/** @param {Nested} values @param {number[]} place @param {(place: Place) => boolean} isSeen @returns {any} */
function seen(values, place, isSeen) {
  if (Array.isArray(values)) return values.map((value, i) => seen(value, [...place, i], isSeen));
  return isSeen(place) ? values : undefined;
}
