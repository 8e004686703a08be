import { Growing } from "./growing.js";

/**
 * One measure of a run, update by update: as it came, and smoothed.
 *
 * Smoothed is the exponential mean `s[i] = s[i-1] + a (x[i] - s[i-1])` with `a = 2 / (window + 1)`; at the beginning
 * the window is as long as what there is, so the mean neither lags behind nor starts at zero.
 */
export class Curve {
  #raw = new Growing();
  #smooth = new Growing();
  #alpha;

  /** @param {number} window updates over which to smooth */
  constructor(window) {
    this.#alpha = 2 / (window + 1);
  }

  get raw() {
    return this.#raw.values;
  }

  get smooth() {
    return this.#smooth.values;
  }

  /**
   * Values that were there before are replaced: a resumed run repeats some updates.
   * @param {number} first
   * @param {readonly number[]} values
   */
  write(first, values) {
    values.forEach((value, i) => this.#raw.set(first + i, value));
    for (let i = first; i < this.#raw.length; i += 1) this.#smooth.set(i, this.#mean(i));
  }

  /** @param {number} i */
  #mean(i) {
    const value = /** @type {number} */ (this.#raw.values[i]);
    const before = this.#smooth.values[i - 1] ?? value;
    return before + Math.max(this.#alpha, 2 / (i + 2)) * (value - before);
  }
}
