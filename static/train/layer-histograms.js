/**
 * How the weights, biases and activations of each layer are spread.
 *
 * In: `show(histograms)`.
 * @typedef {import("../lib/moments-api.js").Histograms} Histograms
 * @typedef {import("../lib/moments-api.js").LayerHistograms} Layer
 * @typedef {import("../lib/moments-api.js").Histogram} Histogram
 */

import { HistogramPicture } from "../elements/histogram-picture.js";
import { spreadWords } from "../lib/histogram.js";
import { tick } from "../lib/numbers.js";
import { shapeText } from "../lib/spelling.js";
import { fromWire } from "../lib/wire.js";

const KINDS = /** @type {const} */ (["weights", "biases", "activations"]);

export class LayerHistograms extends HTMLElement {
  /** @type {SpreadFigure[][]} */ #figures = [];
  #shapes = "";

  /** @param {Histograms} histograms */
  show({ layers }) {
    this.#rebuild(layers);
    layers.forEach((layer, i) => KINDS.forEach((kind, j) => this.#figures[i]?.[j]?.show(layer[kind])));
  }

  /** Another network may have other layers. @param {readonly Layer[]} layers */
  #rebuild(layers) {
    const shapes = layers.map(({ shape }) => shapeText(shape)).join();
    if (shapes === this.#shapes) return;
    this.#shapes = shapes;
    this.#figures = layers.map(({ name }) => KINDS.map((kind) => new SpreadFigure(name, kind)));
    this.replaceChildren(...layers.map((layer, i) => row(layer, this.#figures[i] ?? [])));
  }
}

/** One histogram with the ends of its axis and its numbers. */
class SpreadFigure {
  element = document.createElement("figure");
  #picture = new HistogramPicture();
  #ends = [document.createElement("span"), document.createElement("span")];
  #words = document.createElement("output");
  #spread = "";

  /** @param {string} layer @param {string} kind */
  constructor(layer, kind) {
    const [title, axis] = [document.createElement("figcaption"), document.createElement("p")];
    title.textContent = kind;
    this.#picture.dataset.of = kind;
    this.#picture.dataset.layer = layer;
    this.#words.className = axis.className = "small quiet number";
    axis.append(...this.#ends);
    this.#words.ariaLive = "off";
    this.element.append(title, this.#picture, axis, this.#words);
    this.#picture.addEventListener("binpoint", (event) => this.#say(/** @type {CustomEvent} */ (event).detail.text));
  }

  /** @param {Histogram} histogram */
  show(histogram) {
    this.#spread = spreadWords(histogram);
    this.#picture.show(histogram, this.#spread);
    this.#ends.forEach((end, i) => (end.textContent = tick(fromWire(i === 0 ? histogram.low : histogram.high)).replace("-", "−")));
    this.#say(this.#picture.told);
  }

  /** @param {string} text */
  #say(text) {
    this.#words.value = text || this.#spread;
  }
}

/** @param {Layer} layer @param {readonly SpreadFigure[]} figures */
function row({ name, shape }, figures) {
  const [element, title, size] = [document.createElement("section"), document.createElement("h4"), document.createElement("code")];
  size.className = "quiet";
  size.textContent = shapeText(shape);
  title.append(`${name} `, size);
  element.append(title, ...figures.map((figure) => figure.element));
  return element;
}

customElements.define("layer-histograms", LayerHistograms);
