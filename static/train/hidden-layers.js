/**
 * The hidden layers, each with its units and its activation; layers can be added and removed.
 *
 * In and out: `value`. Out: `input` and `change` bubble from the fields; adding and removing is a `change` too.
 * @typedef {import("../lib/settings.js").HiddenLayer} HiddenLayer
 */

import { MOST_UNITS } from "../lib/settings.js";

const MOST = 4;
/** @type {HiddenLayer} */
const NEW_LAYER = { units: 64, activation: "relu" };

export class HiddenLayers extends HTMLElement {
  connectedCallback() {
    this.#add.addEventListener("click", () => this.#change([...this.value, NEW_LAYER]));
    this.addEventListener("click", ({ target }) => this.#remove(target));
  }

  /** @returns {readonly HiddenLayer[]} */
  get value() {
    return this.#rows.map((row) => ({
      units: Math.min(MOST_UNITS, Math.max(1, Math.round(units(row).valueAsNumber || 1))),
      activation: /** @type {HiddenLayer["activation"]} */ (row.querySelector("input:checked")?.getAttribute("value")),
    }));
  }

  /** @param {readonly HiddenLayer[]} layers */
  set value(layers) {
    this.#list.replaceChildren(...layers.map((layer, i) => this.#row(layer, i)));
    this.#add.hidden = layers.length >= MOST;
  }

  get #add() {
    return /** @type {HTMLButtonElement} */ (this.querySelector(".add"));
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector(".layers"));
  }

  get #rows() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]);
  }

  /**
   * @param {HiddenLayer} layer
   * @param {number} place
   */
  #row(layer, place) {
    const row = document.createElement("li");
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    row.append(template.content.cloneNode(true));
    const title = `Hidden layer ${place + 1}`;
    for (const heading of row.querySelectorAll("legend, b")) heading.textContent = title;
    /** @type {HTMLElement} */ (row.querySelector(".remove")).ariaLabel = `Remove hidden layer ${place + 1}`;
    units(row).id = `units-${place}`;
    units(row).value = String(layer.units);
    /** @type {HTMLLabelElement} */ (row.querySelector(".field label")).htmlFor = `units-${place}`;
    for (const radio of radios(row)) {
      radio.name = `activation-${place}`;
      radio.checked = radio.value === layer.activation;
    }
    return row;
  }

  /** @param {EventTarget | null} target */
  #remove(target) {
    const row = target instanceof Element && target.closest(".remove")?.closest("li");
    if (!row) return;
    const place = this.#rows.indexOf(row);
    this.#change(this.value.filter((_, i) => i !== place));
    this.#add.focus();
  }

  /** @param {readonly HiddenLayer[]} layers */
  #change(layers) {
    this.value = layers;
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {Element} row */
function units(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector('input[type="number"]'));
}

/**
 * @param {Element} row
 * @returns {NodeListOf<HTMLInputElement>}
 */
function radios(row) {
  return row.querySelectorAll('input[type="radio"]');
}

customElements.define("hidden-layers", HiddenLayers);
