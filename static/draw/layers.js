import { extent, shapeText, valueText } from "../lib/spelling.js";
import { whole } from "../lib/numbers.js";
import { PixelPicture } from "../elements/pixel-picture.js";
import { ProbabilityBars } from "../elements/probability-bars.js";

/** @typedef {import("../lib/predictions-api.js").Layer} Layer */
/** @typedef {CustomEvent<{label: number, probability: number | null}>} BarPoint */
/** @typedef {{show: (values: readonly number[], activation: string) => void, item: HTMLElement}} LayerView */

/** The output of every layer: hidden ones as grids, the last as ten bars. */
export class Layers {
  /** @type {LayerView[]} */ #views = [];
  #shapes = "";
  #root;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {readonly Layer[]} layers @param {readonly string[]} activations  of the hidden layers */
  show(layers, activations) {
    this.#rebuild(layers);
    layers.forEach(({ values }, i) => this.#views[i]?.show(values, activations[i] ?? ""));
  }

  /** Where nothing goes in, nothing comes out. */
  clear() {
    const nothing = document.createElement("li");
    nothing.className = "small quiet";
    nothing.textContent = "Nothing is drawn, so there is nothing to pass on.";
    this.#shapes = "";
    this.#root.replaceChildren(nothing);
  }

  /** Another network may have other layers. @param {readonly Layer[]} layers */
  #rebuild(layers) {
    const shapes = layers.map(({ shape }) => shapeText(shape)).join();
    if (shapes === this.#shapes) return;
    this.#shapes = shapes;
    const last = layers.length - 1;
    this.#views = layers.map((layer, i) => (i < last ? hiddenView(layer, i + 1) : outputView(layer, i + 1)));
    this.#root.replaceChildren(...this.#views.map(({ item }) => item));
  }
}

/** @param {Layer} layer @param {number} number  1-based @returns {LayerView} */
function hiddenView({ name, shape }, number) {
  const picture = new PixelPicture();
  const { item, about, output } = framed(name, shape, picture);
  const columns = Math.ceil(Math.sqrt(2 * (shape[0] ?? 1)));
  let told = "";

  /** @type {LayerView["show"]} */
  function show(values, activation) {
    const { low, high } = extent(values);
    const tell = (/** @type {number} */ unit) => {
      const sum = `dot(${inputOf(number)}, W${number}[:, ${unit}]) + b${number}[${unit}]`;
      return `unit ${unit}: ${activation}(${sum}) = ${valueText(values[unit] ?? 0, "float32")}`;
    };
    about.textContent = aboutUnits(values, activation);
    const sentence = `${name}, ${whole(values.length)} activations. ${about.textContent}`;
    picture.show({ values, columns, full: Math.max(Math.abs(low), Math.abs(high)), sentence, tell });
    told = `${shapeText(shape)} ${valueText(low, "float32")} … ${valueText(high, "float32")}`;
    output.value = picture.index < 0 ? told : tell(picture.index);
  }

  picture.addEventListener("cellpoint", (event) => {
    output.value = /** @type {CustomEvent<{text: string}>} */ (event).detail.text || told;
  });
  return { item, show };
}

/** @param {readonly number[]} values @param {string} activation */
function aboutUnits(values, activation) {
  const above = values.filter((value) => value > 0).length;
  const { high } = extent(values);
  const strongest = `Unit ${values.indexOf(high)} answers most.`;
  if (activation !== "relu") return strongest;
  return `${whole(above)} of ${whole(values.length)} units ${above === 1 ? "answers" : "answer"}, relu sets the others to 0. ${strongest}`;
}

/** @param {Layer} layer @param {number} number @returns {LayerView} */
function outputView({ name, shape }, number) {
  const bars = new ProbabilityBars();
  bars.dataset.upright = "";
  const { item, about, output } = framed(name, shape, bars);
  const formula = `softmax(dot(${inputOf(number)}, W${number}) + b${number})`;
  about.textContent = "softmax turns ten sums into ten probabilities, which add up to 1.";
  output.value = `${shapeText(shape)} ${formula}`;
  bars.addEventListener("barpoint", (event) => {
    const { label, probability } = /** @type {BarPoint} */ (event).detail;
    const none = `${shapeText(shape)} ${formula}`;
    output.value = probability === null ? none : `${formula}[${label}] = ${valueText(probability, "float32")}`;
  });
  return { item, show: (values) => bars.show(values) };
}

/** What the chapter calls the layer's input. @param {number} number */
function inputOf(number) {
  return number === 1 ? "x" : `h${number - 1}`;
}

/** @param {string} name @param {readonly number[]} shape @param {HTMLElement} picture */
function framed(name, shape, picture) {
  const item = document.createElement("li");
  const title = document.createElement("h3");
  const about = document.createElement("p");
  const output = document.createElement("output");
  title.textContent = name;
  about.className = "small";
  output.className = "code small";
  output.ariaLive = "off";
  picture.addEventListener("focusin", () => (output.ariaLive = "polite"));
  picture.addEventListener("focusout", () => (output.ariaLive = "off"));
  item.append(picture, title, about, output);
  item.dataset.layer = name;
  item.dataset.units = String(shape[0]);
  return { item, about, output };
}
