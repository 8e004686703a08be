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
    if (!sameKeys(rows, this.#rows)) this.replaceChildren(...rows.values());
    this.#rows = rows;
    const full = slots.size >= SLOTS.length;
    for (const run of runs) rows.get(run.id)?.show({ run, slot: slots.get(run.id) ?? null, full });
  }
}

function newRow() {
  return /** @type {RunRow} */ (document.createElement("run-row"));
}

/**
 * @param {ReadonlyMap<string, unknown>} a
 * @param {ReadonlyMap<string, unknown>} b
 */
function sameKeys(a, b) {
  return [...a.keys()].join() === [...b.keys()].join();
}

customElements.define("run-list", RunList);
