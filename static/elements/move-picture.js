/**
 * A tensor before its moves and after some of them, and the memory from which it is read: pointing at a number shows it in
 * all three.
 *
 * In: `load(moves, stages, pixels)`, `go(step, moving)`; holds a tensor-face for `a` and for `result`, and a memory-tape.
 * Out: `numberpoint` with `{parts, key}`, parts null when nothing is pointed at any more.
 */

import { carried, memoryCell, numberParts, placeOfCell, tapeOf } from "../lib/move-words.js";
import "./memory-tape.js";
import "./tensor-face.js";

/**
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("../lib/move-words.js").Stage} Stage
 * @typedef {import("../lib/moves.js").Move} Move
 */

export class MovePicture extends HTMLElement {
  /** @type {readonly Move[]} */ #moves = [];
  /** @type {readonly Stage[]} */ #stages = [];
  #step = 0;
  #pixels = false;

  connectedCallback() {
    this.addEventListener("cellpoint", (event) => this.#pointed(/** @type {CustomEvent} */ (event)));
    this.#tape.addEventListener("tapepoint", (event) => this.#taped(/** @type {CustomEvent} */ (event).detail));
  }

  /** @param {readonly Move[]} moves @param {readonly Stage[]} stages @param {boolean} pixels whether they are a picture */
  load(moves, stages, pixels) {
    this.#moves = moves;
    this.#stages = stages;
    this.#pixels = pixels;
    const [first] = stages;
    if (first) this.#face("a").show({ tensor: first.tensor, pixels });
  }

  /** @param {number} step @param {boolean} moving */
  go(step, moving) {
    this.#step = step;
    const stage = this.#stages[step];
    if (!stage) return;
    const from = (/** @type {Place} */ place) => this.#carried(place, step - 1);
    this.#face("result").show({ tensor: stage.tensor, pixels: this.#pixels, moving, ...(moving && step > 0 && { from }) });
    this.#tape.show({ ...tapeOf(stage), moving });
    this.#light(null);
  }

  /** @param {"a" | "result"} name */
  #face(name) {
    return /** @type {import("./tensor-face.js").TensorFace} */ (this.querySelector(`tensor-face[data-name=${name}]`));
  }

  get #tape() {
    return /** @type {import("./memory-tape.js").MemoryTape} */ (this.querySelector("memory-tape"));
  }

  /** From the step that is seen to another. @param {Place} place @param {number} to */
  #carried(place, to) {
    return carried(this.#stages, this.#moves, place, this.#step, to);
  }

  /** @param {CustomEvent<{place: Place | null, key: boolean}>} event */
  #pointed({ target, detail: { place, key } }) {
    const { name } = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (target).closest("tensor-face")).dataset;
    if (place && name === "a") this.#tell(carried(this.#stages, this.#moves, place, 0, this.#step), key);
    else this.#tell(place, key);
  }

  /** @param {{cell: number | null, key: boolean}} pointed */
  #taped({ cell, key }) {
    const stage = this.#stages[this.#step];
    this.#tell(cell === null || !stage ? null : placeOfCell(stage, cell), key);
  }

  /** @param {Place | null} place in the tensor that is seen @param {boolean} key */
  #tell(place, key) {
    this.#light(place);
    const stage = this.#stages[this.#step];
    const parts = place && stage ? numberParts(this.#step === 0 ? "a" : "result", stage, place) : null;
    this.dispatchEvent(new CustomEvent("numberpoint", { detail: { parts, key } }));
  }

  /** @param {Place | null} place */
  #light(place) {
    const stage = this.#stages[this.#step];
    this.#face("a").light(place && this.#carried(place, 0));
    this.#face("result").light(place);
    const cell = place && stage ? memoryCell(stage, place) : null;
    if (stage && cell !== null && !this.#tape.shows(cell)) this.#tape.show({ ...tapeOf(stage, cell), moving: false });
    this.#tape.point(cell);
  }
}

customElements.define("move-picture", MovePicture);
