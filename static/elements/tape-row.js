import { TensorGrid } from "./tensor-grid.js";

/**
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {object} Look
 * @property {Shown | null} value null: not known yet
 * @property {Shown | null} gradient
 * @property {string} missing why there is no gradient, "" if there is one
 * @property {boolean} arrived whether the gradient has come
 * @property {boolean} shapeless whether its shape is still to be guessed
 * @property {boolean} blank whether the value is not computed yet
 * @property {boolean} moving
 */

/** What has a name on a tape: what it is, its value, its gradient. */
export class TapeRow {
  element = document.createElement("section");
  /** What it is: a line of code, or where a tensor is typed. */
  head = document.createElement("div");
  value = new TensorGrid();
  gradient = new TensorGrid();
  #none = document.createElement("p");

  /** @param {string} name @param {"variable" | "constant" | "line"} kind */
  constructor(name, kind) {
    this.name = name;
    const sides = [side("tape-value", name, this.value), side("tape-gradient", `grad_${name}`, this.gradient, this.#none)];
    this.element.className = "tape-row";
    this.element.ariaLabel = name;
    this.element.dataset.kind = kind;
    this.head.className = "tape-head";
    this.#none.className = "small quiet";
    this.element.append(this.head, ...sides);
  }

  /** @param {Look} look */
  show({ value, gradient, missing, arrived, shapeless, blank, moving }) {
    put(this.value, value, { blank, moving });
    put(this.gradient, shapeless ? null : gradient, { blank: !arrived, moving });
    this.gradient.hidden = missing !== "";
    if (this.#none.textContent !== missing) this.#none.textContent = missing;
    this.element.toggleAttribute("data-ahead", blank);
    this.element.dataset.gradient = missing !== "" ? "missing" : arrived ? "arrived" : "awaited";
  }

  /** @param {boolean} spoken whether a step is about it, so that it is to be in sight of its strip */
  mark(spoken) {
    this.element.ariaCurrent = spoken ? "step" : null;
    const strip = this.element.parentElement;
    if (!spoken || !strip || strip.scrollHeight <= strip.clientHeight) return;
    const { offsetTop, offsetHeight } = this.element;
    const top = offsetTop - strip.offsetTop;
    if (top < strip.scrollTop) strip.scrollTop = top;
    else if (top + offsetHeight > strip.scrollTop + strip.clientHeight) strip.scrollTop = top + offsetHeight - strip.clientHeight;
  }
}

/** @param {TensorGrid} grid @param {Shown | null} tensor @param {{blank: boolean, moving: boolean}} how */
function put(grid, tensor, how) {
  grid.toggleAttribute("data-unknown", !tensor);
  if (tensor) grid.show({ tensor, ...how });
}

/** @param {string} look @param {string} name @param {TensorGrid} grid @param {...HTMLElement} more */
function side(look, name, grid, ...more) {
  const made = document.createElement("div");
  made.className = look;
  grid.dataset.name = name;
  made.append(grid, ...more);
  return made;
}
