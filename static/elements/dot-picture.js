/**
 * a · b = result: b stands above the result and a beside it, so that a row and a column cross in the number they make. A
 * vector b lies above a, number above number.
 *
 * In: `show(picture)`, `dim()`, `mark(lines)`; holds a tensor-grid for each. Out: `numberpoint` with `{name, place, key}`, place
 * null when nothing is pointed at any more.
 */

import { axesOf, isOn, linesAt, meetingAxes } from "../lib/dot-words.js";
import "./tensor-grid.js";

/**
 * @typedef {import("../lib/dot-words.js").Line} Line
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {import("./tensor-grid.js").TensorGrid} TensorGrid
 * @typedef {"a" | "b" | "result"} Name
 * @typedef {Record<Name, Line>} Lines
 * @typedef {object} Picture
 * @property {Shown} a
 * @property {Shown} b
 * @property {Shown} [result]
 * @property {boolean} [failing] whether the axes that should meet are not equally long
 * @property {boolean} [blank] whether the result is not computed yet
 * @property {boolean} [moving]
 */

const NAMES = /** @type {const} */ (["a", "b", "result"]);
/** Between a and the result, in cells. */
const GAP = 0.5;
/** More cells side by side cannot be read on a narrow screen. */
const MOST_ACROSS = 16;
const NARROW = "(max-width: 45rem)";

export class DotPicture extends HTMLElement {
  /** @type {Picture | null} */ #picture = null;

  connectedCallback() {
    this.addEventListener("cellpoint", (event) => this.#point(/** @type {CustomEvent} */ (event)));
  }

  /** @param {Picture} picture */
  show(picture) {
    this.#picture = picture;
    this.toggleAttribute("data-stale", false);
    const { a, b, failing = false, blank = false, moving = false } = picture;
    const axes = meetingAxes(a.shape, b.shape);
    for (const name of NAMES) {
      const [grid, tensor] = [this.#grid(name), picture[name]];
      grid.toggleAttribute("data-unknown", !tensor);
      const fails = failing && name !== "result" ? axes[name] : null;
      if (tensor) grid.show({ tensor, failing: fails, blank: blank && name === "result", moving });
    }
    this.#colour("a", axesOf("a", a.shape, b.shape));
    this.#colour("b", axesOf("b", a.shape, b.shape));
    this.#measure(b.shape.length < 2);
  }

  /** What is asked now cannot be drawn. */
  dim() {
    this.toggleAttribute("data-stale", true);
  }

  /** Show which lines take part. @param {Lines | null} lines */
  mark(lines) {
    for (const name of NAMES) this.#grid(name).light(null, (place) => lines !== null && isOn(place, lines[name]));
  }

  /** @param {Name} name */
  #grid(name) {
    return /** @type {TensorGrid} */ (this.querySelector(`tensor-grid[data-name=${name}]`));
  }

  /** An axis has the colour of the one that it becomes; those that meet share a colour. @param {Name} name @param {readonly (number | null)[]} axes */
  #colour(name, axes) {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(`[data-name=${name}]`))) {
      for (const [axis, own] of axes.entries()) {
        element.style.setProperty(`--axis-${axis}`, own === null ? "var(--meeting)" : `var(--kept-${own})`);
      }
    }
  }

  /** All cells are equally wide, so that rows and columns meet. @param {boolean} isVector */
  #measure(isVector) {
    const [a = 0, b = 0, result = 0] = NAMES.map((name) => widthOf(this.#grid(name)));
    const across = isVector ? Math.max(a, b) + result : a + Math.max(b, result);
    this.style.setProperty("--across", String(across + GAP));
    this.toggleAttribute("data-stacked", across > MOST_ACROSS && matchMedia(NARROW).matches);
    this.toggleAttribute("data-vector", isVector);
  }

  /** @param {CustomEvent<{place: number[] | null, key: boolean}>} event */
  #point({ target, detail: { place, key } }) {
    const name = /** @type {Name} */ (/** @type {HTMLElement} */ (target).dataset.name);
    const { a, b } = this.#picture ?? {};
    this.mark(place && a && b ? linesAt(name, place, a.shape, b.shape) : null);
    this.dispatchEvent(new CustomEvent("numberpoint", { detail: { name, place, key } }));
  }
}

/** In cells, with the brackets at its edge. @param {HTMLElement} grid */
function widthOf({ style }) {
  const sizes = ["--columns", "--left"].map((name) => Number(style.getPropertyValue(name) || 1));
  return sizes.reduce((sum, size) => sum + size, 0.5);
}

customElements.define("dot-picture", DotPicture);
