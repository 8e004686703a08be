import { cellLook, cellsOf } from "../lib/node-look.js";

/** @typedef {import("../lib/nested.js").Nested} Nested */

/** The numbers of a node, its value or its gradient: cells on the signed ramp, each of which can be pointed at. */
export class NodeNumbers {
  element = document.createElement("span");
  #isGradient;
  /** @type {{cell: HTMLElement, place: number[]}[]} */ #cells;

  /** @param {readonly number[]} shape @param {boolean} isGradient */
  constructor(shape, isGradient) {
    const { columns, written, places, cut } = cellsOf(shape);
    this.#isGradient = isGradient;
    this.#cells = places.map((place) => ({ cell: document.createElement("span"), place }));
    for (const { cell, place } of this.#cells) cell.dataset.place = JSON.stringify(place);
    this.element.className = isGradient ? "node-gradient" : "node-value";
    this.element.style.setProperty("--columns", String(columns));
    this.element.toggleAttribute("data-scalar", shape.length === 0);
    this.element.toggleAttribute("data-narrow", !written);
    this.element.toggleAttribute("data-cut", cut);
    this.element.append(...this.#cells.map(({ cell }) => cell));
  }

  /** @param {Nested | null} values @param {number} most the end of the ramp */
  show(values, most) {
    const isWritten = !this.element.hasAttribute("data-narrow");
    for (const { cell, place } of this.#cells) {
      const { text, value = NaN } = cellLook(values, place, this.#isGradient);
      const shown = isWritten ? text || "?" : "";
      if (cell.textContent !== shown) cell.textContent = shown;
      cell.dataset.value = String(value);
      cell.dataset.sign = value > 0 ? "+" : value < 0 ? "-" : values === null ? "?" : "0";
      cell.style.setProperty("--share", String(most > 0 ? Math.min(1, Math.abs(value) / most) || 0 : 0));
    }
  }
}
