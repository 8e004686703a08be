/**
 * One number of a dot product, term by term: its row, its column, their products, and the sum as it grows.
 *
 * In: `show(cell, parts)`, where parts are the names of the row and of the column.
 */

import { whole } from "../lib/numbers.js";
import { textAt } from "../lib/spelling.js";
import { writeParts } from "./coloured.js";

/**
 * @typedef {import("../lib/dot-words.js").Cell} Cell
 * @typedef {import("../lib/parts.js").Part} Part
 */

const MOST = 12;

export class TermTable extends HTMLElement {
  /** @param {Cell} cell @param {{row: readonly Part[], column: readonly Part[]}} names */
  show({ row, column, terms, sum }, names) {
    const table = document.createElement("table");
    const count = row.shape[0] ?? 0;
    const written = Array.from({ length: Math.min(count, MOST) }, (_, k) => line(k, [row, column, terms].map((tensor) => textAt(tensor, [k]))));
    const more = count > MOST ? [note(`… and ${whole(count - MOST)} more terms`)] : [];
    table.append(head(names), ...written, ...more, foot(textAt({ values: sum, dtype: terms.dtype }, [])));
    this.replaceChildren(table);
  }
}

/** @param {{row: readonly Part[], column: readonly Part[]}} names */
function head({ row, column }) {
  const made = document.createElement("tr");
  made.append(...[["k"], row, ["×"], column, ["="], ["product"]].map((parts) => cell("th", parts)));
  return made;
}

/** @param {number} k @param {readonly string[]} texts */
function line(k, [a = "", b = "", product = ""]) {
  const made = document.createElement("tr");
  made.append(...[String(k), a, "×", b, "=", product].map((text) => cell("td", [text])));
  return made;
}

/** @param {string} text */
function note(text) {
  const [made, only] = [document.createElement("tr"), cell("td", [text])];
  only.colSpan = 6;
  only.className = "quiet";
  made.append(only);
  return made;
}

/** @param {string} sum */
function foot(sum) {
  const [made, title] = [document.createElement("tr"), cell("th", ["sum"])];
  title.colSpan = 5;
  title.scope = "row";
  made.append(title, cell("td", [sum]));
  return made;
}

/** @param {"th" | "td"} tag @param {readonly Part[]} parts */
function cell(tag, parts) {
  const made = document.createElement(tag);
  made.className = "number code";
  writeParts(made, parts);
  return made;
}

customElements.define("term-table", TermTable);
