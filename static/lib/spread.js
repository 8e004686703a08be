/**
 * Places moved as little as needed so that no two are closer than `gap`; their order stays.
 * @param {readonly number[]} places
 * @param {number} gap
 * @returns {number[]}
 */
export function spread(places, gap) {
  const moved = [...places];
  const order = places.map((_, i) => i).sort((a, b) => at(places, a) - at(places, b));
  for (const [rank, i] of order.entries()) {
    const before = order[rank - 1];
    if (before !== undefined) moved[i] = Math.max(at(moved, i), at(moved, before) + gap);
  }
  return moved;
}

/**
 * @param {readonly number[]} places
 * @param {number} i
 */
function at(places, i) {
  return /** @type {number} */ (places[i]);
}
