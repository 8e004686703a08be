/**
 * How many bytes NumPy goes on along each axis of some tensors: as they are, and as they are read.
 *
 * In: `show(strides)`.
 * @typedef {{own: readonly number[], stretched: readonly number[]}} Strides
 */

import { shapeText } from "../lib/spelling.js";

export class StrideTable extends HTMLElement {
  /** @param {Readonly<Record<string, Strides>>} strides */
  show(strides) {
    const table = document.createElement("table");
    table.append(row("th", ["", "strides", "stretched"]));
    for (const [name, { own, stretched }] of Object.entries(strides)) table.append(strideRow(name, own, stretched));
    this.replaceChildren(table);
  }
}

/** @param {string} name @param {readonly number[]} own @param {readonly number[]} stretched */
function strideRow(name, own, stretched) {
  const made = row("td", [name, shapeText(own), ""]);
  made.className = "code";
  made.lastElementChild?.append("(", ...stretched.flatMap((bytes, i) => [i > 0 ? ", " : "", strideOf(bytes)]));
  made.lastElementChild?.append(stretched.length === 1 ? ",)" : ")");
  return made;
}

/** A stride of 0 is what it is all about. @param {number} bytes */
function strideOf(bytes) {
  const made = document.createElement(bytes === 0 ? "mark" : "span");
  made.textContent = String(bytes);
  return made;
}

/** @param {"td" | "th"} tag @param {readonly string[]} texts */
function row(tag, texts) {
  const made = document.createElement("tr");
  for (const text of texts) {
    const cell = document.createElement(text ? tag : "td");
    cell.textContent = text;
    made.append(cell);
  }
  return made;
}

customElements.define("stride-table", StrideTable);
