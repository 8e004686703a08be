/**
 * The chosen runs, epoch by epoch, as a table: the charts for those who read numbers.
 *
 * In: `show(runs)`.
 * @typedef {import("../lib/run-record.js").Epoch} Epoch
 * @typedef {{title: string, epochs: readonly Epoch[]}} Told
 */

import { duration, loss, percent, whole } from "../lib/numbers.js";

/** @type {readonly [string, (epoch: Epoch) => string][]} */
const COLUMNS = [
  ["Epoch", ({ epoch }) => String(epoch)],
  ["Updates", ({ step }) => whole(step + 1)],
  ["Loss", (epoch) => loss(epoch.loss)],
  ["Accuracy", ({ accuracy }) => percent(accuracy)],
  ["Test loss", ({ testLoss }) => loss(testLoss)],
  ["Test accuracy", ({ testAccuracy }) => percent(testAccuracy)],
  ["Time", ({ seconds }) => duration(seconds)],
];

export class EpochTable extends HTMLElement {
  #tables = document.createElement("div");

  connectedCallback() {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Epochs as a table";
    this.#tables.className = "scroll";
    this.#tables.tabIndex = 0;
    this.#tables.role = "region";
    this.#tables.ariaLabel = summary.textContent;
    details.append(summary, this.#tables);
    this.replaceChildren(details);
  }

  /** @param {readonly Told[]} runs */
  show(runs) {
    this.#tables.replaceChildren(...runs.map(table));
    this.hidden = runs.every(({ epochs }) => epochs.length === 0);
  }
}

/** @param {Told} run */
function table({ title, epochs }) {
  const element = document.createElement("table");
  element.createCaption().textContent = title;
  const head = element.createTHead().insertRow();
  head.append(...COLUMNS.map(([name]) => cell("th", name)));
  const body = element.createTBody();
  for (const epoch of epochs) body.insertRow().append(...COLUMNS.map(([, say]) => cell("td", say(epoch))));
  return element;
}

/**
 * @param {"th" | "td"} tag
 * @param {string} text
 */
function cell(tag, text) {
  const element = document.createElement(tag);
  element.className = "number";
  if (tag === "th") element.setAttribute("scope", "col");
  element.textContent = text;
  return element;
}

customElements.define("epoch-table", EpochTable);
