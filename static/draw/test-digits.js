import { getDigit, SIZES } from "../lib/digits-api.js";
import { whole } from "../lib/numbers.js";
import { readIndex } from "../lib/sample-index.js";
import { say } from "../elements/say.js";

/** @typedef {import("../lib/digits-api.js").Digit} Digit */

/** Takes real digits from the test set, one after the other or at random. */
export class TestDigits {
  #index = 0;
  #input;
  #taken;
  #trouble;

  /**
   * @param {HTMLFormElement} form
   * @param {(digit: Digit) => void} taken
   * @param {import("../elements/trouble.js").Trouble} trouble
   */
  constructor(form, taken, trouble) {
    this.#taken = taken;
    this.#trouble = trouble;
    this.#input = /** @type {HTMLInputElement} */ (form.elements.namedItem("index"));
    this.at(0);
    form.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go();
    });
    this.#input.addEventListener("change", () => this.#go());
  }

  /** @param {number} index */
  at(index) {
    this.#index = index;
    this.#input.value = String(index);
    this.#input.ariaInvalid = "false";
  }

  /** Take the digit whose place was typed, if there is one. */
  #go() {
    const index = readIndex(this.#input.value, SIZES.test);
    if (index !== null) return this.#take(index);
    this.#input.ariaInvalid = "true";
    for (const place of ["digit", "aloud"]) say(place, `Test digits go from 0 to ${whole(SIZES.test - 1)}.`);
  }

  /** @param {HTMLElement} target */
  #press(target) {
    const way = target.closest("button")?.dataset.digit;
    const next = {
      previous: (this.#index + SIZES.test - 1) % SIZES.test,
      next: (this.#index + 1) % SIZES.test,
      random: Math.floor(Math.random() * SIZES.test),
    }[way ?? ""];
    if (next !== undefined) this.#take(next);
  }

  /** @param {number} index */
  #take(index) {
    this.at(index);
    void this.#trouble.attempt(async () => {
      const digit = await getDigit("test", index);
      if (index === this.#index) this.#taken(digit);
    });
  }
}

/**
 * What lies on the sheet, and what the network takes it for if that is known.
 * @param {import("./sheet.js").Drawn} drawn
 * @param {number} [answer]
 */
export function digitWords({ digit, example, strokes, changed }, answer) {
  if (changed) return "A changed digit, asked as it is: crop, box and centre are left out. Undo brings back what was there.";
  if (!digit) return "One of 10,000 that no network here was trained on.";
  const { index, label } = digit;
  if (strokes.length > 0) return `Test digit ${index}, label ${label}, under your ink.`;
  if (example) return `Test digit ${index}. Its label is ${label}. Your first stroke takes its place.`;
  const taken = answer === undefined || answer === label ? "" : ` The network takes it for a ${answer}.`;
  return `Test digit ${index}. Its label is ${label}.${taken}`;
}
