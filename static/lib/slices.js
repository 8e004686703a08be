/**
 * What a slice keeps of each axis, and how a slice is written that keeps what somebody has dragged over.
 * @typedef {import("./nested.js").Place} Place
 * @typedef {{axis: number, start: number, stop: number, step: number, length: number, kept: boolean}} Cut
 */

/**
 * Whether a place is among those that are kept.
 * @param {readonly Cut[]} cuts
 * @param {Place} place
 */
export function isKept(cuts, place) {
  return cuts.every((cut) => keeps(cut, place[cut.axis] ?? 0));
}

/**
 * @param {Cut} cut
 * @param {number} index
 */
export function keeps({ start, step, length }, index) {
  const turn = (index - start) / step;
  return Number.isInteger(turn) && turn >= 0 && turn < length;
}

/**
 * From where a number of the result was taken.
 * @param {readonly Cut[]} cuts
 * @param {Place} place in the result
 * @returns {number[]}
 */
export function takenFrom(cuts, place) {
  let axis = 0;
  return cuts.map(({ start, step, kept }) => (kept ? start + step * (place[axis++] ?? 0) : start));
}

/**
 * Where a number that is kept stands in the result.
 * @param {readonly Cut[]} cuts
 * @param {Place} place
 * @returns {number[]}
 */
export function putAt(cuts, place) {
  return cuts.filter(({ kept }) => kept).map(({ axis, start, step }) => ((place[axis] ?? 0) - start) / step);
}

/**
 * The first indices that a cut keeps.
 * @param {Cut} cut
 * @param {number} [most]
 * @returns {number[]}
 */
export function keptIndices({ start, step, length }, most = length) {
  return Array.from({ length: Math.min(length, most) }, (_, turn) => start + turn * step);
}

/**
 * The slice with another range for one axis.
 * @param {string} text as it was typed
 * @param {readonly Cut[]} cuts what it meant
 * @param {readonly number[]} shape
 * @param {{axis: number, from: number, to: number}} range both ends are kept
 * @returns {string}
 */
export function withRange(text, cuts, shape, range) {
  const typed = text.replace(/^[^[]*\[|\]\s*$/g, "").split(",").map((part) => part.trim());
  const asTyped = typed.length === shape.length && !typed.includes("...");
  const parts = shape.map((length, axis) => {
    if (axis === range.axis) return rangeText(Math.min(range.from, range.to), Math.max(range.from, range.to) + 1, length);
    return (asTyped && typed[axis]) || cutText(cuts[axis], length);
  });
  return parts.join(", ");
}

/**
 * A range as one would write it: what leaves out as much at both ends counts the last ones from the end.
 * @param {number} start
 * @param {number} stop
 * @param {number} length
 */
export function rangeText(start, stop, length) {
  if (start === 0 && stop === length) return ":";
  if (start > 0 && start === length - stop) return `${start}:-${start}`;
  return `${start || ""}:${stop === length ? "" : stop}`;
}

/** @param {Cut | undefined} cut @param {number} length */
function cutText(cut, length) {
  if (!cut) return ":";
  if (!cut.kept) return String(cut.start);
  if (cut.step === 1) return rangeText(cut.start, cut.stop, length);
  return `${cut.start}:${cut.stop < 0 ? "" : cut.stop}:${cut.step}`;
}
