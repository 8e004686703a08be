/** Which of a few colours each chosen thing has: it keeps its own while it is chosen. */

export const SLOTS = /** @type {const} */ (["a", "b", "c", "d", "e", "f"]);

/** @typedef {(typeof SLOTS)[number]} Slot */

/**
 * @param {ReadonlyMap<string, Slot>} before
 * @param {readonly string[]} chosen at most as many as there are slots
 * @returns {Map<string, Slot>}
 */
export function assignSlots(before, chosen) {
  const kept = chosen.map((id) => before.get(id));
  const free = SLOTS.filter((slot) => !kept.includes(slot));
  return new Map(chosen.slice(0, SLOTS.length).map((id) => [id, before.get(id) ?? /** @type {Slot} */ (free.shift())]));
}
