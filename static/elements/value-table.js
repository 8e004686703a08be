/**
 * Rows of values under their heads; indices have the colours of their axes.
 *
 * In: `show(heads, rows)`, `mark(rows)`. The first cell of a row is its name.
 * @typedef {import("../lib/parts.js").Part} Part
 */

import { writeParts } from "./coloured.js";

export class ValueTable extends HTMLElement {
  #table = document.createElement("table");

  connectedCallback() {
    this.replaceChildren(this.#table);
  }

  /** @param {readonly string[]} heads none for a table that needs none @param {readonly (readonly Part[])[][]} rows */
  show(heads, rows) {
    const head = heads.length > 0 ? [rowOf(heads.map((text) => cell(text ? "th" : "td", [text])))] : [];
    this.#table.replaceChildren(...head, ...rows.map((parts) => rowOf(parts.map((part, i) => cell(i === 0 ? "th" : "td", part)))));
  }

  /** @param {readonly number[]} marked which rows are spoken of; for a table without heads */
  mark(marked) {
    for (const [i, row] of [...this.#table.rows].entries()) row.ariaCurrent = marked.includes(i) ? "true" : null;
  }
}

/** @param {readonly HTMLElement[]} cells */
function rowOf(cells) {
  const row = document.createElement("tr");
  row.append(...cells);
  return row;
}

/** @param {"th" | "td"} tag @param {readonly Part[]} parts */
function cell(tag, parts) {
  const made = document.createElement(tag);
  writeParts(made, parts);
  return made;
}

customElements.define("value-table", ValueTable);
