/** A number changed by hand: so much for a pixel of a drag, so much for a press of a key; a large one in larger steps. */

const PER_PIXEL = 0.02;
const PER_KEY = 0.1;
/** With shift. */
const FINE = 0.1;

/**
 * @param {number} start where the drag began
 * @param {number} pixels to the right
 * @param {boolean} fine
 */
export function scrubbed(start, pixels, fine) {
  return stepped(start, pixels, PER_PIXEL * (fine ? FINE : 1));
}

/** @param {number} value @param {number} presses up, or down if negative @param {boolean} fine */
export function pressed(value, presses, fine) {
  return stepped(value, presses, PER_KEY * (fine ? FINE : 1));
}

/** @param {number} from @param {number} steps @param {number} step for a number below 10 */
function stepped(from, steps, step) {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(from) || 1)));
  return Number((from + steps * step * size).toPrecision(12));
}
