/**
 * The chosen runs side by side: what is the same in all is said once and quietly, what is not as in the first stands out.
 *
 * In: `show(runs)`, `refresh()` when they went on; hidden while there is nothing to compare.
 * @typedef {import("../lib/comparison.js").Row} Row
 * @typedef {{slot: import("../lib/slots.js").Slot, title: string, run: import("../lib/runs-api.js").Run, record: import("../lib/run-record.js").RunRecord}} Compared
 */

import { figureRows, settingRows } from "../lib/comparison.js";
import { fromSpec } from "../lib/settings.js";

export class RunComparison extends HTMLElement {
  #table = document.createElement("table");
  #figures = document.createElement("tbody");
  /** @type {readonly Compared[]} */ #runs = [];

  connectedCallback() {
    const [title, scroll] = [document.createElement("h3"), document.createElement("div")];
    title.textContent = "Side by side";
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.role = "region";
    scroll.ariaLabel = title.textContent;
    scroll.append(this.#table);
    this.#figures.className = "reached";
    this.replaceChildren(title, scroll);
  }

  /** @param {readonly Compared[]} runs */
  show(runs) {
    this.#runs = runs;
    this.hidden = runs.length < 2;
    if (this.hidden) return;
    const head = document.createElement("thead");
    head.append(headRow(runs));
    const settings = body(settingRows(runs.map(({ run }) => fromSpec(run.spec))));
    this.#table.replaceChildren(head, settings, this.#figures);
    this.refresh();
  }

  /** How far the runs are by now. */
  refresh() {
    if (this.hidden) return;
    this.#figures.replaceChildren(...figureRows(this.#runs.map(({ record }) => record)).map(bodyRow));
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
