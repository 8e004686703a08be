/**
 * A guess before the answer: the shape of a result, and of a small one also one of its numbers.
 *
 * In: `ask(prediction)`, `decline(why)`. Out: `reveal` with `{all}` when the shape was guessed (all is false while a number is still asked
 * for), when the number was, or when one gives up.
 */

import { readShape } from "../lib/shape-text.js";
import { shapeText } from "../lib/spelling.js";

/**
 * @typedef {import("../lib/nested.js").Shape} Shape
 * @typedef {object} Prediction
 * @property {string} [question] what is asked, if it is not about the result
 * @property {Shape | null} shape what is right, null where there is no result
 * @property {string | null} misfit a name for there being no result, null where there always is one
 * @property {(guess: Shape | null) => string[]} whyNot what speaks against a guess
 * @property {{name: string, text: string, how: string} | null} cell a number to be guessed too
 */

export class PredictShape extends HTMLElement {
  /** @type {Prediction | null} */ #asked = null;
  #what = /** @type {"shape" | "cell"} */ ("shape");
  #form = document.createElement("form");
  #label = document.createElement("label");
  #guess = document.createElement("input");
  #misfit = button("", () => this.#judge(null));
  #says = document.createElement("p");

  connectedCallback() {
    this.#guess.type = "text";
    this.#guess.autocomplete = "off";
    this.#says.role = "status";
    this.#says.className = "small";
    const check = button("Check", () => {});
    check.type = "submit";
    check.className = "primary";
    const giveUp = button("Show me", () => this.#reveal(true));
    giveUp.className = "plain";
    this.#label.append(document.createElement("span"), this.#guess);
    this.#form.append(this.#label, check, this.#misfit, giveUp);
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.replaceChildren(this.#form, this.#says);
  }

  /** @param {Prediction} prediction */
  ask(prediction) {
    this.#asked = prediction;
    this.#says.textContent = "";
    this.#form.hidden = false;
    this.#misfit.textContent = prediction.misfit;
    this.#put("shape", prediction.question ?? "What shape will the result have?", "such as (5, 7)");
  }

  /** @param {"shape" | "cell"} what @param {string} question @param {string} example */
  #put(what, question, example) {
    this.#what = what;
    this.#misfit.hidden = what === "cell" || !this.#asked?.misfit;
    this.#guess.value = "";
    this.#guess.placeholder = example;
    /** @type {HTMLElement} */ (this.#label.firstChild).textContent = question;
  }

  /** Nothing is asked. @param {string} why */
  decline(why) {
    this.#form.hidden = true;
    this.#say(why);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    if (this.#what === "cell") return this.#judgeCell();
    const shape = readShape(this.#guess.value);
    if (shape) this.#judge(shape);
    else this.#say("A shape is a list of lengths, such as (2, 3), (3,) or () for a scalar.");
  }

  /** @param {Shape | null} guess */
  #judge(guess) {
    const reasons = this.#asked?.whyNot(guess) ?? [];
    if (reasons.length > 0) return this.#say(`Not ${guess ? shapeText(guess) : "so"}. ${reasons.join(" ")}`);
    this.#right();
  }

  #right() {
    const { shape = null, misfit, cell = null } = this.#asked ?? {};
    this.#say(`Right: ${shape ? shapeText(shape) : misfit?.toLowerCase()}.`);
    if (cell) this.#put("cell", `And ${cell.name}?`, "a number");
    this.#reveal(!cell);
  }

  #judgeCell() {
    const { name = "", text = "", how = "" } = this.#asked?.cell ?? {};
    const right = this.#guess.value.trim() !== "" && Number(this.#guess.value) === Number(text);
    if (!right) return this.#say(`Not ${this.#guess.value || "yet"}. ${how}`);
    this.#say(`Right: ${name} = ${text}.`);
    this.#reveal(true);
  }

  /** @param {string} text */
  #say(text) {
    this.#says.textContent = text;
  }

  /** @param {boolean} all */
  #reveal(all) {
    if (all) this.#form.hidden = true;
    this.dispatchEvent(new CustomEvent("reveal", { detail: { all } }));
  }
}

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

customElements.define("predict-shape", PredictShape);
