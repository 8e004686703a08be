/**
 * The corners of the unit square and where each layer brings them: a row a corner, a column a layer.
 *
 * In: `show(corners)`.
 */

import { pointParts } from "../lib/plane-words.js";
import { writeParts } from "./coloured.js";

/** @typedef {import("../lib/plane.js").Point} Point */

export class CornerTable extends HTMLElement {
  /** @param {readonly (readonly Point[])[]} corners each with its images, layer after layer */
  show(corners) {
    const table = document.createElement("table");
    const layers = (corners[0]?.length ?? 1) - 1;
    const names = ["x", ...Array.from({ length: layers }, (_, i) => `after layer ${i + 1}`)];
    table.createTHead().append(row(names.map((name) => cell("th", name))));
    table.createTBody().append(...corners.map((points) => row(points.map((point) => cell("td", "", point)))));
    this.replaceChildren(table);
  }
}

/** @param {readonly HTMLElement[]} cells */
function row(cells) {
  const made = document.createElement("tr");
  made.append(...cells);
  return made;
}

/** @param {"th" | "td"} kind @param {string} text @param {Point} [point] */
function cell(kind, text, point) {
  const made = document.createElement(kind);
  made.className = kind === "td" ? "code" : "";
  made.textContent = text;
  if (point) writeParts(made, pointParts(point));
  return made;
}

customElements.define("corner-table", CornerTable);
