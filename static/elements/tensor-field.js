/**
 * A tensor to be typed as numbers, chosen as a shape, or taken from a run.
 *
 * In: `show(operand, first)`, where `first` is the number of its first axis, for the colours; `data-name`; `data-most`
 * elements of a shape; `data-real`, what is taken from a run at first. Out: `operandinput` while somebody types, `operandchange` when it
 * is settled, both with `{name, operand}`; `unread` when the text cannot be read.
 */

import { shapeParts } from "../lib/parts.js";
import { sizeOf } from "../lib/nested.js";
import { whole } from "../lib/numbers.js";
import { MOST_TYPED, operandJson, operandNumbers, operandShape } from "../lib/operand.js";
import { isReal } from "../lib/real.js";
import { MOST_ELEMENTS } from "../lib/shape-edit.js";
import { readNumbers, Unreadable, writeNumbers } from "../lib/tensor-text.js";
import { closed, isUnfinished } from "../lib/tensor-tokens.js";
import { writeParts } from "./coloured.js";
import { FieldNote } from "./field-note.js";
import { RealField } from "./real-field.js";
import { ShapeField } from "./shape-field.js";

/** @typedef {import("../lib/operand.js").Operand} Operand */
/** @typedef {"numbers" | "shape" | "run"} Mode */

export class TensorField extends HTMLElement {
  /** @type {Operand} */ #operand = { shape: [] };
  #first = 0;
  #text = document.createElement("textarea");
  #shape = new ShapeField();
  #real = new RealField();
  #wrong = new FieldNote();
  #shown = document.createElement("code");

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = `Tensor ${this.#name}`;
    this.#text.ariaLabel = `Numbers of ${this.#name}`;
    this.#text.rows = 1;
    this.#text.spellcheck = false;
    this.#text.autocapitalize = "off";
    this.#wrong.of(this.#text);
    this.#shape.dataset.name = this.#real.dataset.name = this.#name;
    if (this.dataset.most) this.#shape.dataset.most = this.dataset.most;
    this.replaceChildren(this.#head(), this.#text, this.#shape, this.#real, this.#wrong);
    this.#text.addEventListener("input", () => this.#type());
    this.#text.addEventListener("change", () => this.#settle());
    this.#shape.addEventListener("shapeinput", () => this.#change({ shape: [...this.#shape.shape] }));
    this.#real.addEventListener("realinput", () => this.#take("operandinput"));
    this.#real.addEventListener("realchange", () => this.#take("operandchange"));
    this.addEventListener("change", (event) => this.#switch(/** @type {HTMLInputElement} */ (event.target)));
  }

  /** A text that cannot be read stays while what was read before is shown again. @param {Operand} operand @param {number} [first] */
  show(operand, first = 0) {
    if (this.#isUnread && operandJson(operand) === operandJson(this.#operand)) return;
    this.#operand = operand;
    this.#first = first;
    this.#fill(operand);
  }

  get #name() {
    return this.dataset.name ?? "";
  }

  #head() {
    const [head, name] = [document.createElement("div"), document.createElement("b")];
    head.className = "tensor-head";
    name.className = "code";
    name.textContent = this.#name;
    head.append(name, this.#shown, this.#modes());
    return head;
  }

  #modes() {
    const modes = document.createElement("fieldset");
    modes.className = "choice";
    const options = document.createElement("div");
    options.className = "choice-options";
    options.append(this.#mode("shape"), this.#mode("numbers"), this.#mode("run"));
    modes.ariaLabel = `${this.#name} is given by its`;
    modes.append(options);
    return modes;
  }

  /** @param {Mode} mode */
  #mode(mode) {
    const [label, radio] = [document.createElement("label"), document.createElement("input")];
    radio.type = "radio";
    radio.name = `${this.#name}-mode`;
    radio.value = mode;
    label.append(radio, mode);
    return label;
  }

  /** What somebody types stays as it was typed. @param {Operand} operand */
  #fill(operand) {
    const mode = isReal(operand) ? "run" : "shape" in operand ? "shape" : "numbers";
    const radio = this.querySelector(`[value="${mode}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
    this.#text.hidden = mode !== "numbers";
    this.#shape.hidden = mode !== "shape";
    this.#real.hidden = mode !== "run";
    this.#wrong.clear();
    if (isReal(operand)) this.#real.show(operand);
    else if ("shape" in operand) this.#shape.show(operand.shape, this.#first);
    else if (!this.#isTyped(operand)) this.#text.value = writeNumbers(operand, ",\n ");
    const isKnown = !isReal(operand) || operand.known !== undefined;
    writeParts(this.#shown, isKnown ? shapeParts(operandShape(operand), this.#first) : []);
  }

  /** @param {import("../lib/tensor-text.js").Numbers} numbers */
  #isTyped(numbers) {
    try {
      return writeNumbers(readNumbers(this.#text.value)) === writeNumbers(numbers);
    } catch {
      return false;
    }
  }

  /** Nobody is told in the middle of a number what is wrong with it. @param {boolean} [isTyping] */
  #type(isTyping = isUnfinished(this.#text.value.slice(0, this.#text.selectionEnd))) {
    try {
      this.#operand = readNumbers(this.#text.value);
      this.#fill(this.#operand);
      this.#tell("operandinput");
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      if (isTyping) this.#wrong.wait();
      else this.#wrong.tell(problem, (text) => this.#rewrite(text));
    }
  }

  /** @param {string} text */
  #rewrite(text) {
    this.#text.value = text;
    this.#text.focus();
    this.#type(false);
    this.#settle();
  }

  get #isUnread() {
    return this.#wrong.hasAttribute("data-unread");
  }

  #settle() {
    if (this.#isUnread) return this.#type(false);
    this.#text.value = closed(this.#text.value);
    this.#change(this.#operand);
  }

  /** @param {HTMLInputElement} radio */
  #switch({ type, value }) {
    if (type !== "radio") return;
    this.#wrong.clear();
    const shape = [...operandShape(this.#operand)];
    if (value === "run") return this.#fill({ name: this.dataset.real ?? "W1", run: null, step: null });
    if (value === "numbers" && sizeOf(shape) > MOST_TYPED) return this.#keepShape();
    this.#change(value === "shape" ? { shape: drawable(shape) } : operandNumbers(this.#operand));
  }

  /** @param {string} moment */
  #take(moment) {
    if (!this.#real.real) return;
    this.#operand = this.#real.real;
    this.#fill(this.#operand);
    this.#tell(moment);
  }

  #keepShape() {
    this.#fill(this.#operand);
    this.#shape.limit = `At most ${whole(MOST_TYPED)} numbers can be typed.`;
  }

  /** @param {Operand} operand */
  #change(operand) {
    this.show(operand, this.#first);
    this.#tell("operandchange");
  }

  /** @param {string} moment */
  #tell(moment) {
    const detail = { name: this.#name, operand: this.#operand };
    this.dispatchEvent(new CustomEvent(moment, { bubbles: true, detail }));
  }
}

/** A shape that can be filled, for one that only a run has: its longest axis halved. @param {readonly number[]} shape @returns {number[]} */
function drawable(shape) {
  const longest = shape.indexOf(Math.max(...shape));
  return sizeOf(shape) <= MOST_ELEMENTS ? [...shape] : drawable(shape.with(longest, Math.ceil((shape[longest] ?? 1) / 2)));
}

customElements.define("tensor-field", TensorField);
