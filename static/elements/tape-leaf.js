/**
 * Where a tensor is typed, and whether the tape watches it.
 *
 * In: `show(operand, role, used)`; `data-name`. Out: what its tensor-field says, `rolechange` with `{name, role}`, `leafremove` with
 * `{name}`.
 * @typedef {import("../lib/tape-inputs.js").Role} Role
 */

import { TensorField } from "./tensor-field.js";

/** @type {readonly Role[]} */
const ROLES = ["variable", "constant"];

export class TapeLeaf extends HTMLElement {
  #field = new TensorField();
  #remove = document.createElement("button");

  connectedCallback() {
    const roles = document.createElement("fieldset");
    const options = document.createElement("div");
    roles.className = "choice";
    roles.ariaLabel = `${this.#name} is a`;
    options.className = "choice-options";
    options.append(...ROLES.map((role) => this.#option(role)));
    roles.append(options);
    this.#field.dataset.name = this.#name;
    this.#field.dataset.most = "4096";
    Object.assign(this.#remove, { type: "button", className: "plain", textContent: `Remove ${this.#name}` });
    this.#remove.addEventListener("click", () => this.#tell("leafremove", {}));
    this.replaceChildren(this.#field, roles, this.#remove);
  }

  /** @param {import("../lib/operand.js").Operand} operand @param {Role} role @param {boolean} used whether the expression has it */
  show(operand, role, used) {
    this.#field.show(operand);
    this.#remove.hidden = used;
    const option = /** @type {HTMLInputElement} */ (this.querySelector(`input[value=${role}]`));
    option.checked = true;
  }

  get #name() {
    return this.dataset.name ?? "";
  }

  /** @param {Role} role */
  #option(role) {
    const [label, radio] = [document.createElement("label"), document.createElement("input")];
    Object.assign(radio, { type: "radio", name: `${this.#name}-role`, value: role });
    radio.addEventListener("change", (event) => {
      event.stopPropagation();
      this.#tell("rolechange", { role });
    });
    label.append(radio, role);
    return label;
  }

  /** @param {string} moment @param {object} detail */
  #tell(moment, detail) {
    this.dispatchEvent(new CustomEvent(moment, { bubbles: true, detail: { name: this.#name, ...detail } }));
  }
}

customElements.define("tape-leaf", TapeLeaf);
