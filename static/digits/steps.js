import { whole } from "../lib/numbers.js";
import { preprocess, SIDE } from "../lib/preprocess.js";
import { extent, shapeText, valueText } from "../lib/spelling.js";
import { PixelPicture } from "../elements/pixel-picture.js";

/** @typedef {import("../lib/preprocess.js").Step} Step */

const AROUND = 3;
const BYTES = { uint8: 1, float32: 4 };

/** The chapter's preprocessing of the sample: in each step the same few values, as they are then. */
export class Steps {
  /** @type {Step[]} */ #steps = [];
  #root;
  #strip = new PixelPicture();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {readonly (readonly number[])[]} pixels @param {{images: string, count: number, index: number}} where */
  show(pixels, where) {
    this.#steps = preprocess(pixels, where);
    this.#root.replaceChildren(...this.#steps.map((step) => this.#item(step)));
    const values = pixels.flat();
    this.#strip.show({ values, columns: values.length, full: 255, sentence: "The 784 values, end to end." });
  }

  /** @param {number} cell */
  point(cell) {
    this.#strip.point(cell);
    this.#steps.forEach((step, i) => {
      const tape = /** @type {HTMLElement} */ (this.#root.children[i]?.querySelector(".tape"));
      tape.replaceChildren(...tapeCells(step, cell));
    });
  }

  /** @param {Step} step */
  #item(step) {
    const item = create("li", "");
    const [words, values] = [create("div", "step-words"), create("div", "step-values")];
    words.append(create("h3", "", step.name), create("p", "small quiet", step.text));
    values.append(create("code", "", step.code), create("ol", "tape"));
    item.append(words, values, facts(step));
    if (step.name === "reshape") item.append(this.#strip);
    return item;
  }
}

/** @param {Step} step */
function facts({ shape, dtype, values }) {
  const { low, high } = extent(values);
  const list = create("dl", "facts small");
  const pairs = [
    ["shape", shapeText(shape)],
    ["dtype", dtype],
    ["values", `${valueText(low, dtype)} … ${valueText(high, dtype)}`],
    ["bytes", whole(values.length * BYTES[dtype])],
  ];
  for (const [name, value] of pairs) list.append(create("dt", "quiet", name), create("dd", "code", value));
  return list;
}

/** The value itself and its neighbours along the last axis. @param {Step} step @param {number} cell */
function tapeCells({ shape, dtype, values }, cell) {
  const row = Math.floor(cell / SIDE);
  return Array.from({ length: 2 * AROUND + 1 }, (_, i) => {
    const index = cell + i - AROUND;
    const there = shape.length === 2 ? Math.floor(index / SIDE) === row : index >= 0 && index < values.length;
    if (!there) return create("li", "nothing");
    const item = create("li", index === cell ? "pointed" : "");
    item.append(placeOf(index, shape.length), create("b", "", valueText(values[index] ?? 0, dtype)));
    return item;
  });
}

/** [row, column] in the colours of their axes, or [index]. @param {number} index @param {number} axes */
function placeOf(index, axes) {
  const place = create("span", "quiet");
  if (axes === 1) place.append(`[${index}]`);
  else place.append("[", create("i", "row-axis", rowOf(index)), ", ", create("i", "column-axis", columnOf(index)), "]");
  return place;
}

/** @param {number} index */
const rowOf = (index) => String(Math.floor(index / SIDE));

/** @param {number} index */
const columnOf = (index) => String(index % SIDE);

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @returns {HTMLElementTagNameMap[T]}
 */
function create(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
