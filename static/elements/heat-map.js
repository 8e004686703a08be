import { cellsOf, cellText, placeAt } from "../lib/heat.js";
import { short } from "../lib/numbers.js";
import { shapeText } from "../lib/spelling.js";
import { fromWire } from "../lib/wire.js";
import { PixelPicture } from "./pixel-picture.js";

/**
 * A tensor of any size as a picture under its name and shape.
 *
 * In: `show(name, tensor)`. Out: `heatpoint` with `{text}`, "" when nothing is pointed at any more; `heatchoose` with
 * `{tensor, index}` for a click or Enter.
 * @typedef {import("../lib/training-step.js").StepTensor} StepTensor
 */

export class HeatMap extends HTMLElement {
  #name = "";
  /** @type {StepTensor | null} */ #tensor = null;
  #title = document.createElement("p");
  #picture = new PixelPicture();
  #range = document.createElement("p");

  connectedCallback() {
    this.#title.className = "code";
    this.#range.className = "small quiet";
    this.replaceChildren(this.#title, this.#picture, this.#range);
    this.#picture.addEventListener("cellpoint", (event) => this.#point(/** @type {CustomEvent} */ (event).detail));
    this.#picture.addEventListener("click", () => this.#choose());
    this.#picture.addEventListener("keydown", ({ key }) => key === "Enter" && this.#choose());
  }

  /** @param {string} name @param {StepTensor} tensor */
  show(name, tensor) {
    if (!tensor.heat) return;
    [this.#name, this.#tensor] = [name, tensor];
    const cells = cellsOf(tensor.heat);
    const [low, high] = [tensor.heat.low, tensor.heat.high].map((value) => short(fromWire(value)));
    const bold = document.createElement("b");
    bold.textContent = name;
    this.#title.replaceChildren(bold, ` ${shapeText(tensor.shape)}`);
    this.#range.textContent = low === high ? `all ${low}` : `${low} to ${high}`;
    this.title = tensor.heat.preview ?? "";
    this.style.setProperty("--cells", String(cells.columns));
    const left = tensor.heat.preview ? `, ${tensor.heat.preview}` : "";
    this.#picture.show({ ...cells, sentence: `${name}, shape ${shapeText(tensor.shape)}, from ${low} to ${high}${left}.`, tell: (cell) => cellText(name, tensor, cell) });
  }

  /** @param {{text: string}} detail */
  #point({ text }) {
    this.dispatchEvent(new CustomEvent("heatpoint", { bubbles: true, detail: { text } }));
  }

  #choose() {
    if (!this.#tensor || this.#picture.index < 0) return;
    const detail = { tensor: this.#name, index: placeAt(this.#tensor, this.#picture.index) };
    this.dispatchEvent(new CustomEvent("heatchoose", { bubbles: true, detail }));
  }
}

customElements.define("heat-map", HeatMap);
