import { gridWalk } from "../lib/grid-walk.js";
import { PixelPicture } from "./pixel-picture.js";

/**
 * The digits of a batch, each with its label; those that the network takes for another are framed.
 *
 * In: `show(batch, digits, tell)`. Out: `digitpoint` with `{text}`, "" when nothing is pointed at any more; `digitchoose` with
 * `{image}`.
 * @typedef {import("../lib/training-step.js").Batch} Batch
 * @typedef {import("../lib/digits-api.js").Digit} Digit
 */

export class BatchDigits extends HTMLElement {
  /** @type {(image: number) => string} */ #tell = () => "";

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = "Images of the batch";
    this.addEventListener("pointerover", ({ target }) => this.#point(target));
    this.addEventListener("pointerleave", () => this.#point(null));
    this.addEventListener("focusin", ({ target }) => this.#come(target));
    this.addEventListener("focusout", () => this.#point(null));
    this.addEventListener("click", ({ target }) => this.#choose(target));
    this.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {Batch} batch @param {readonly Digit[]} digits @param {(image: number) => string} tell */
  show({ labels, predicted }, digits, tell) {
    this.#tell = tell;
    this.replaceChildren(...digits.map(() => made()));
    digits.forEach(({ pixels }, i) => {
      const button = /** @type {HTMLElement} */ (this.children[i]);
      const [picture, label] = /** @type {[PixelPicture, HTMLElement]} */ (/** @type {unknown} */ ([...button.children]));
      picture.show({ values: pixels.flat(), columns: 28, full: 255, sentence: "" });
      label.textContent = String(labels[i]);
      button.ariaLabel = tell(i);
      button.tabIndex = i === 0 ? 0 : -1;
      button.toggleAttribute("data-wrong", labels[i] !== predicted[i]);
    });
  }

  /** @param {EventTarget | null} target */
  #indexOf(target) {
    return [...this.children].findIndex((button) => target instanceof Node && button.contains(target));
  }

  /** @param {EventTarget | null} target */
  #point(target) {
    const image = this.#indexOf(target);
    this.dispatchEvent(new CustomEvent("digitpoint", { detail: { text: image < 0 ? "" : this.#tell(image) } }));
  }

  /** @param {EventTarget | null} target */
  #come(target) {
    const image = this.#indexOf(target);
    [...this.children].forEach((button, i) => (/** @type {HTMLElement} */ (button).tabIndex = i === image ? 0 : -1));
    this.#point(target);
  }

  /** @param {EventTarget | null} target */
  #choose(target) {
    const image = this.#indexOf(target);
    if (image >= 0) this.dispatchEvent(new CustomEvent("digitchoose", { detail: { image } }));
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const here = this.#indexOf(event.target);
    const columns = getComputedStyle(this).gridTemplateColumns.split(" ").length;
    const next = here < 0 ? null : gridWalk(event, here, { rows: Math.ceil(this.children.length / columns), columns });
    if (next === null) return;
    event.preventDefault();
    /** @type {HTMLElement | undefined} */ (this.children[next])?.focus();
  }
}

function made() {
  const [button, picture, label] = [document.createElement("button"), new PixelPicture(), document.createElement("span")];
  picture.dataset.still = "";
  picture.ariaHidden = "true";
  button.type = "button";
  button.append(picture, label);
  return button;
}

customElements.define("batch-digits", BatchDigits);
