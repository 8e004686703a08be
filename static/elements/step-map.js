import { gridWalk } from "../lib/grid-walk.js";
import { shapeText } from "../lib/spelling.js";
import { mapOf } from "../lib/training-step.js";

/**
 * The map of a training step: each tensor with its shape, below it its gradient, below that what the update makes of it.
 *
 * In: `show(tensors)`, `mark(made, of)`, `hide(isHidden)` of the shapes of gradients. Out: `tensorchoose` with `{tensor}`.
 * @typedef {import("../lib/training-step.js").StepTensors} StepTensors
 */

const ROWS = ["forward", "backward", "update"];

export class StepMap extends HTMLElement {
  #shown = "";
  /** @type {StepTensors} */ #tensors = {};

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = "Map of the step";
    this.addEventListener("click", ({ target }) => this.#choose(/** @type {Element} */ (target)));
    this.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {StepTensors} tensors */
  show(tensors) {
    const shapes = JSON.stringify(Object.entries(tensors).map(([name, { shape }]) => [name, shape]));
    this.#tensors = tensors;
    if (shapes === this.#shown) return;
    this.#shown = shapes;
    const columns = mapOf(tensors).map(({ tensor, gradient, update }) => [tensor, gradient, update].map((name) => this.#place(name)));
    this.replaceChildren(...ROWS.map(rowHead), ...columns.flat());
    this.#buttons[0]?.setAttribute("tabindex", "0");
  }

  /** @param {readonly string[]} made @param {readonly string[]} of */
  mark(made, of) {
    for (const button of this.#buttons) {
      const name = button.dataset.tensor ?? "";
      button.ariaCurrent = made.includes(name) ? "step" : null;
      button.toggleAttribute("data-part", of.includes(name));
    }
    const [here] = this.#buttons.filter(({ ariaCurrent }) => ariaCurrent);
    if (here) this.#tabTo(here);
    if (here) this.#reveal(here);
  }

  /** @param {boolean} isHidden */
  hide(isHidden) {
    for (const button of this.#buttons) {
      const name = button.dataset.tensor ?? "";
      const shape = /** @type {HTMLElement} */ (button.lastElementChild);
      shape.textContent = isHidden && name.startsWith("d") ? "?" : shapeText(this.#tensors[name]?.shape ?? []);
    }
  }

  get #buttons() {
    return [...this.querySelectorAll("button")];
  }

  /** @param {string | null} name */
  #place(name) {
    if (!name) return document.createElement("span");
    const [button, label, shape] = [document.createElement("button"), document.createElement("b"), document.createElement("span")];
    button.type = "button";
    button.className = "code";
    button.tabIndex = -1;
    button.dataset.tensor = name;
    label.textContent = name.replace(/^new_/, "new ");
    shape.textContent = shapeText(this.#tensors[name]?.shape ?? []);
    button.append(label, " ", shape);
    return button;
  }

  /** @param {HTMLElement} stop */
  #tabTo(stop) {
    for (const button of this.#buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  /** Scroll the map, and nothing else. @param {HTMLElement} place */
  #reveal(place) {
    const [from, to] = [this.getBoundingClientRect(), place.getBoundingClientRect()];
    this.scrollBy({ left: to.left - from.left - (from.width - to.width) / 2, top: to.top - from.top - (from.height - to.height) / 2 });
  }

  /** @param {Element} target */
  #choose(target) {
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-tensor]"));
    if (button) this.dispatchEvent(new CustomEvent("tensorchoose", { detail: { tensor: button.dataset.tensor } }));
  }

  /** As it is laid out: column after column of three places. @param {KeyboardEvent} event */
  #walk(event) {
    const places = [...this.children].slice(ROWS.length);
    const here = places.indexOf(/** @type {Element} */ (event.target));
    const columns = places.length / ROWS.length;
    const next = here < 0 ? null : gridWalk(event, (here % ROWS.length) * columns + Math.floor(here / ROWS.length), { rows: ROWS.length, columns });
    if (next === null) return;
    event.preventDefault();
    const place = places[(next % columns) * ROWS.length + Math.floor(next / columns)];
    if (place instanceof HTMLButtonElement) {
      this.#tabTo(place);
      place.focus();
    }
  }
}

/** @param {string} text */
function rowHead(text) {
  const head = document.createElement("span");
  head.className = "small quiet";
  head.textContent = text;
  return head;
}

customElements.define("step-map", StepMap);
