/**
 * A tensor, and what became of it in another dtype or cut by a slice: what is kept is marked, and pointing at a number shows
 * where it was taken from.
 *
 * In: `show(told)`, `ask(a, measured)`; holds a tensor-grid for `a` and for `result`. Out: `numberpoint` with `{parts, key}`, parts
 * null when nothing is pointed at any more.
 */

import { samePlace } from "../lib/nested.js";
import { isKept, putAt, takenFrom } from "../lib/slices.js";
import { numberParts, resultParts } from "../lib/tensor-facts.js";
import "./tensor-grid.js";

/**
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("../lib/tensor-facts.js").Told} Told
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 */

export class SlicePicture extends HTMLElement {
  /** @type {Told | null} */ #told = null;

  connectedCallback() {
    this.addEventListener("cellpoint", (event) => this.#pointed(/** @type {CustomEvent} */ (event)));
  }

  /** @param {Told} told */
  show(told) {
    this.#told = told;
    this.#draw("a", told.a);
    this.#draw("result", told.result);
    this.#light(null, null);
  }

  /** Before the answer. @param {Shown | null} a as far as it can be drawn @param {boolean} [measured] whether its lengths are told */
  ask(a, measured = true) {
    this.#told = null;
    this.#draw("a", a, measured);
    this.#draw("result", null);
  }

  /** @param {string} name @param {Shown | null} tensor @param {boolean} [measured] */
  #draw(name, tensor, measured = true) {
    this.#grid(name).toggleAttribute("data-unknown", !tensor);
    if (tensor) this.#grid(name).show({ tensor, measured });
  }

  /** @param {string} name */
  #grid(name) {
    return /** @type {import("./tensor-grid.js").TensorGrid} */ (this.querySelector(`tensor-grid[data-name=${name}]`));
  }

  /** @param {CustomEvent<{place: Place | null, key: boolean}>} event */
  #pointed({ target, detail: { place, key } }) {
    const told = this.#told;
    if (!told) return;
    const isResult = /** @type {HTMLElement} */ (target).dataset.name === "result";
    const parts = place && (isResult ? resultParts(told, place) : numberParts(told, place));
    if (isResult) this.#light(place && (told.cuts ? takenFrom(told.cuts, place) : place), place);
    else this.#light(place, place && this.#after(place, told));
    this.dispatchEvent(new CustomEvent("numberpoint", { detail: { parts, key } }));
  }

  /** Where a number of a stands in the result. @param {Place} place @param {Told} told */
  #after(place, { cuts }) {
    if (!cuts) return place;
    return isKept(cuts, place) ? putAt(cuts, place) : null;
  }

  /** What a slice keeps is lit as long as nothing is pointed at. @param {Place | null} before @param {Place | null} after */
  #light(before, after) {
    const cuts = this.#told?.cuts;
    const kept = (/** @type {Place} */ place) => Boolean(cuts && isKept(cuts, place));
    this.#grid("a").light(before, before ? (place) => samePlace(place, before) : kept);
    this.#grid("result").light(after, (place) => Boolean(after && samePlace(place, after)));
  }
}

customElements.define("slice-picture", SlicePicture);
