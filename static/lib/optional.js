/** What a link may leave out, and is then not asked for at all. */

/**
 * @template {string} W
 * @param {readonly W[]} [words] the only ones that are known; any if there are none
 * @returns {import("./link.js").Field<W | null>}
 */
export function optional(words) {
  return {
    read: (text) => (text && (!words || words.includes(/** @type {W} */ (text))) ? /** @type {W} */ (text) : null),
    write: (value) => value || null,
    accepts: (text) => !words || text === "" || words.some((known) => known === text),
    expected: `one of ${(words ?? []).join(", ")}`,
  };
}
