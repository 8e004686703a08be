/**
 * The memory as one row of cells, and the way on which a tensor reads it: an arc from each number to the next, in the colour
 * of the axis along which one goes on; forward below the cells, back above them.
 *
 * In: `show(tape)`, `point(cell)`. Out: `tapepoint` with `{cell, key}`, cell null when nothing is pointed at any more.
 */

import { svg } from "./svg-node.js";

/**
 * @typedef {object} Tape
 * @property {number} first cell that is drawn
 * @property {readonly string[]} texts of the cells from there on
 * @property {number} total how many there are
 * @property {readonly {from: number, to: number, axis: number}[]} hops
 * @property {boolean} moving whether the way is drawn step by step
 */

/** Heights, in cells, of the arcs above and below. */
const [ABOVE, BELOW] = [0.9, 1.5];
const STAGGER = 70;
const DRAWN = 260;

export class MemoryTape extends HTMLElement {
  #cells = document.createElement("div");
  #way = svg("svg");
  #first = 0;
  #count = 0;
  #cell = /** @type {number | null} */ (null);

  connectedCallback() {
    this.#cells.className = "tape-cells";
    this.#cells.tabIndex = 0;
    this.#cells.role = "img";
    this.#way.setAttribute("aria-hidden", "true");
    this.replaceChildren(this.#way, this.#cells);
    this.#cells.addEventListener("pointermove", (event) => this.#ask(this.#under(event), false));
    this.#cells.addEventListener("pointerdown", (event) => this.#ask(this.#under(event), false));
    this.#cells.addEventListener("pointerleave", () => this.#ask(null, false));
    this.#cells.addEventListener("focus", () => this.#cells.matches(":focus-visible") && this.#ask(this.#cell ?? this.#first, true));
    this.#cells.addEventListener("blur", () => this.#ask(null, true));
    this.#cells.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {Tape} tape */
  show({ first, texts, total, hops, moving }) {
    this.#first = first;
    this.#count = texts.length;
    this.#cells.replaceChildren(...texts.map(cellOf));
    this.#cells.ariaLabel = `Memory, cells ${first} to ${first + texts.length - 1} of ${total}`;
    this.#cells.toggleAttribute("data-begun", first > 0);
    this.#cells.toggleAttribute("data-more", first + texts.length < total);
    this.#draw(hops.filter(({ from, to }) => this.shows(from) && this.shows(to)), moving);
    this.point(null);
  }

  /** @param {number} cell */
  shows(cell) {
    return cell >= this.#first && cell < this.#first + this.#count;
  }

  /** @param {number | null} cell */
  point(cell) {
    this.#cell = cell;
    for (const [i, element] of [...this.#cells.children].entries()) {
      element.toggleAttribute("data-lit", cell !== null && i === cell - this.#first);
    }
  }

  /** @param {Tape["hops"]} hops @param {boolean} moving */
  #draw(hops, moving) {
    const height = ABOVE + 1 + BELOW;
    this.#way.setAttribute("viewBox", `0 0 ${this.#count} ${height}`);
    this.#way.replaceChildren(...hops.map((hop) => arcOf(hop, this.#first)));
    if (!moving || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const [i, arc] of [...this.#way.children].entries()) {
      arc.animate([{ strokeDashoffset: 1 }, { strokeDashoffset: 0 }], { duration: DRAWN, delay: i * STAGGER, fill: "backwards" });
    }
  }

  /** @param {PointerEvent} event */
  #under({ clientX }) {
    const { left, width } = this.#cells.getBoundingClientRect();
    const i = Math.floor(((clientX - left) / width) * this.#count);
    return i >= 0 && i < this.#count ? this.#first + i : null;
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (this.#cell ?? this.#first) + by;
    if (this.shows(next)) this.#ask(next, true);
  }

  /** @param {number | null} cell @param {boolean} key */
  #ask(cell, key) {
    if (cell === this.#cell) return;
    this.point(cell);
    this.dispatchEvent(new CustomEvent("tapepoint", { detail: { cell, key } }));
  }
}

/** @param {string} text */
function cellOf(text) {
  const cell = document.createElement("span");
  cell.textContent = text;
  return cell;
}

/** Long ways are only a little higher than short ones. @param {Tape["hops"][number]} hop @param {number} first */
function arcOf({ from, to, axis }, first) {
  const [start, end, back] = [from - first + 0.5, to - first + 0.5, to < from];
  const edge = back ? ABOVE : ABOVE + 1;
  const high = Math.min(1, 0.35 + 0.2 * Math.sqrt(Math.abs(to - from))) * (back ? -2 * ABOVE : 2 * BELOW);
  const path = `M ${start} ${edge} Q ${(start + end) / 2} ${edge + high} ${end} ${edge}`;
  return svg("path", { d: path, "data-axis": String(axis), pathLength: "1" });
}

customElements.define("memory-tape", MemoryTape);
