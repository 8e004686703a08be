/**
 * A shape, axis by axis: each a number with a shorter and a longer beside it, and an axis more or less in front.
 *
 * In: `show(shape, first)`, where `first` is the number of its first axis, for the colours; `data-name` of the tensor;
 * `data-most` elements. Out: `shapeinput` when `shape` was changed.
 */

import { MOST_ELEMENTS, withAxis, withLength, withoutAxis } from "../lib/shape-edit.js";

export class ShapeField extends HTMLElement {
  /** @type {number[]} */ #shape = [];
  #first = 0;
  #axes = document.createElement("span");
  #less = button("−", "Remove the first axis", () => this.#change(withoutAxis(this.#shape)));
  #more = button("+ axis", "Add an axis in front", () => this.#change(withAxis(this.#shape, this.#most)));
  #limit = document.createElement("p");

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = `Shape of ${this.dataset.name ?? ""}`;
    this.#less.textContent = "− axis";
    this.#axes.className = "shape-axes";
    const ends = document.createElement("span");
    ends.className = "shape-ends";
    ends.append(this.#more, this.#less);
    this.#limit.className = "small";
    this.#limit.role = "status";
    this.replaceChildren(this.#axes, ends, this.#limit);
    this.#draw();
  }

  get shape() {
    return this.#shape;
  }

  /** @param {string} limit that was reached */
  set limit(limit) {
    this.#limit.textContent = limit;
  }

  /** @param {readonly number[]} shape @param {number} [first] */
  show(shape, first = 0) {
    if (String(shape) !== String(this.#shape)) this.#limit.textContent = "";
    this.#shape = [...shape];
    this.#first = first;
    if (this.#axes.childElementCount === shape.length) this.#fill();
    else this.#draw();
  }

  get #most() {
    return Number(this.dataset.most ?? MOST_ELEMENTS);
  }

  #draw() {
    this.#axes.replaceChildren(...this.#shape.map((_, axis) => this.#stepper(axis)));
    this.#fill();
  }

  /** @param {number} axis */
  #stepper(axis) {
    const [stepper, input] = [document.createElement("span"), document.createElement("input")];
    stepper.className = "shape-axis";
    input.type = "text";
    input.inputMode = "numeric";
    input.ariaLabel = `Axis ${axis} of ${this.dataset.name ?? ""}`;
    input.addEventListener("change", () => this.#set(axis, Number(input.value)));
    input.addEventListener("keydown", (event) => this.#key(event, axis));
    // By keyboard the field itself is stepped, so that a shape is no long row of stops.
    const shorter = button("−", `Axis ${axis} shorter`, () => this.#set(axis, (this.#shape[axis] ?? 1) - 1));
    const longer = button("+", `Axis ${axis} longer`, () => this.#set(axis, (this.#shape[axis] ?? 1) + 1));
    for (const beside of [shorter, longer]) beside.tabIndex = -1;
    stepper.append(shorter, input, longer);
    return stepper;
  }

  #fill() {
    for (const [axis, stepper] of [...this.#axes.children].entries()) {
      /** @type {HTMLElement} */ (stepper).dataset.axis = String(this.#first + axis);
      const input = /** @type {HTMLInputElement} */ (stepper.querySelector("input"));
      input.value = String(this.#shape[axis]);
    }
  }

  /** @param {KeyboardEvent} event @param {number} axis */
  #key(event, axis) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.#set(axis, (this.#shape[axis] ?? 1) + by);
  }

  /** @param {number} axis @param {number} length */
  #set(axis, length) {
    this.#change(withLength(this.#shape, axis, length, this.#most));
  }

  /** @param {import("../lib/shape-edit.js").Edited} edited */
  #change({ shape, limit }) {
    const isNew = String(shape) !== String(this.#shape);
    this.show(shape, this.#first);
    this.limit = limit;
    if (isNew) this.dispatchEvent(new CustomEvent("shapeinput", { bubbles: true }));
  }
}

/** @param {string} text @param {string} name @param {() => void} act */
function button(text, name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.ariaLabel = name;
  made.addEventListener("click", act);
  return made;
}

customElements.define("shape-field", ShapeField);
