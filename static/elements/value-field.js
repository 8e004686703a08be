import { pressed } from "../lib/scrub.js";
import { readValue, writeValue } from "../lib/named-value.js";
import { isReal, realLink } from "../lib/real.js";
import { isUnfinished } from "../lib/tensor-tokens.js";
import { Unreadable } from "../lib/unreadable.js";
import { FieldNote } from "./field-note.js";
import { RealField } from "./real-field.js";

/** @typedef {import("../lib/values-link.js").Given} Given */
/** @typedef {import("../lib/real.js").Real} Real */

/** @type {Readonly<Record<string, 1 | -1>>} */
const KEYS = { ArrowUp: 1, ArrowDown: -1 };
const LETTERS = { least: 4, most: 40 };
/** One number of a run, until another is chosen. */
const ONE = { name: "W1", slice: "400, 0", run: null, step: null };

/**
 * The value of one variable, typed or of a run; up and down change a single number.
 *
 * `told` hears a value that was read, and whether it is settled.
 */
export class ValueField {
  element = document.createElement("div");
  #label = document.createElement("label");
  #ofRun = document.createElement("button");
  #real = new RealField();
  #text = document.createElement("input");
  #wrong = new FieldNote().of(this.#text);
  #told;

  /** @param {string} name @param {(value: Given, rests: boolean) => void} told */
  constructor(name, told) {
    const title = document.createElement("b");
    title.textContent = name;
    Object.assign(this.#text, { type: "text", ariaLabel: name, autocomplete: "off", autocapitalize: "off", spellcheck: false });
    this.#label.append(title, this.#text);
    Object.assign(this.#ofRun, { type: "button", className: "plain", textContent: "run", ariaLabel: `${name} from a run` });
    this.#real.dataset.name = name;
    this.element.className = "value";
    this.element.append(this.#label, this.#ofRun, this.#real);
    this.#told = told;
    this.#ofRun.addEventListener("click", () => (this.#real.hidden ? this.show(ONE) : this.#type()));
    this.#real.addEventListener("realinput", () => this.#real.real && told(this.#real.real, false));
    this.#real.addEventListener("realchange", () => this.#real.real && told(this.#real.real, true));
    this.#text.addEventListener("input", () => this.#read(false, isUnfinished(this.#text.value.slice(0, this.#text.selectionEnd ?? 0))));
    this.#text.addEventListener("change", () => this.#read(true));
    this.#text.addEventListener("keydown", (event) => this.#press(event));
    this.#text.addEventListener("keyup", (event) => event.key in KEYS && this.#read(true));
  }

  get note() {
    return this.#wrong;
  }

  /** What somebody types stays as it was typed. @param {Given} value */
  show(value) {
    this.#text.hidden = isReal(value);
    this.#real.hidden = !isReal(value);
    this.#ofRun.ariaPressed = String(isReal(value));
    if (isReal(value)) return this.#showReal(value);
    const text = writeValue(value);
    if (!this.#isTyped(text)) this.#text.value = text;
    this.#wrong.clear();
    this.#text.style.setProperty("--letters", String(Math.min(LETTERS.most, Math.max(LETTERS.least, text.length))));
  }

  /** Asked about only where it is another one. @param {Real} real */
  #showReal(real) {
    this.#wrong.clear();
    if (!this.#real.real || realLink(real) !== realLink(this.#real.real)) this.#real.show(real);
  }

  /** What was typed before counts again. */
  #type() {
    this.#text.value ||= "1";
    this.#read(true);
  }

  /** @param {string} text */
  #isTyped(text) {
    try {
      return writeValue(readValue(this.#text.value)) === text;
    } catch {
      return false;
    }
  }

  /** @param {boolean} rests @param {boolean} [isTyping] in the middle of a number */
  #read(rests, isTyping = false) {
    try {
      const value = readValue(this.#text.value);
      this.#wrong.clear();
      this.#told(value, rests);
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
    this.#read(true);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const [way, number] = [KEYS[event.key], Number(this.#text.value)];
    if (!way || this.#text.value.trim() === "" || Number.isNaN(number)) return;
    event.preventDefault();
    this.#text.value = String(pressed(number, way, event.shiftKey));
    this.#read(false);
  }
}
