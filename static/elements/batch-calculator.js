/**
 * A batch of real data: its axes to be changed, its values counted, what they take up as each dtype.
 *
 * In: `show(batch)`. Out: `batchchange` with `{batch}`.
 */

import { BATCHES, bytesText, costs, productText, ROOM, USUAL } from "../lib/batches.js";
import { shapeParts } from "../lib/parts.js";
import { writeParts } from "./coloured.js";
import { ValueTable } from "./value-table.js";

/** @typedef {import("../lib/batches.js").Batch} Batch */

export class BatchCalculator extends HTMLElement {
  /** @type {Batch} */ #batch = USUAL;
  #choice = document.createElement("select");
  #axes = document.createElement("div");
  #shape = document.createElement("code");
  #product = document.createElement("output");
  #table = new ValueTable();

  connectedCallback() {
    this.#choice.ariaLabel = "Batch";
    this.#choice.append(...BATCHES.map(({ name, title }) => new Option(title, name)));
    this.#choice.addEventListener("change", () => this.#choose());
    this.#axes.className = "batch-axes";
    this.#axes.addEventListener("input", () => this.#count());
    this.#axes.addEventListener("change", () => this.#tell());
    this.#product.className = "batch-product";
    this.replaceChildren(this.#choice, this.#axes, this.#shape, this.#product, this.#table);
  }

  /** @param {Batch} batch */
  show(batch) {
    this.#batch = batch;
    this.#choice.value = batch.name;
    this.#axes.replaceChildren(...batch.axes.map((name, axis) => axisField(name, axis, batch.shape[axis] ?? 1)));
    this.#write();
  }

  #choose() {
    this.show(BATCHES.find(({ name }) => name === this.#choice.value) ?? USUAL);
    this.#tell();
  }

  #count() {
    const inputs = [...this.#axes.querySelectorAll("input")];
    this.#batch = { ...this.#batch, shape: inputs.map(({ value }) => Math.max(1, Math.round(Number(value)) || 1)) };
    this.#write();
  }

  #write() {
    const { shape } = this.#batch;
    writeParts(this.#shape, shapeParts(shape));
    this.#product.value = productText(shape);
    const verdict = (/** @type {boolean} */ fits) => (fits ? `✓ fits in ${bytesText(ROOM)}` : `✕ more than ${bytesText(ROOM)}`);
    this.#table.show(["dtype", "bytes", ""], costs(shape).map(({ dtype, text, fits }) => [[dtype], [text], [verdict(fits)]]));
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("batchchange", { detail: { batch: this.#batch } }));
  }
}

/** @param {string} name @param {number} axis @param {number} length */
function axisField(name, axis, length) {
  const [label, input] = [document.createElement("label"), document.createElement("input")];
  label.dataset.axis = String(axis);
  input.type = "number";
  input.min = "1";
  input.max = "999999999";
  input.value = String(length);
  label.append(name, input);
  return label;
}

customElements.define("batch-calculator", BatchCalculator);
