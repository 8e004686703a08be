/**
 * The test digits that a network gets wrong, the surest first; each opens in Draw, before the same network.
 *
 * In: `show(evaluation, moment, cell)`.
 * @typedef {import("../lib/moments-api.js").Evaluation} Evaluation
 * @typedef {import("../lib/moments-api.js").Mistake} Mistake
 * @typedef {import("../lib/moments-api.js").Moment} Moment
 * @typedef {import("../lib/digits-api.js").Digit} Digit
 */

import { DigitLinks } from "../elements/digit-links.js";
import { mistakesWords } from "../lib/confusion.js";
import { getDigitsAt } from "../lib/digits-api.js";
import { aDigit, confidence } from "../lib/verdict.js";
import { fromWire } from "../lib/wire.js";

const SHOWN = 24;

export class MistakeDigits extends HTMLElement {
  /** @type {Map<number, Digit>} */ #digits = new Map();
  #title = document.createElement("p");
  #links = new DigitLinks();
  #asked = 0;

  connectedCallback() {
    this.#title.className = "small";
    this.replaceChildren(this.#title, this.#links);
  }

  /** @param {Evaluation} evaluation @param {Moment} moment @param {number | null} cell */
  async show(evaluation, moment, cell) {
    const asked = (this.#asked += 1);
    const mistakes = evaluation.mistakes.slice(0, SHOWN);
    await this.#fetch(mistakes.map(({ index }) => index));
    if (asked !== this.#asked) return;
    this.#title.textContent = mistakesWords(evaluation, cell, SHOWN);
    this.#links.show(mistakes.map((mistake) => this.#link(mistake, moment)));
  }

  /** Only what was never seen. @param {readonly number[]} indices */
  async #fetch(indices) {
    const unknown = indices.filter((index) => !this.#digits.has(index));
    for (const digit of await getDigitsAt("test", unknown)) this.#digits.set(digit.index, digit);
  }

  /** @param {Mistake} mistake @param {Moment} moment */
  #link({ index, label, predicted, probability }, { run, step }) {
    const sure = confidence(fromWire(probability));
    return {
      href: `/draw?run=${encodeURIComponent(run)}&step=${step}&digit=${index}`,
      pixels: this.#digits.get(index)?.pixels ?? [],
      caption: `${label} → ${predicted}`,
      sentence: `Test digit ${index}, ${aDigit(label)}, is taken for ${aDigit(predicted)}, ${sure} sure. Open it in Draw.`,
    };
  }
}

customElements.define("mistake-digits", MistakeDigits);
