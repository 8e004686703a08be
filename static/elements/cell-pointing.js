import { hit } from "../lib/tensor-layout.js";
import { isWalkKey, walk } from "../lib/walk.js";

/**
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("./tensor-cell.js").TensorCell} TensorCell
 * @typedef {object} Cells
 * @property {() => readonly TensorCell[]} shown
 * @property {() => number} layer z of the layer that is looked at
 * @property {() => readonly number[]} counts how many indices of each axis are drawn
 * @property {(place: Place | null, key: boolean) => void} pointed
 */

/** Pointer, finger and keys on the cells of a grid: whichever came last is where one is. */
export class CellPointing {
  #field;
  #cells;

  /** @param {HTMLElement} field @param {Cells} cells */
  constructor(field, cells) {
    this.#field = field;
    this.#cells = cells;
    field.addEventListener("pointermove", (event) => this.#hover(event));
    field.addEventListener("pointerdown", (event) => this.#press(event));
    field.addEventListener("pointerleave", (event) => this.#leave(event));
    field.addEventListener("focusin", () => this.#focused());
    field.addEventListener("focusout", (event) => this.#blurred(event));
    field.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType !== "touch") this.#cells.pointed(this.#under(event)?.place ?? null, false);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const cell = this.#under(event);
    if (!cell) return;
    event.preventDefault();
    cell.element.focus({ preventScroll: true });
    this.#cells.pointed(cell.place, false);
  }

  /** @param {PointerEvent} event */
  #leave(event) {
    if (event.pointerType !== "touch") this.#cells.pointed(this.#focusedCell?.place ?? null, false);
  }

  #focused() {
    const cell = this.#focusedCell;
    if (cell?.element.matches(":focus-visible")) this.#cells.pointed(cell.place, true);
  }

  /** @param {FocusEvent} event */
  #blurred(event) {
    const goesOn = event.relatedTarget instanceof Node && this.#field.contains(event.relatedTarget);
    if (!goesOn) this.#cells.pointed(null, true);
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const from = this.#focusedCell;
    if (!from || !isWalkKey(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const place = walk(event.key, from.place, this.#cells.counts());
    const cell = this.#cells.shown().find((each) => String(each.place) === String(place));
    cell?.element.focus();
  }

  get #focusedCell() {
    return this.#cells.shown().find(({ element }) => element === document.activeElement);
  }

  /** @param {PointerEvent} event */
  #under({ clientX, clientY }) {
    const first = this.#cells.shown()[0];
    if (!first) return null;
    const { left, top, width, height } = first.element.getBoundingClientRect();
    const point = { x: first.spot.x + (clientX - left) / width, y: first.spot.y + (clientY - top) / height };
    return hit(this.#cells.shown(), point, this.#cells.layer());
  }
}
