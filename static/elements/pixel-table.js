import { gridWalk } from "../lib/grid-walk.js";

/**
 * The 28 × 28 numbers of a digit on cells as dark as they say, readable one by one.
 *
 * In: `show(pixels)`, `point(index)`. Out: `cellpoint` with `{index}` when pointer or keys come to a cell.
 */

const SIDE = 28;

export class PixelTable extends HTMLElement {
  /** @type {HTMLElement[]} */ #cells = [];
  /** @type {HTMLElement[]} */ #rowNames = [];
  /** @type {HTMLElement[]} */ #columnNames = [];
  #index = 0;

  connectedCallback() {
    this.role = "grid";
    this.ariaLabel = "The values of the pixels";
    this.#columnNames = numbers("columnheader");
    this.#rowNames = numbers("rowheader");
    this.#cells = Array.from({ length: SIDE * SIDE }, (_, index) => cell(index));
    const head = line([element("span", "presentation"), ...this.#columnNames]);
    this.replaceChildren(head, ...this.#rowNames.map((name, row) => this.#row(name, row)));
    this.addEventListener("pointerover", (event) => this.#ask(this.#cells.indexOf(targetOf(event))));
    this.addEventListener("focusin", (event) => this.#ask(this.#cells.indexOf(targetOf(event))));
    this.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {readonly (readonly number[])[]} pixels */
  show(pixels) {
    pixels.flat().forEach((value, index) => {
      const shown = /** @type {HTMLElement} */ (this.#cells[index]);
      shown.textContent = String(value);
      shown.style.setProperty("--intensity", String(value / 255));
      shown.classList.toggle("none", value === 0);
    });
  }

  /** @param {number} index */
  point(index) {
    this.#mark(this.#index, false);
    this.#index = index;
    this.#mark(index, true);
  }

  /** @param {HTMLElement} name @param {number} row */
  #row(name, row) {
    return line([name, ...this.#cells.slice(row * SIDE, (row + 1) * SIDE)]);
  }

  /** @param {number} index @param {boolean} on */
  #mark(index, on) {
    const pointed = this.#cells[index];
    if (pointed) pointed.tabIndex = on ? 0 : -1;
    for (const part of [pointed, this.#rowNames[Math.floor(index / SIDE)], this.#columnNames[index % SIDE]]) {
      part?.toggleAttribute("data-pointed", on);
    }
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const next = gridWalk(event, this.#index, { rows: SIDE, columns: SIDE });
    if (next === null) return;
    event.preventDefault();
    this.#cells[next]?.focus();
  }

  /** @param {number} index */
  #ask(index) {
    if (index < 0 || index === this.#index) return;
    this.point(index);
    this.dispatchEvent(new CustomEvent("cellpoint", { bubbles: true, detail: { index } }));
  }
}

/** @param {string} role */
function numbers(role) {
  return Array.from({ length: SIDE }, (_, i) => element("span", role, String(i)));
}

/** @param {number} index */
function cell(index) {
  const made = element("span", "gridcell");
  made.className = "intensity";
  made.tabIndex = index === 0 ? 0 : -1;
  return made;
}

/** @param {HTMLElement[]} parts */
function line(parts) {
  const made = element("div", "row");
  made.append(...parts);
  return made;
}

/** @param {"span" | "div"} tag @param {string} role */
function element(tag, role, text = "") {
  const made = document.createElement(tag);
  made.role = role;
  made.textContent = text;
  return made;
}

/** @param {Event} event */
function targetOf(event) {
  return /** @type {HTMLElement} */ (event.target);
}

customElements.define("pixel-table", PixelTable);
