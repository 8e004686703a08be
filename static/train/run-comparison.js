/**
 * The chosen runs side by side: what is the same in all is said once and quietly, what is not as in the first stands out.
 *
 * In: `show(runs)`; hidden while there is nothing to compare.
 * @typedef {import("../lib/comparison.js").Row} Row
 * @typedef {{slot: import("../lib/slots.js").Slot, title: string, run: import("../lib/runs-api.js").Run, record: import("../lib/run-record.js").RunRecord}} Compared
 */

import { figureRows, settingRows } from "../lib/comparison.js";
import { fromSpec } from "../lib/settings.js";

export class RunComparison extends HTMLElement {
  #table = document.createElement("table");

  connectedCallback() {
    const [title, scroll] = [document.createElement("h3"), document.createElement("div")];
    title.textContent = "Side by side";
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.role = "region";
    scroll.ariaLabel = title.textContent;
    scroll.append(this.#table);
    this.replaceChildren(title, scroll);
  }

  /** @param {readonly Compared[]} runs */
  show(runs) {
    this.hidden = runs.length < 2;
    if (this.hidden) return;
    const head = document.createElement("thead");
    head.append(headRow(runs));
    const settings = body(settingRows(runs.map(({ run }) => fromSpec(run.spec))));
    const figures = body(figureRows(runs.map(({ record }) => record)));
    figures.className = "reached";
    this.#table.replaceChildren(head, settings, figures);
  }
}

/** @param {readonly Compared[]} runs */
function headRow(runs) {
  const row = document.createElement("tr");
  row.append(document.createElement("td"), ...runs.map(headCell));
  return row;
}

/** @param {Compared} run */
function headCell({ slot, title }) {
  const [cell, letter] = [document.createElement("th"), document.createElement("span")];
  cell.scope = "col";
  cell.dataset.slot = slot;
  letter.className = "letter";
  letter.textContent = slot.toUpperCase();
  cell.append(letter, ` ${title}`);
  return cell;
}

/** @param {readonly Row[]} rows */
function body(rows) {
  const element = document.createElement("tbody");
  element.append(...rows.map(bodyRow));
  return element;
}

/** @param {Row} row */
function bodyRow({ name, values, differs }) {
  const [row, head] = [document.createElement("tr"), document.createElement("th")];
  head.scope = "row";
  head.textContent = name;
  row.className = differs ? "differs" : "same";
  const [first = ""] = values;
  row.append(head, ...(differs ? values.map((value) => bodyCell(value, value !== first)) : [bodyCell(first, false, values.length)]));
  return row;
}

/** @param {string} value @param {boolean} apart from the first run @param {number} [columns] */
function bodyCell(value, apart, columns = 1) {
  const cell = document.createElement("td");
  cell.textContent = value;
  cell.classList.toggle("apart", apart);
  cell.colSpan = columns;
  return cell;
}

customElements.define("run-comparison", RunComparison);
