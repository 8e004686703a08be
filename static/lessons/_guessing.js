import "../elements/predict-shape.js";

/** @typedef {import("../elements/predict-shape.js").Prediction} Prediction */
/** @typedef {"shape" | "cell" | "nothing"} Asked what is still to be guessed */

/**
 * Predict first: while it is on, nothing of an answer is seen before one has guessed it, or gives up.
 * @template [P=Prediction]
 */
export class Guessing {
  #guess;
  #switch = /** @type {HTMLInputElement} */ (document.querySelector("[name=predict]"));
  #main = /** @type {HTMLElement} */ (document.querySelector("main"));
  #show = (/** @type {Asked} */ _) => {};

  /**
   * @param {{state: {predict: "on" | "off"}, change: (what: {predict: "on" | "off"}, manner: "chosen") => void}} lesson
   * @param {HTMLElement & {ask: (prediction: P) => void, decline?: (why: string) => void}} guess what asks for it
   */
  constructor(lesson, guess = /** @type {any} */ (document.querySelector("predict-shape"))) {
    this.#guess = guess;
    this.#switch.checked = lesson.state.predict === "on";
    this.#switch.addEventListener("change", () =>
      lesson.change({ predict: this.#switch.checked ? "on" : "off" }, "chosen"),
    );
    this.#guess.addEventListener("reveal", (event) => {
      const { all } = /** @type {CustomEvent<{all: boolean}>} */ (event).detail;
      this.#left(all ? "nothing" : "cell");
    });
  }

  get asked() {
    return /** @type {Asked} */ (this.#main.dataset.guessing ?? "nothing");
  }

  /** There is nothing to be guessed. @param {string} [why] */
  rest(why = "") {
    this.#guess.hidden = !why || !this.#switch.checked;
    this.#guess.decline?.(why);
    this.#mark("nothing");
  }

  /** @param {P} prediction @param {(asked: Asked) => void} show what may be seen by now */
  ask(prediction, show) {
    this.#show = show;
    this.#guess.hidden = !this.#switch.checked;
    if (this.#switch.checked) this.#guess.ask(prediction);
    this.#left(this.#switch.checked ? "shape" : "nothing");
  }

  /** @param {Asked} asked */
  #left(asked) {
    this.#mark(asked);
    this.#show(asked);
  }

  /** @param {Asked} asked */
  #mark(asked) {
    if (asked === "nothing") delete this.#main.dataset.guessing;
    else this.#main.dataset.guessing = asked;
  }
}
