/**
 * A guess before the answer: where a point of the plane goes.
 *
 * In: `ask(prediction)`. Out: `reveal` with `{all: true}` when it was guessed, or when one gives up.
 */

import { pointText, readPoint } from "../lib/plane-words.js";
import { TypedGuess } from "./typed-guess.js";

/**
 * @typedef {import("../lib/plane.js").Point} Point
 * @typedef {{point: Point, image: Point, whyNot: (guess: Point) => string[]}} PointPrediction
 */

export class PredictPoint extends TypedGuess {
  /** @type {PointPrediction | null} */ #asked = null;

  /** @override */
  get example() {
    return "(0.5, 2)";
  }

  /** @param {PointPrediction} prediction */
  ask(prediction) {
    this.#asked = prediction;
    this.pose(`Where does ${pointText(prediction.point)} land?`);
  }

  /** @override @param {string} typed */
  judge(typed) {
    const guess = readPoint(typed);
    if (!this.#asked) return;
    if (!guess) return this.say("A point is two numbers, such as (0.5, 2).");
    const reasons = this.#asked.whyNot(guess);
    if (reasons.length > 0) return this.say(`Not at ${pointText(guess)}. ${reasons.join(" ")}`);
    this.say(`Right: ${pointText(this.#asked.point)} lands at ${pointText(this.#asked.image)}.`);
    this.reveal();
  }
}

customElements.define("predict-point", PredictPoint);
