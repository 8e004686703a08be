/**
 * A guess before the answer: one of a few.
 *
 * In: `ask(prediction)`, `decline(why)`. Out: `reveal` with `{all: true}` when it was guessed, or when one gives up.
 * @typedef {{question: string, options: {value: string, text: string}[], right: string, praise: string, whyNot: (value: string) => string}} ChoicePrediction
 */

export class PredictChoice extends HTMLElement {
  /** @type {ChoicePrediction | null} */ #asked = null;
  #form = document.createElement("div");
  #question = document.createElement("p");
  #options = document.createElement("div");
  #says = document.createElement("p");

  connectedCallback() {
    this.role = "group";
    this.#options.className = "row";
    this.#says.role = "status";
    this.#says.className = "small";
    this.#form.className = "stack";
    this.#form.append(this.#question, this.#options);
    this.replaceChildren(this.#form, this.#says);
  }

  /** @param {ChoicePrediction} prediction */
  ask(prediction) {
    const { question, options } = (this.#asked = prediction);
    this.ariaLabel = question;
    this.#question.textContent = question;
    this.#says.textContent = "";
    this.#form.hidden = false;
    const choices = options.map(({ value, text }) => button(text, "", () => this.#guess(value)));
    this.#options.replaceChildren(...choices, button("Show me", "plain", () => this.#reveal()));
  }

  /** There is nothing to be guessed. @param {string} why */
  decline(why) {
    this.#asked = null;
    this.#form.hidden = true;
    this.#say(why);
  }

  /** @param {string} value */
  #guess(value) {
    if (!this.#asked) return;
    const { right, praise, whyNot } = this.#asked;
    if (value !== right) return this.#say(`No. ${whyNot(value)}`);
    this.#say(`Right. ${praise}`);
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

/** @param {string} text @param {string} look @param {() => void} act */
function button(text, look, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

customElements.define("predict-choice", PredictChoice);
