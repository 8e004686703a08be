/**
 * The stack of all training digits, cut: by dragging over the digits, by dragging over rows and columns of one, or by typing.
 * The server reads the slice; the picture follows its answer.
 *
 * In: `show(text)`. Out: `slicechange` with `{text}`.
 */

import { Refused } from "../lib/ask.js";
import { SHEET, sheetOf, sheetPixels, SIDE, STACK, takenPixels } from "../lib/digit-stack.js";
import { getDigits } from "../lib/digits-api.js";
import { askLesson } from "../lib/lessons-api.js";
import { newestWins } from "../lib/newest.js";
import { shapeParts } from "../lib/parts.js";
import { keptIndices, withRange } from "../lib/slices.js";
import { writeParts } from "./coloured.js";
import { onDrag } from "./dragged.js";
import { FieldNote } from "./field-note.js";
import { PixelPicture } from "./pixel-picture.js";

/**
 * @typedef {import("../lib/slices.js").Cut} Cut
 * @typedef {import("../lib/digits-api.js").Digit} Digit
 * @typedef {import("./dragged.js").Share} Share
 * @typedef {import("../lib/lessons-api.js").Refusal} Refusal
 * @typedef {{shape: number[], cuts: Cut[]}} Answer
 */

const FULL = 255;
/** Digits of the result that are drawn. */
const TAKEN = 8;
/** Where along an axis of a picture something begins, and how long it is. */
const SIDES = /** @type {const} */ ({ 1: ["top", "height"], 2: ["left", "width"] });

