import { gridWalk } from "../lib/grid-walk.js";
import { shade, veil } from "../lib/ramp.js";
import { onThemeChange, rampsOf } from "./colours.js";

/**
 * A matrix as a picture, one cell a pixel, each of which can be asked by pointer or by keys.
 *
 * In: `show(matrix)`, `point(index)`; `data-units` is how many cells wide the frame is, `data-still` makes it a mere
 * picture, `data-veil` one that lets shine through what lies below it. Out: `cellpoint` with `{index, text}`, −1 and "" when nothing is pointed at any more.
 */

/**
 * @typedef {object} Matrix
 * @property {ArrayLike<number>} values  row after row
 * @property {number} columns
 * @property {number} full  the value that gets the full colour
 * @property {string} sentence  what the picture shows
 * @property {(index: number) => string} [tell]  one cell in words
 */

export class PixelPicture extends HTMLElement {
  #canvas = document.createElement("canvas");
  #mark = document.createElement("i");
  /** @type {Matrix | null} */ #matrix = null;
  #index = -1;
  #ramps = rampsOf(this.#canvas);
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    this.#mark.hidden = true;
    this.replaceChildren(this.#canvas, this.#mark);
    onThemeChange(() => this.#recolour(), this.#gone.signal);
    this.#recolour();
    if (!("still" in this.dataset)) this.#listen();
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** The cell that is pointed at, −1 for none. */
  get index() {
    return this.#index;
  }

  /** @param {Matrix} matrix */
  show(matrix) {
    this.#matrix = matrix;
    this.role ??= "img"; // not before there is something to be named
    this.#canvas.width = matrix.columns;
    this.#canvas.height = this.#rows;
    this.#frame(matrix.columns, this.#rows);
    this.#paint();
    this.point(Math.min(this.#index, matrix.values.length - 1));
  }

  /** Mark one cell without telling anybody. @param {number} index  −1 for none */
  point(index) {
    this.#index = index;
    this.#mark.hidden = index < 0;
    this.ariaLabel = [this.#matrix?.sentence, this.#told].filter(Boolean).join(" ");
    if (index >= 0) this.#place(index);
  }

  get #rows() {
    const { values, columns } = this.#matrix ?? { values: [], columns: 1 };
    return Math.ceil(values.length / columns);
  }

  get #told() {
    return this.#index < 0 ? "" : (this.#matrix?.tell?.(this.#index) ?? "");
  }

  /**
   * A frame of `data-units` cells shows the picture at its true size among them; without one it fills its width.
   * @param {number} columns @param {number} rows
   */
  #frame(columns, rows) {
    const units = Number(this.dataset.units ?? 0);
    this.style.setProperty("--ratio", String(units ? 1 : columns / rows));
    this.style.setProperty("--across", String(units ? columns / units : 1));
    this.style.setProperty("--down", String(units ? rows / units : 1));
  }

  #recolour() {
    this.#ramps = rampsOf(this.#canvas);
    this.#paint();
  }

  #paint() {
    if (!this.#matrix) return;
    const { values, columns, full } = this.#matrix;
    const paint = "veil" in this.dataset ? veil : shade;
    const image = new ImageData(columns, this.#rows);
    new Uint32Array(image.data.buffer).set(paint(values, full, this.#ramps));
    this.#canvas.getContext("2d")?.putImageData(image, 0, 0);
  }

  /** @param {number} index */
  #place(index) {
    const columns = this.#matrix?.columns ?? 1;
    this.#mark.style.setProperty("--column", String((index % columns) / columns));
    this.#mark.style.setProperty("--row", String(Math.floor(index / columns) / this.#rows));
    this.#mark.style.setProperty("--columns", String(columns));
    this.#mark.style.setProperty("--rows", String(this.#rows));
  }

  #listen() {
    const { signal } = this.#gone;
    this.tabIndex = 0;
    this.role = "application"; // so that screen readers leave the arrow keys to it
    this.ariaRoleDescription = "picture, walked by arrow keys";
    this.addEventListener("pointermove", (event) => this.#ask(this.#cellAt(event)), { signal });
    this.addEventListener("pointerdown", (event) => this.#ask(this.#cellAt(event)), { signal });
    this.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#ask(-1), { signal });
    this.addEventListener("focus", () => this.#enter(), { signal });
    this.addEventListener("blur", () => this.#ask(-1), { signal });
    this.addEventListener("keydown", (event) => this.#step(event), { signal });
  }

  /** By keyboard one comes to a cell at once. */
  #enter() {
    if (this.matches(":focus-visible")) this.#ask(Math.max(0, this.#index));
  }

  /** @param {PointerEvent} event */
  #cellAt(event) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    const columns = this.#matrix?.columns ?? 1;
    const column = Math.floor(((event.clientX - left) / width) * columns);
    const row = Math.floor(((event.clientY - top) / height) * this.#rows);
    const inside = column >= 0 && column < columns && row >= 0 && row < this.#rows;
    return inside ? row * columns + column : -1;
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    const columns = this.#matrix?.columns ?? 1;
    const next = gridWalk(event, Math.max(0, this.#index), { rows: this.#rows, columns });
    if (next === null) return;
    event.preventDefault();
    this.#ask(next);
  }

  /** @param {number} index */
  #ask(index) {
    if (index >= (this.#matrix?.values.length ?? 0) || index === this.#index) return;
    this.point(index);
    this.dispatchEvent(new CustomEvent("cellpoint", { bubbles: true, detail: { index, text: this.#told } }));
  }
}

customElements.define("pixel-picture", PixelPicture);
