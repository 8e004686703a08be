/**
 * A tensor as its cells, or as a picture where it is one.
 *
 * In: `show(view)`, `light(place)`; `data-name`. Out: `cellpoint` with `{place, key}`, place null when nothing is pointed at.
 */

import { placeAt, rankOf } from "../lib/places.js";
import { shapeText } from "../lib/spelling.js";
import { PixelPicture } from "./pixel-picture.js";
import { TensorGrid } from "./tensor-grid.js";

/**
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {{tensor: Shown, pixels: boolean, moving?: boolean, from?: (place: Place) => Place, differs?: (place: Place) => boolean}} Face
 */

/** A picture of fewer rows or columns is none. */
const FEWEST = 7;
const WHITE = 255;

export class TensorFace extends HTMLElement {
  #grid = new TensorGrid();
  #picture = new PixelPicture();
  /** @type {readonly number[]} */ #shape = [];

  connectedCallback() {
    this.#grid.dataset.name = this.dataset.name ?? "";
    this.replaceChildren(this.#grid, this.#picture);
    this.#picture.addEventListener("cellpoint", (event) => this.#translate(/** @type {CustomEvent} */ (event)));
  }

  /** @param {Face} face */
  show({ tensor, pixels, moving = false, from, differs }) {
    this.#shape = tensor.shape;
    const isPicture = pixels && tensor.shape.length === 2 && Math.min(...tensor.shape) >= FEWEST && !tensor.preview;
    this.#grid.hidden = isPicture;
    this.#picture.hidden = !isPicture;
    if (isPicture) this.#paint(tensor);
    else this.#grid.show({ tensor, moving, ...(from && { from }) });
    if (differs && !isPicture) this.#grid.light(null, differs);
  }

  /** @param {Place | null} place */
  light(place) {
    if (!this.#picture.hidden) this.#picture.point(place ? rankOf(place, this.#shape) : -1);
    else this.#grid.light(place, (cell) => String(cell) === String(place));
  }

  /** @param {Shown} tensor */
  #paint({ shape, values }) {
    const name = this.dataset.name ?? "";
    const flat = /** @type {number[]} */ (/** @type {unknown[]} */ (values).flat());
    const tell = (/** @type {number} */ index) => `${name}[${placeAt(index, shape).join(", ")}] = ${flat[index]}`;
    this.#picture.show({ values: flat, columns: shape[1] ?? 1, full: WHITE, sentence: `${name}, ${shapeText(shape)}, as a picture.`, tell });
  }

  /** @param {CustomEvent<{index: number}>} event */
  #translate(event) {
    event.stopPropagation();
    const place = event.detail.index < 0 ? null : placeAt(event.detail.index, this.#shape);
    const key = this.#picture.matches(":focus-visible");
    this.dispatchEvent(new CustomEvent("cellpoint", { bubbles: true, detail: { place, key } }));
  }
}

customElements.define("tensor-face", TensorFace);
