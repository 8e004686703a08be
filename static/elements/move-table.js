/**
 * A tensor after each of its moves: shape, strides, and whether it is a view or a copy.
 *
 * In: `show(rows)`, `mark(step)`.
 * @typedef {{title: string, shape: readonly number[], strides: readonly number[], memory: string}} Row
 */

import { shapeParts } from "../lib/parts.js";
import { writeParts } from "./coloured.js";

const HEADS = ["", "shape", "strides", "memory"];

export class MoveTable extends HTMLElement {
  #table = document.createElement("table");

  connectedCallback() {
    this.replaceChildren(this.#table);
  }

  /** @param {readonly Row[]} rows */
  show(rows) {
    const head = document.createElement("tr");
    head.append(...HEADS.map((text) => cell(text ? "th" : "td", text)));
    this.#table.replaceChildren(head, ...rows.map(rowOf));
  }

  /** @param {number} step */
  mark(step) {
    for (const [i, row] of [...this.#table.rows].entries()) row.ariaCurrent = i === step + 1 ? "step" : null;
  }
}

/** @param {Row} row */
function rowOf({ title, shape, strides, memory }) {
  const row = document.createElement("tr");
  const [name, lengths, bytes] = [cell("th", title), cell("td", ""), cell("td", "")];
  name.scope = "row";
  for (const part of [name, lengths, bytes]) part.classList.add("code");
  writeParts(lengths, shapeParts(shape));
  writeParts(bytes, shapeParts(strides));
  row.append(name, lengths, bytes, cell("td", memory));
  return row;
}

/** @param {"th" | "td"} tag @param {string} text */
function cell(tag, text) {
  const made = /** @type {HTMLTableCellElement} */ (document.createElement(tag));
  made.textContent = text;
  return made;
}

customElements.define("move-table", MoveTable);
