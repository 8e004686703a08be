/**
 * The values of an expression's variables, each to be typed.
 *
 * In: `show(values)`, names with numbers or nested lists of them. Out: `valueinput` while somebody types or presses up and
 * down, `valuechange` when it is settled, both with `{name, value}`.
 */

import { ValueField } from "./value-field.js";

/** @typedef {import("../lib/nested.js").Nested} Nested */

export class ValueFields extends HTMLElement {
  /** @type {Map<string, ValueField>} */ #fields = new Map();

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = "Values";
  }

  /** @param {Readonly<Record<string, Nested>>} values */
  show(values) {
    const names = Object.keys(values);
    if (names.join() !== [...this.#fields.keys()].join()) this.#build(names);
    for (const [name, field] of this.#fields) field.show(/** @type {Nested} */ (values[name]));
  }

  /** @param {readonly string[]} names */
  #build(names) {
    this.#fields = new Map(names.map((name) => [name, new ValueField(name, (value, rests) => this.#tell(name, value, rests))]));
    const fields = [...this.#fields.values()];
    this.replaceChildren(...fields.map(({ element }) => element), ...fields.map(({ note }) => note));
  }

  /** @param {string} name @param {Nested} value @param {boolean} rests */
  #tell(name, value, rests) {
    const detail = { name, value };
    this.dispatchEvent(new CustomEvent(rests ? "valuechange" : "valueinput", { bubbles: true, detail }));
  }
}

customElements.define("value-fields", ValueFields);