export class DigitSlicer extends HTMLElement {
  #text = "";
  /** @type {readonly Cut[]} */ #cuts = [];
  /** @type {readonly Digit[]} */ #digits = [];
  #first = -1;
  #sheet = picture();
  #one = picture();
  #crop = document.createElement("b");
  #input = document.createElement("input");
  #shape = document.createElement("code");
  #wrong = new FieldNote();
  #taken = document.createElement("div");
  #ask = newestWins(
    (/** @type {string} */ slice) => this.#answerTo(slice),
    (answer) => this.#show(answer),
    (problem) => this.#refuse(problem),
  );

  connectedCallback() {
    this.#input.type = "text";
    this.#input.spellcheck = false;
    this.#input.ariaLabel = "Slice of train_images";
    this.#input.addEventListener("input", () => this.#type(this.#input.value, false));
    this.#input.addEventListener("change", () => this.#type(this.#input.value, true));
    this.#wrong.of(this.#input);
    this.#sheet.className = "stack-sheet";
    this.#one.className = "stack-one";
    this.#taken.className = "stack-taken";
    this.replaceChildren(this.#sheet, this.#one, this.#line(), this.#wrong, this.#taken);
    this.#one.append(this.#crop);
    onDrag(this.#sheet, (from, to, done) => this.#drag([{ axis: 0, from: this.#digitAt(from), to: this.#digitAt(to) }], done));
    onDrag(this.#one, (from, to, done) => this.#drag([1, 2].map((axis) => rangeOf(axis, from, to)), done));
  }

  /** @param {string} text */
  show(text) {
    if (text === this.#text) return;
    this.#text = text;
    if (document.activeElement !== this.#input) this.#input.value = text;
    this.#ask(text);
  }

  #line() {
    const line = document.createElement("p");
    line.className = "stack-line code";
    line.append("train_images[", this.#input, "] → ", this.#shape);
    return line;
  }

  /** @param {string} text @param {boolean} settled */
  #type(text, settled) {
    this.show(text);
    if (settled) this.dispatchEvent(new CustomEvent("slicechange", { detail: { text } }));
  }

  /** @param {import("../lib/lessons-api.js").WayOut} wayOut */
  #take({ question }) {
    this.#input.value = /** @type {{slice: string}} */ (question).slice;
    this.#input.focus();
    this.#type(this.#input.value, true);
  }

  /** @param {readonly {axis: number, from: number, to: number}[]} ranges @param {boolean} settled */
  #drag(ranges, settled) {
    const text = ranges.reduce((before, range) => withRange(before, this.#cuts, STACK, range), this.#text);
    this.#input.value = text;
    this.#type(text, settled);
  }

  /** @param {Share} share */
  #digitAt({ x, y }) {
    return this.#first + Math.floor(y * SHEET.rows) * SHEET.columns + Math.floor(x * SHEET.columns);
  }

  /** @param {string} slice @returns {Promise<Answer>} */
  async #answerTo(slice) {
    const answer = /** @type {Answer} */ (await askLesson("tensors", { a: { shape: STACK }, dtype: "uint8", slice }));
    const first = sheetOf(keptIndices(/** @type {Cut} */ (answer.cuts[0]), 1)[0] ?? 0);
    if (first !== this.#first) this.#digits = (await getDigits("train", first, SHEET.size)).digits;
    this.#first = first;
    return answer;
  }

  /** @param {Answer} answer */
  #show({ shape, cuts }) {
    this.#cuts = cuts;
    this.#wrong.clear();
    this.toggleAttribute("data-stale", false);
    writeParts(this.#shape, shapeParts(shape));
    const sentence = `Digits ${this.#first} to ${this.#first + this.#digits.length - 1}; what the slice leaves out is faint.`;
    this.#sheet.show({ values: sheetPixels(this.#digits, cuts), columns: SHEET.columns * SIDE, full: FULL, sentence });
    const indices = keptIndices(/** @type {Cut} */ (cuts[0]));
    const taken = this.#digits.filter(({ index }) => indices.includes(index));
    this.#showOne(taken[0] ?? this.#digits[0]);
    this.#taken.replaceChildren(...taken.slice(0, TAKEN).map((digit) => takenPicture(digit, cuts)));
  }

  /** One digit at large, with a frame around what is taken of it. @param {Digit | undefined} digit */
  #showOne(digit) {
    if (!digit) return;
    const sentence = `train_images[${digit.index}], a ${digit.label}.`;
    this.#one.show({ values: digit.pixels.flat(), columns: SIDE, full: FULL, sentence });
    for (const [axis, [start, size]] of Object.entries(SIDES)) {
      const kept = keptIndices(/** @type {Cut} */ (this.#cuts[Number(axis)]));
      const first = Math.min(...kept);
      this.#crop.style.setProperty(start, `${(100 * first) / SIDE}%`);
      this.#crop.style.setProperty(size, `${(100 * (Math.max(...kept) - first + 1)) / SIDE}%`);
    }
    this.#crop.hidden = (this.#cuts[1]?.length ?? 0) * (this.#cuts[2]?.length ?? 0) === 0;
  }

  /** @param {unknown} problem */
  #refuse(problem) {
    if (!(problem instanceof Refused)) throw problem;
    const { fixes = [], ...refusal } = /** @type {Refusal} */ (/** @type {unknown} */ (problem.problem));
    this.#wrong.show(refusal, ...fixes.map((wayOut) => ({ label: wayOut.title, run: () => this.#take(wayOut) })));
    this.#input.ariaInvalid = "true";
    this.#shape.textContent = "";
    this.toggleAttribute("data-stale", true);
  }
}

/** @param {Digit} digit @param {readonly Cut[]} cuts */
function takenPicture({ index, pixels }, cuts) {
  const made = picture();
  made.dataset.units = String(SIDE);
  made.show({ ...takenPixels(pixels, cuts), full: FULL, sentence: `What is taken of train_images[${index}].` });
  return made;
}

/** @param {number} axis @param {Share} from @param {Share} to */
function rangeOf(axis, from, to) {
  const along = axis === 1 ? "y" : "x";
  return { axis, from: Math.floor(from[along] * SIDE), to: Math.floor(to[along] * SIDE) };
}

function picture() {
  const made = new PixelPicture();
  made.dataset.still = "";
  return made;
}

customElements.define("digit-slicer", DigitSlicer);
