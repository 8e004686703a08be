import { extent, shapeText, valueText } from "../lib/spelling.js";

/** @typedef {import("../lib/predictions-api.js").Stage} Stage */
/** @typedef {import("../lib/predictions-api.js").Switch} Switch */
/** @typedef {import("../elements/pixel-picture.js").PixelPicture} PixelPicture */

const SIDE = 28;
const BLANK = Array.from({ length: SIDE }, () => new Array(SIDE).fill(0));
/** Their pictures show the same 784 numbers, so pointing at one points at all. */
const ALIKE = ["centre", "scale", "flatten"];

/** From ink to (784,): each stage as a picture, each switch. */
export class Stages {
  /** @type {Map<string, StageView>} */ #views = new Map();
  #root;

  /** @param {HTMLElement} root @param {() => void} switched */
  constructor(root, switched) {
    this.#root = root;
    for (const item of root.querySelectorAll("li")) {
      const name = item.dataset.stage ?? "";
      this.#views.set(name, new StageView(item, (index) => this.#point(name, index)));
    }
    root.addEventListener("change", switched);
  }

  /** @returns {Switch[]} */
  get off() {
    return this.#switches.filter((input) => !input.checked).map((input) => /** @type {Switch} */ (input.name));
  }

  /** @param {readonly Switch[]} off */
  set off(off) {
    for (const input of this.#switches) input.checked = !off.includes(/** @type {Switch} */ (input.name));
  }

  /** @param {readonly Stage[]} stages */
  show(stages) {
    const sheet = stages[0]?.image.length ?? SIDE;
    for (const stage of stages) this.#views.get(stage.name)?.show(stage, sheet);
  }

  clear() {
    for (const [name, view] of this.#views) {
      view.show({ name, image: name === "flatten" ? BLANK.flat() : BLANK }, SIDE);
    }
  }

  get #switches() {
    return [...this.#root.querySelectorAll("input")];
  }

  /** @param {string} name @param {number} index */
  #point(name, index) {
    if (!ALIKE.includes(name)) return;
    for (const other of ALIKE) if (other !== name) this.#views.get(other)?.point(index);
  }
}

/** One stage. */
class StageView {
  #picture;
  #output;
  #name;
  #about = "";
  /** @type {(index: number) => string} */ #tell = () => "";

  /** @param {HTMLElement} item @param {(index: number) => void} pointed */
  constructor(item, pointed) {
    this.#name = item.dataset.stage ?? "";
    this.#picture = /** @type {PixelPicture} */ (item.querySelector("pixel-picture"));
    this.#output = /** @type {HTMLOutputElement} */ (item.querySelector("output"));
    this.#picture.addEventListener("cellpoint", (event) => {
      const { index } = /** @type {CustomEvent<{index: number}>} */ (event).detail;
      this.#write(index);
      pointed(index);
    });
    this.#picture.addEventListener("focus", () => (this.#output.ariaLive = "polite"));
    this.#picture.addEventListener("blur", () => (this.#output.ariaLive = "off"));
  }

  /** @param {Stage} stage @param {number} sheet  pixels a side of the first stage */
  show({ image }, sheet) {
    const shape = Array.isArray(image[0]) ? [image.length, image[0].length] : [image.length];
    const values = image.flat();
    const floats = this.#name === "scale" || this.#name === "flatten";
    const { low, high } = extent(values);
    const dtype = floats ? "float32" : "uint8";
    const columns = shape[1] ?? image.length;
    if (this.#name === "ink" || this.#name === "crop") this.#picture.dataset.units = String(sheet);
    this.#about = `${shapeText(shape)} ${valueText(low, dtype)} … ${valueText(high, dtype)}`;
    this.#tell = (index) => `${placeText(index, columns, shape.length)}: ${valueText(values[index] ?? 0, dtype)}`;
    this.#picture.show({
      values,
      columns,
      full: high > 1 || !floats ? 255 : 1,
      sentence: `The drawing after “${this.#name}”, shape ${shapeText(shape)}.`,
      tell: this.#tell,
    });
    this.#write(this.#picture.index);
  }

  /** @param {number} index */
  point(index) {
    this.#picture.point(index);
    this.#write(index);
  }

  /** @param {number} index */
  #write(index) {
    this.#output.value = index < 0 ? this.#about : this.#tell(index);
  }
}

/** @param {number} index @param {number} columns @param {number} axes */
function placeText(index, columns, axes) {
  if (axes === 2) return `row ${Math.floor(index / columns)}, column ${index % columns}`;
  return `[${index}] = row ${Math.floor(index / SIDE)}, column ${index % SIDE}`;
}
