/**
 * A guess before the answer: where a point of the plane goes.
 *
 * In: `ask(prediction)`. Out: `reveal` with `{all: true}` when it was guessed, or when one gives up.
 */

import { pointText, readPoint } from "../lib/plane-words.js";

/**
 * @typedef {import("../lib/plane.js").Point} Point
 * @typedef {{point: Point, image: Point, whyNot: (guess: Point) => string[]}} PointPrediction
 */

export class PredictPoint extends HTMLElement {
  /** @type {PointPrediction | null} */ #asked = null;
  #form = document.createElement("form");
  #question = document.createElement("span");
  #guess = document.createElement("input");
  #says = document.createElement("p");

  connectedCallback() {
    const label = document.createElement("label");
    this.#guess.type = "text";
    this.#guess.autocomplete = "off";
    this.#guess.placeholder = "(0.5, 2)";
    this.#says.role = "status";
    this.#says.className = "small";
    const [check, giveUp] = [button("Check", "primary"), button("Show me", "plain")];
    check.type = "submit";
    giveUp.addEventListener("click", () => this.#reveal());
    label.append(this.#question, this.#guess);
    this.#form.append(label, check, giveUp);
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.replaceChildren(this.#form, this.#says);
  }

  /** @param {PointPrediction} prediction */
  ask(prediction) {
    this.#asked = prediction;
    this.#guess.value = "";
    this.#says.textContent = "";
    this.#form.hidden = false;
    this.#question.textContent = `Where does ${pointText(prediction.point)} land?`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const guess = readPoint(this.#guess.value);
    if (!this.#asked) return;
    if (!guess) return this.#say("A point is two numbers, such as (0.5, 2).");
    const reasons = this.#asked.whyNot(guess);
    if (reasons.length > 0) return this.#say(`Not at ${pointText(guess)}. ${reasons.join(" ")}`);
    this.#say(`Right: ${pointText(this.#asked.point)} lands at ${pointText(this.#asked.image)}.`);
    this.#reveal();
  }

  /** @param {string} text */
  #say(text) {
    this.#says.textContent = text;
  }

  #reveal() {
    this.#form.hidden = true;
    this.dispatchEvent(new CustomEvent("reveal", { detail: { all: true } }));
  }
}

/** @param {string} text @param {string} look */
function button(text, look) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = text;
  return made;
}

customElements.define("predict-point", PredictPoint);
