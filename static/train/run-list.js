/**
 * All runs, the newest first; the chosen ones have their colour.
 *
 * In: `show(runs, slots)`. Out: what its rows say bubbles.
 * @typedef {import("../lib/runs-api.js").Run} Run
 */

import "./run-row.js";
import { SLOTS } from "../lib/slots.js";

/** @typedef {import("./run-row.js").RunRow} RunRow */

export class RunList extends HTMLElement {
  /** @type {Map<string, RunRow>} */ #rows = new Map();

  connectedCallback() {
    this.role = "list";
  }

  /**
   * @param {readonly Run[]} runs
   * @param {ReadonlyMap<string, import("../lib/slots.js").Slot>} slots
   */
  show(runs, slots) {
    const rows = new Map(runs.map((run) => [run.id, this.#rows.get(run.id) ?? newRow()]));
    const left = [...this.#rows].findIndex(([id, row]) => !rows.has(id) && row.contains(document.activeElement));
    for (const [id, row] of this.#rows) if (!rows.has(id)) row.remove();
    [...rows.values()].forEach((row, i) => this.#place(row, i));
    this.#rows = rows;
    const full = slots.size >= SLOTS.length;
    for (const run of runs) rows.get(run.id)?.show({ run, slot: slots.get(run.id) ?? null, full });
    if (left >= 0) this.#focusAt(left);
  }

  /** @param {number} place */
  #focusAt(place) {
    const row = this.children[place] ?? this.lastElementChild;
    /** @type {HTMLElement | undefined | null} */ (row?.querySelector("input:enabled, button"))?.focus();
  }

  /**
   * A row that is in its place is not touched: whoever is about to do something with it goes on.
   * @param {RunRow} row
   * @param {number} place
   */
  #place(row, place) {
    const there = this.children[place] ?? null;
    if (row !== there) this.insertBefore(row, there);
  }
}

function newRow() {
  return /** @type {RunRow} */ (document.createElement("run-row"));
}

customElements.define("run-list", RunList);
