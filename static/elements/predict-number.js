/**
 * A guess before the answer: a number.
 *
 * In: `ask(prediction)`. Out: `reveal` with `{all: true}` when it was guessed, or when one gives up.
 */

/**
 * @typedef {object} NumberPrediction
 * @property {string} question "What is grad(loss, w)?"
 * @property {number} answer
 * @property {string} name what the answer is called
 * @property {string} why how it is found, for a guess that is wrong
 */

/** So near is right: nobody is asked for a fourth digit. */
const NEAR = 0.005;

export class PredictNumber extends HTMLElement {
  /** @type {NumberPrediction | null} */ #asked = null;
  #form = document.createElement("form");
  #question = document.createElement("span");
  #guess = document.createElement("input");
  #says = document.createElement("p");

  connectedCallback() {
    const label = document.createElement("label");
    this.#guess.type = "text";
    this.#guess.autocomplete = "off";
    this.#guess.placeholder = "a number";
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

  /** @param {NumberPrediction} prediction */
  ask(prediction) {
    this.#asked = prediction;
    this.#guess.value = "";
    this.#says.textContent = "";
    this.#form.hidden = false;
    this.#question.textContent = prediction.question;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const text = this.#guess.value.trim();
    const guess = Number(text.replace("−", "-"));
    if (!this.#asked) return;
    const { answer, name, why } = this.#asked;
    if (text === "" || Number.isNaN(guess)) return this.#say("A gradient is a number, such as −2 or 0.5.");
    if (Math.abs(guess - answer) > NEAR * Math.max(1, Math.abs(answer))) return this.#say(`Not ${text}. ${why}`);
    this.#say(`Right: ${name} = ${text}.`);
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

customElements.define("predict-number", PredictNumber);
