import { largest } from "../lib/node-look.js";
import { shapeText } from "../lib/spelling.js";
import { NodeNumbers } from "./node-numbers.js";

/** @typedef {import("../lib/node-look.js").NodeLook} NodeLook */

/** A node of a graph: its title, its value, its gradient. */
export class GraphNode {
  element = document.createElement("div");
  #value;
  #gradient;

  /** @param {NodeLook} look whose title, kind and shape stay */
  constructor({ id, title, name, kind, shape, hasGradient }) {
    this.#value = new NodeNumbers(shape, false);
    this.#gradient = new NodeNumbers(shape, true);
    const [head, label] = [document.createElement("b"), document.createElement("i")];
    head.append(part("span", title), part("small", name), ...(shape.length > 0 ? [part("small", shapeText(shape))] : []));
    label.textContent = "grad";
    this.element.className = "graph-node";
    this.element.role = "application"; // so that screen readers leave arrow keys, + and − to it
    this.element.ariaRoleDescription = "node";
    this.element.tabIndex = -1;
    this.element.dataset.id = id;
    this.element.dataset.kind = kind;
    this.element.append(head, this.#value.element, ...(hasGradient ? [label, this.#gradient.element] : []));
  }

  /** @param {NodeLook} look @param {number} steepest the end of the ramp of all gradients */
  show({ value, gradient, partly, kink, sentence }, steepest) {
    this.element.ariaLabel = sentence;
    this.element.toggleAttribute("data-waiting", value === null);
    this.element.toggleAttribute("data-kink", kink);
    this.element.dataset.gradient = gradient === null ? "none" : partly ? "partly" : "whole";
    this.#value.show(value, largest([value]));
    this.#gradient.show(gradient, steepest);
  }
}

/** @param {"span" | "small"} tag @param {string} text */
function part(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
