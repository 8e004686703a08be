/**
 * A text whose indices and lengths know their axis, so that they get its colour.
 * @typedef {string | {axis: number, text: string}} Part
 */

/**
 * @param {readonly number[]} shape
 * @param {number} [first] number of its first axis
 * @returns {Part[]} (2, 3)
 */
export function shapeParts(shape, first = 0) {
  return ["(", ...listed(shape, first), shape.length === 1 ? ",)" : ")"];
}

/**
 * @param {string} name
 * @param {readonly number[]} place
 * @param {number} [first] number of its first axis
 * @returns {Part[]} a[1, 2]
 */
export function placeParts(name, place, first = 0) {
  return place.length === 0 ? [name] : [`${name}[`, ...listed(place, first), "]"];
}

/** @param {readonly Part[]} parts */
export function plain(parts) {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** @param {readonly number[]} numbers @param {number} first @returns {Part[]} */
function listed(numbers, first) {
  return numbers.flatMap((number, i) => [...(i > 0 ? [", "] : []), { axis: first + i, text: String(number) }]);
}
