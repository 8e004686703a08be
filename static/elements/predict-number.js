/**
 * A guess before the answer: a number.
 *
 * In: `ask(prediction)`. Out: `reveal` with `{all: true}` when it was guessed, or when one gives up.
 */

import { TypedGuess } from "./typed-guess.js";

/**
 * @typedef {object} NumberPrediction
 * @property {string} question "What is grad(loss, w)?"
 * @property {number} answer
 * @property {string} name what the answer is called
 * @property {string} why how it is found, for a guess that is wrong
 */

/** So near is right: nobody is asked for a fourth digit. */
const NEAR = 0.005;

export class PredictNumber extends TypedGuess {
  /** @type {NumberPrediction | null} */ #asked = null;

  /** @override */
  get example() {
    return "a number";
  }

  /** @param {NumberPrediction} prediction */
  ask(prediction) {
    this.#asked = prediction;
    this.pose(prediction.question);
  }

  /** @override @param {string} typed */
  judge(typed) {
    const text = typed.trim();
    const guess = Number(text.replace("−", "-"));
    if (!this.#asked) return;
    const { answer, name, why } = this.#asked;
    if (text === "" || Number.isNaN(guess)) return this.say("A gradient is a number, such as −2 or 0.5.");
    if (Math.abs(guess - answer) > NEAR * Math.max(1, Math.abs(answer))) return this.say(`Not ${text}. ${why}`);
    this.say(`Right: ${name} = ${text}.`);
    this.reveal();
  }
}

customElements.define("predict-number", PredictNumber);
