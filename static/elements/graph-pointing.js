import { pressed } from "../lib/scrub.js";
import { onScrub } from "./scrubbing.js";

/**
 * @typedef {object} Parts
 * @property {(key: string, id: string) => string | null} leadsTo
 * @property {(id: string) => HTMLElement | null} node
 */

const PLUS = new Set(["+", "="]);
const MINUS = new Set(["-", "−", "_"]);

/** Pointer, finger and keys on the nodes of a graph. */
export class GraphPointing {
  #host;
  #parts;

  /** @param {HTMLElement} host @param {Parts} parts */
  constructor(host, parts) {
    this.#host = host;
    this.#parts = parts;
    host.addEventListener("pointerover", (event) => event.pointerType !== "touch" && this.#hover(event));
    host.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.#point(null, null, false));
    host.addEventListener("focusin", (event) => this.#focus(/** @type {HTMLElement} */ (event.target)));
    host.addEventListener("focusout", () => this.#point(null, null, true));
    host.addEventListener("click", (event) => this.#select(nodeOf(event.target)));
    host.addEventListener("keydown", (event) => this.#press(event));
    onScrub(host, numberOf, (cell, value, rests) => this.#scrub(cell, value, rests));
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.buttons !== 0) return;
    const cell = /** @type {HTMLElement} */ (event.target);
    this.#point(nodeOf(cell)?.dataset.id ?? null, cell.dataset.place ? JSON.parse(cell.dataset.place) : null, false);
  }

  /** @param {HTMLElement} node */
  #focus(node) {
    if (!node.dataset.id) return;
    for (const other of this.#host.querySelectorAll("[tabindex='0']")) /** @type {HTMLElement} */ (other).tabIndex = -1;
    node.tabIndex = 0;
    if (node.matches(":focus-visible")) this.#point(node.dataset.id, null, true);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const node = nodeOf(event.target);
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.#parts.leadsTo(event.key, node.dataset.id ?? "");
    if (next !== null) this.#parts.node(next)?.focus();
    else if (event.key === "Enter" || event.key === " ") this.#select(node);
    else if (PLUS.has(event.key) || MINUS.has(event.key)) this.#change(node, PLUS.has(event.key) ? 1 : -1);
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  }

  /** @param {HTMLElement} node @param {1 | -1} by */
  #change(node, by) {
    const cell = /** @type {HTMLElement | null} */ (node.querySelector(".node-value [data-place]"));
    const value = cell && numberOf(cell);
    if (cell && value !== null) this.#scrub(cell, pressed(value, by, false), true);
  }

  /** @param {HTMLElement} cell @param {number} value @param {boolean} rests */
  #scrub(cell, value, rests) {
    this.#tell("valuescrub", { id: nodeOf(cell)?.dataset.id, place: JSON.parse(cell.dataset.place ?? "[]"), value, rests });
  }

  /** @param {HTMLElement | null} node */
  #select(node) {
    if (node) this.#tell("nodeselect", { id: node.dataset.id });
  }

  /** @param {string | null} id @param {number[] | null} place @param {boolean} key */
  #point(id, place, key) {
    this.#tell("nodepoint", { id, place, key });
  }

  /** @param {string} what @param {object} detail */
  #tell(what, detail) {
    this.#host.dispatchEvent(new CustomEvent(what, { bubbles: true, detail }));
  }
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function nodeOf(target) {
  return /** @type {Element | null} */ (target)?.closest(".graph-node") ?? null;
}

/** The number of a variable that is written in a cell, null if it is none. @param {Element} cell */
function numberOf(cell) {
  const { value } = /** @type {HTMLElement} */ (cell).dataset;
  return value !== undefined && cell.closest("[data-kind=variable]") ? Number(value) : null;
}
