import { pressed } from "../lib/scrub.js";
import { readValue, writeValue } from "../lib/named-value.js";
import { isUnfinished } from "../lib/tensor-tokens.js";
import { Unreadable } from "../lib/unreadable.js";
import { FieldNote } from "./field-note.js";

/** @typedef {import("../lib/nested.js").Nested} Nested */

/** @type {Readonly<Record<string, 1 | -1>>} */
const KEYS = { ArrowUp: 1, ArrowDown: -1 };
const LETTERS = { least: 4, most: 40 };

/**
 * The value of one variable; up and down change a single number.
 *
 * `told` hears a value that was read, and whether it is settled.
 */
export class ValueField {
  element = document.createElement("label");
  #text = document.createElement("input");
  #wrong = new FieldNote().of(this.#text);
  #told;

  /** @param {string} name @param {(value: Nested, rests: boolean) => void} told */
  constructor(name, told) {
    const title = document.createElement("b");
    title.textContent = name;
    Object.assign(this.#text, { type: "text", ariaLabel: name, autocomplete: "off", autocapitalize: "off", spellcheck: false });
    this.element.append(title, this.#text);
    this.#told = told;
    this.#text.addEventListener("input", () => this.#read(false, isUnfinished(this.#text.value.slice(0, this.#text.selectionEnd ?? 0))));
    this.#text.addEventListener("change", () => this.#read(true));
    this.#text.addEventListener("keydown", (event) => this.#press(event));
    this.#text.addEventListener("keyup", (event) => event.key in KEYS && this.#read(true));
  }

  get note() {
    return this.#wrong;
  }

  /** What somebody types stays as it was typed. @param {Nested} value */
  show(value) {
    const text = writeValue(value);
    if (!this.#isTyped(text)) this.#text.value = text;
    this.#wrong.clear();
    this.#text.style.setProperty("--letters", String(Math.min(LETTERS.most, Math.max(LETTERS.least, text.length))));
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
