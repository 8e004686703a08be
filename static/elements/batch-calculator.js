/**
 * A batch of real data: its axes to be changed, its values counted, what they take up as each dtype.
 *
 * In: `show(batch)`. Out: `batchchange` with `{batch}`.
 */

import { BATCHES, bytesText, costs, productText, ROOM, USUAL } from "../lib/batches.js";
import { whole } from "../lib/numbers.js";
import { shapeParts } from "../lib/parts.js";
import { writeParts } from "./coloured.js";
import { ValueTable } from "./value-table.js";

/** @typedef {import("../lib/batches.js").Batch} Batch */

const MOST = 999_999_999;

export class BatchCalculator extends HTMLElement {
  /** @type {Batch} */ #batch = USUAL;
  #choice = document.createElement("select");
  #axes = document.createElement("div");
  #shape = document.createElement("code");
  #limit = document.createElement("p");
  #product = document.createElement("output");
  #table = new ValueTable();

  connectedCallback() {
    this.#choice.ariaLabel = "Batch";
    this.#choice.append(...BATCHES.map(({ name, title }) => new Option(title, name)));
    this.#choice.addEventListener("change", () => this.#choose());
    this.#axes.className = "batch-axes";
    this.#axes.addEventListener("input", () => this.#count());
    this.#axes.addEventListener("change", () => this.#tell());
    this.#limit.className = "small";
    this.#limit.role = "status";
    this.#product.className = "batch-product";
    this.replaceChildren(this.#choice, this.#axes, this.#limit, this.#shape, this.#product, this.#table);
  }

  /** @param {Batch} batch */
  show(batch) {
    if (batch.name !== this.#batch.name || this.#axes.childElementCount === 0) this.#build(batch);
    this.#batch = batch;
    this.#limit.textContent = "";
    this.#choice.value = batch.name;
    for (const [axis, input] of this.#inputs.entries()) input.value = String(batch.shape[axis]);
    this.#write();
  }

  /** @param {Batch} batch */
  #build({ axes }) {
    this.#axes.replaceChildren(...axes.map(axisField));
  }

  get #inputs() {
    return [...this.#axes.querySelectorAll("input")];
  }

  #choose() {
    this.show(BATCHES.find(({ name }) => name === this.#choice.value) ?? USUAL);
    this.#tell();
  }

  #count() {
    const inputs = this.#inputs;
    const wrong = inputs.findIndex((input) => !isLength(input));
    const { axes, shape } = this.#batch;
    this.#limit.textContent = wrong < 0 ? "" : `${axes[wrong]}: a whole number from 1 to ${whole(MOST)}. Until it is one, ${whole(shape[wrong] ?? 1)} is counted.`;
    this.#batch = { ...this.#batch, shape: inputs.map((input, axis) => (isLength(input) ? input.valueAsNumber : (shape[axis] ?? 1))) };
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

/** @param {HTMLInputElement} input */
function isLength(input) {
  return Number.isInteger(input.valueAsNumber) && input.checkValidity();
}

/** @param {string} name @param {number} axis */
function axisField(name, axis) {
  const [label, input] = [document.createElement("label"), document.createElement("input")];
  label.dataset.axis = String(axis);
  input.type = "number";
  input.min = "1";
  input.max = String(MOST);
  label.append(name, input);
  return label;
}

customElements.define("batch-calculator", BatchCalculator);
