/**
 * Units of the first layer, each as the picture of its 784 weights; the chosen one is large and can be asked.
 *
 * In: `show(weights)`, `choice`. Out: `imageschange` when others are to be shown.
 * @typedef {import("../lib/moments-api.js").Weights} Weights
 * @typedef {import("../lib/moments-api.js").Unit} Unit
 * @typedef {import("../lib/moments-api.js").Ranking} Ranking
 */

import { PixelPicture } from "../elements/pixel-picture.js";
import { gridWalk } from "../lib/grid-walk.js";
import { short, signed, whole } from "../lib/numbers.js";
import { scoreWords } from "../lib/unit-words.js";
import { fromWire } from "../lib/wire.js";

const SIDE = 28;

export class WeightImages extends HTMLElement {
  /** @type {Weights | null} */ #weights = null;
  #chosen = 0;

  connectedCallback() {
    this.addEventListener("change", () => this.#changed());
    this.#list.addEventListener("click", ({ target }) => this.#choose(this.#buttons.findIndex((button) => button.contains(/** @type {Node} */ (target)))));
    this.#list.addEventListener("keydown", (event) => this.#walk(event));
    this.#large.addEventListener("cellpoint", (event) => this.#tell(/** @type {CustomEvent} */ (event).detail.text));
  }

  /** @returns {"active" | "changed" | number} by activity, by change, or for a class */
  get choice() {
    const { by, label } = this.#form.elements;
    return by.value === "class" ? Number(label.value) : by.value === "changed" ? "changed" : "active";
  }

  set choice(choice) {
    const { by, label } = this.#form.elements;
    by.value = typeof choice === "number" ? "class" : choice;
    if (typeof choice === "number") label.value = String(choice);
    this.#part("classes").hidden = typeof choice !== "number";
  }

  /** @param {Weights} weights */
  show(weights) {
    this.#weights = weights;
    const { units } = weights;
    while (this.#list.childElementCount > units.length) this.#list.lastElementChild?.remove();
    while (this.#list.childElementCount < units.length) this.#list.append(emptyItem());
    this.#buttons.forEach((button, i) => this.#fill(button, /** @type {Unit} */ (units[i]), fromWire(weights.limit)));
    this.#choose(Math.min(this.#chosen, units.length - 1));
    this.#part("limit").textContent = `full colour ±${short(fromWire(weights.limit))}`;
  }

  #changed() {
    this.#part("classes").hidden = typeof this.choice !== "number";
    this.#chosen = 0;
    this.dispatchEvent(new CustomEvent("imageschange"));
  }

  /** @param {HTMLButtonElement} button @param {Unit} unit @param {number} full */
  #fill(button, { unit, image }, full) {
    const [picture, caption] = /** @type {[PixelPicture, HTMLElement]} */ (/** @type {unknown} */ ([...button.children]));
    picture.show({ values: image.flat().map(fromWire), columns: SIDE, full, sentence: "" });
    caption.textContent = String(unit);
    button.ariaLabel = `Unit ${unit}`;
  }

  /** @param {number} place */
  #choose(place) {
    const unit = this.#weights?.units[place];
    if (!this.#weights || !unit) return;
    this.#chosen = place;
    this.#buttons.forEach((button, i) => {
      button.ariaPressed = String(i === place);
      button.tabIndex = i === place ? 0 : -1;
    });
    this.#showLarge(unit, this.#weights);
  }

  /** @param {Unit} unit @param {Weights} weights */
  #showLarge({ unit, score, bias, image }, weights) {
    const values = image.flat().map(fromWire);
    const about = `${scoreWords(weights, fromWire(score))}, bias ${signed(fromWire(bias))}`;
    const tell = (/** @type {number} */ i) => `W1[${i}, ${unit}] = ${signed(values[i] ?? 0)}, row ${Math.floor(i / SIDE)}, column ${i % SIDE}`;
    const sentence = `The weights of unit ${unit}, ${whole(values.length)} of them: ${about}.`;
    this.#part("unit").textContent = `Unit ${unit}`;
    this.#part("about").textContent = about;
    this.#large.show({ values, columns: SIDE, full: fromWire(weights.limit), sentence, tell });
    this.#tell(this.#large.index < 0 ? "" : tell(this.#large.index));
  }

  /** @param {string} text */
  #tell(text) {
    this.#part("cell").textContent = text || "Point at a weight.";
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const columns = getComputedStyle(this.#list).gridTemplateColumns.split(" ").length;
    const rows = Math.ceil(this.#buttons.length / columns);
    const next = gridWalk(event, this.#chosen, { rows, columns });
    if (next === null || next >= this.#buttons.length) return;
    event.preventDefault();
    this.#choose(next);
    this.#buttons[next]?.focus();
  }

  get #buttons() {
    return [...this.#list.querySelectorAll("button")];
  }

  get #form() {
    return /** @type {HTMLFormElement & {elements: Record<"by" | "label", RadioNodeList>}} */ (this.querySelector("form"));
  }

  get #list() {
    return this.#part("units");
  }

  get #large() {
    return /** @type {PixelPicture} */ (this.#part("large"));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }
}

function emptyItem() {
  const [item, button, caption] = [document.createElement("li"), document.createElement("button"), document.createElement("span")];
  const picture = new PixelPicture();
  picture.dataset.still = "";
  picture.ariaHidden = "true";
  button.type = "button";
  caption.className = "number";
  button.append(picture, caption);
  item.append(button);
  return item;
}

customElements.define("weight-images", WeightImages);
