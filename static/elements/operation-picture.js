/**
 * a op b = result, cell by cell: pointing at a number shows those that it is made of, or that are made of it.
 *
 * In: `show(picture)`, `dim()`, `mark(place)` of the result; holds a tensor-grid for `a`, `result`, and mostly `b`. Out:
 * `numberpoint` with `{name, place, key}`, place null when nothing is pointed at any more. A place has as many indices as
 * the result has axes.
 */

import { sourceOf } from "../lib/broadcast.js";
import { isWithin, samePlace } from "../lib/nested.js";
import { edgesOf, layout } from "../lib/tensor-layout.js";
import "./tensor-grid.js";

/**
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("../lib/nested.js").Shape} Shape
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {import("./tensor-grid.js").TensorGrid} TensorGrid
 * @typedef {object} Picture
 * @property {Readonly<Record<string, Shown>>} tensors by name
 * @property {Readonly<Record<string, Shape>>} [reach] how far an operand is stretched now
 * @property {Shape} [room] for which place is kept; none is kept without it
 * @property {number | null} [failing] axis, counted as in the result
 * @property {boolean} [blank] whether the result is not computed yet
 * @property {boolean} [moving]
 */

export class OperationPicture extends HTMLElement {
  /** @type {Readonly<Record<string, Shown>>} */ #tensors = {};
  /** @type {{name: string, place: Place | null}} */ #pointed = { name: "", place: null };

  connectedCallback() {
    this.addEventListener("cellpoint", (event) => this.#point(/** @type {CustomEvent} */ (event)));
  }

  /** @param {Picture} picture */
  show({ tensors, reach = {}, room, failing = null, blank = false, moving = false }) {
    this.#tensors = tensors;
    const rank = Math.max(0, ...Object.values(tensors).map(({ shape }) => shape.length));
    this.style.setProperty("--brackets", String(edgesOf(layout(Array(rank).fill(1))).top));
    this.toggleAttribute("data-stale", false);
    for (const grid of this.#grids) {
      const name = grid.dataset.name ?? "";
      const tensor = tensors[name];
      grid.toggleAttribute("data-unknown", !tensor);
      if (!tensor) continue;
      const reached = reach[name] ?? tensor.shape;
      const own = { reach: reached, room: room ?? padded(reached, rank), failing, moving };
      grid.show({ tensor, ...own, blank: blank && name === "result" });
    }
    this.#light();
  }

  /** What is asked now cannot be drawn. */
  dim() {
    this.toggleAttribute("data-stale", true);
  }

  /** Show what a number of the result is made of. @param {Place | null} place */
  mark(place) {
    this.#pointed = { name: "result", place };
    this.#light();
  }

  get #grids() {
    return /** @type {TensorGrid[]} */ ([...this.querySelectorAll("tensor-grid")]);
  }

  /** @param {CustomEvent<{place: Place | null, key: boolean}>} event */
  #point({ target, detail: { place, key } }) {
    const { name = "" } = /** @type {HTMLElement} */ (target).dataset;
    this.#pointed = { name, place };
    this.#light();
    this.dispatchEvent(new CustomEvent("numberpoint", { detail: { name, place, key } }));
  }

  #light() {
    const { name, place } = this.#pointed;
    for (const grid of this.#grids) grid.light(place, place ? this.#meets(name, place, grid.dataset.name ?? "") : () => false);
  }

  /** Which cells of another tensor belong to a place. @param {string} pointed @param {Place} place @param {string} other */
  #meets(pointed, place, other) {
    const shape = this.#tensors[pointed]?.shape ?? [];
    if (pointed !== "result") return (/** @type {Place} */ cell) => (other === pointed || other === "result") && isSame(cell, place, shape);
    const own = this.#tensors[other]?.shape ?? [];
    return (/** @type {Place} */ cell) => samePlace(cell, place) || (isWithin(cell, own) && isSame(cell, place, own));
  }
}

/** Whether the same number of an operand is read at both places. @param {Place} a @param {Place} b @param {Shape} shape */
function isSame(a, b, shape) {
  return samePlace(sourceOf(a, shape), sourceOf(b, shape));
}

/** A shape with as many axes as the result. @param {Shape} shape @param {number} rank */
function padded(shape, rank) {
  return [...Array(rank - shape.length).fill(1), ...shape];
}

customElements.define("operation-picture", OperationPicture);
