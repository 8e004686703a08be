import { termText } from "../lib/step-words.js";
import { fromWire } from "../lib/wire.js";
import { PixelPicture } from "./pixel-picture.js";

/**
 * The numbers that are multiplied and added up to one number, as pictures; each term can be asked.
 *
 * In: `show(element)`. Pointing at a picture, or the slider, goes to a term.
 * @typedef {import("../lib/training-step.js").Element} Element
 */

const PICTURE = 28;
const NARROW = 16;

export class NumberTerms extends HTMLElement {
  /** @type {Element | null} */ #element = null;
  /** @type {PixelPicture[]} */ #pictures = [];
  #strips = document.createElement("div");
  #slider = document.createElement("input");
  #says = document.createElement("output");

  connectedCallback() {
    this.#strips.className = "strips";
    this.#slider.type = "range";
    this.#slider.ariaLabel = "Term";
    this.#says.className = "term";
    this.replaceChildren(this.#strips, this.#slider, this.#says);
    this.#slider.addEventListener("input", () => this.#go(this.#slider.valueAsNumber));
  }

  /** @param {Element} element */
  show(element) {
    this.#element = element;
    this.hidden = !element.terms;
    if (!element.terms) return;
    const lines = [[element.a, element.left], [element.b, element.right], [element.b ? "their products" : element.a, element.terms]];
    this.#pictures = [];
    const figures = lines.flatMap(([name, values]) => (name && Array.isArray(values) ? [this.#strip(String(name), values.map(fromWire))] : []));
    this.#strips.replaceChildren(...figures.flatMap((figure, i) => (i === 0 ? [figure] : [sign(i, figures.length), figure])));
    this.#slider.max = String(element.terms.length - 1);
    this.#go(strongest(element.terms.map(fromWire)));
  }

  /** @param {string} name @param {number[]} values */
  #strip(name, values) {
    const [figure, caption, picture] = [document.createElement("figure"), document.createElement("figcaption"), new PixelPicture()];
    caption.className = "code";
    caption.textContent = name;
    figure.append(caption, picture);
    const columns = values.length === PICTURE ** 2 ? PICTURE : Math.min(NARROW, values.length);
    const full = Math.max(...values.map(Math.abs).filter(Number.isFinite), 0);
    figure.style.setProperty("--cells", String(columns));
    const tell = (/** @type {number} */ k) => (this.#element ? termText(this.#element, k) : "");
    queueMicrotask(() => picture.show({ values, columns, full, sentence: `${name}: ${values.length} numbers.`, tell }));
    picture.addEventListener("cellpoint", (event) => this.#point(/** @type {CustomEvent} */ (event).detail.index));
    this.#pictures.push(picture);
    return figure;
  }

  /** @param {number} k */
  #point(k) {
    if (k >= 0) this.#go(k);
  }

  /** @param {number} k */
  #go(k) {
    if (!this.#element) return;
    this.#slider.value = String(k);
    this.#says.value = termText(this.#element, k);
    this.#slider.ariaValueText = this.#says.value;
    queueMicrotask(() => this.#pictures.forEach((picture) => picture.point(k)));
  }
}

/** @param {readonly number[]} terms */
function strongest(terms) {
  const sizes = terms.map(Math.abs);
  return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}

/** @param {number} i @param {number} count */
function sign(i, count) {
  const made = document.createElement("span");
  made.className = "quiet";
  made.textContent = i === count - 1 ? "=" : "×";
  return made;
}

customElements.define("number-terms", NumberTerms);
