/**
 * A few digits as they are, and as a network finds them whose pixels are shuffled.
 *
 * In: `show(seed)`.
 * @typedef {import("../lib/digits-api.js").Digit} Digit
 */

import { PixelPicture } from "../elements/pixel-picture.js";
import { Refused } from "../lib/ask.js";
import { getDigits, getShuffled } from "../lib/digits-api.js";

const COUNT = 4;
const SIDE = 28;
const INK = 255;

export class ShuffledDigits extends HTMLElement {
  #seed = -1;

  /** @param {number} seed */
  async show(seed) {
    if (seed === this.#seed) return;
    this.#seed = seed;
    try {
      const [plain, shuffled] = await Promise.all([getDigits("train", 0, COUNT), getShuffled(COUNT, seed)]);
      if (seed === this.#seed) this.#put(plain.digits, shuffled);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#seed = -1;
    }
  }

  /** @param {readonly Digit[]} plain @param {readonly Digit[]} shuffled */
  #put(plain, shuffled) {
    const arrow = document.createElement("span");
    arrow.textContent = "→";
    arrow.ariaHidden = "true";
    this.replaceChildren(...plain.map((digit) => picture(digit, "")), arrow, ...shuffled.map((digit) => picture(digit, ", shuffled")));
  }
}

/** @param {Digit} digit @param {string} how */
function picture({ label, pixels }, how) {
  const element = new PixelPicture();
  element.dataset.still = "";
  element.show({ values: pixels.flat(), columns: SIDE, full: INK, sentence: `A ${label}${how}.` });
  return element;
}

customElements.define("shuffled-digits", ShuffledDigits);
