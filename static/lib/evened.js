/** Heights of a landscape, evened out so that its contour lines lie everywhere, also where it is nearly flat. */

const STEEPEST = 6;

/**
 * From 0, the lowest, to 1, the highest; half of all values lie below a half, as far as a root can do that.
 * @param {readonly number[]} values
 * @returns {number[]} what is no number is as high as can be
 */
export function evened(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  const share = (/** @type {number} */ value) => (value - low) / (high - low || 1);
  const middle = share(sorted[Math.floor(sorted.length / 2)] ?? 0);
  const power = Math.max(1, Math.min(STEEPEST, Math.log(middle) / Math.log(0.5) || 1));
  return values.map((value) => (Number.isFinite(value) ? share(value) ** (1 / power) : 1));
}
