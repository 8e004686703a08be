import { binWords, heights } from "../lib/histogram.js";
import { setAll, svg } from "./svg-node.js";

/**
 * How often values fall into equal bins, each of which can be asked by pointer or arrow keys.
 *
 * In: `show(histogram, sentence)`, `data-of` for what is counted, `data-layer` for where. Out: `binpoint` with `{text}`, "" when nothing is pointed at any
 * more.
 * @typedef {import("../lib/moments-api.js").Histogram} Histogram
 */

export class HistogramPicture extends HTMLElement {
  #picture = svg("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
  /** @type {Histogram | null} */ #histogram = null;
  #index = -1;
  #sentence = "";

  connectedCallback() {
    this.tabIndex = 0;
    this.role = "application"; // so that screen readers leave the arrow keys to it
    this.ariaRoleDescription = "histogram, walked by arrow keys";
    this.replaceChildren(this.#picture);
    this.addEventListener("pointermove", (event) => this.#point(this.#binAt(event)));
    this.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#point(-1));
    this.addEventListener("focus", () => this.matches(":focus-visible") && this.#point(Math.max(0, this.#index)));
    this.addEventListener("blur", () => this.#point(-1));
    this.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** The bin that is pointed at, in words. */
  get told() {
    const { of = "values" } = this.dataset;
    return this.#histogram && this.#index >= 0 ? binWords(this.#histogram, this.#index, of) : "";
  }

  /** @param {Histogram} histogram @param {string} sentence */
  show(histogram, sentence) {
    this.#histogram = histogram;
    this.#sentence = sentence;
    const bars = heights(histogram);
    if (this.#picture.childElementCount !== bars.length) this.#build(bars.length);
    bars.forEach(({ height, sign }, i) => {
      const bar = /** @type {Element} */ (this.#picture.children[i]);
      setAll(bar, { y: 1 - height, height, class: sign });
    });
    this.#describe();
  }

  /** @param {number} count */
  #build(count) {
    this.#picture.setAttribute("viewBox", `0 0 ${count} 1`);
    this.#picture.replaceChildren(...Array.from({ length: count }, (_, x) => svg("rect", { x: x + 0.06, width: 0.88 })));
  }

  /** @param {PointerEvent} event */
  #binAt({ clientX }) {
    const { left, width } = this.getBoundingClientRect();
    const count = this.#histogram?.counts.length ?? 1;
    return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count)));
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const last = (this.#histogram?.counts.length ?? 1) - 1;
    const goal = { ArrowLeft: this.#index - 1, ArrowRight: this.#index + 1, Home: 0, End: last }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    this.#point(Math.max(0, Math.min(last, goal)));
  }

  /** @param {number} index */
  #point(index) {
    this.#picture.children[this.#index]?.removeAttribute("data-pointed");
    this.#index = index;
    this.#picture.children[index]?.setAttribute("data-pointed", "");
    this.#describe();
    this.dispatchEvent(new CustomEvent("binpoint", { bubbles: true, detail: { text: this.told } }));
  }

  #describe() {
    const { layer = "", of = "" } = this.dataset;
    this.ariaLabel = `${layer}, ${of}: ${this.told || this.#sentence}`;
  }
}

customElements.define("histogram-picture", HistogramPicture);
