/**
 * The values of an expression's variables, each typed or taken from a run.
 *
 * In: `show(values)`, names with numbers, nested lists of them, or tensors of a run. Out: `valueinput` while somebody types or presses up and
 * down, `valuechange` when it is settled, both with `{name, value}`.
 */

import { ValueField } from "./value-field.js";

/** @typedef {import("../lib/values-link.js").Given} Given */

export class ValueFields extends HTMLElement {
  /** @type {Map<string, ValueField>} */ #fields = new Map();

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = "Values";
  }

  /** @param {Readonly<Record<string, Given>>} values */
  show(values) {
    const names = Object.keys(values);
    if (names.join() !== [...this.#fields.keys()].join()) this.#build(names);
    for (const [name, field] of this.#fields) field.show(/** @type {Given} */ (values[name]));
  }

  /** @param {readonly string[]} names */
  #build(names) {
    this.#fields = new Map(names.map((name) => [name, new ValueField(name, (value, rests) => this.#tell(name, value, rests))]));
    const fields = [...this.#fields.values()];
    this.replaceChildren(...fields.map(({ element }) => element), ...fields.map(({ note }) => note));
  }

  /** @param {string} name @param {Given} value @param {boolean} rests */
  #tell(name, value, rests) {
    const detail = { name, value };
    this.dispatchEvent(new CustomEvent(rests ? "valuechange" : "valueinput", { bubbles: true, detail }));
  }
}

customElements.define("value-fields", ValueFields);
