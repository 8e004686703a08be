import { pathOf } from "../lib/plane-figures.js";
import { setAll, svg } from "./svg-node.js";

/** @typedef {import("../lib/plane.js").Point} Point */

const STEP = 0.05;
const KEY_STEP = 0.1;
const FINE_STEP = 0.01;
const FARTHEST = 3.9;
/** @type {Readonly<Record<string, Point>>} */
const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const HEAD = { length: 0.24, width: 0.1 };

/**
 * An arrow whose tip can be dragged, or moved by the arrow keys; without a shaft it is only a place.
 *
 * `moved` hears where the tip is to go, and whether it rests there.
 */
export class PlaneArrow {
  node = svg("g", { class: "plane-arrow", tabindex: 0, role: "button" });
  #shaft = svg("path", { class: "shaft" });
  #head = svg("path", { class: "head" });
  #grip = svg("circle", { class: "grip", r: 0.42 });
  #dot = svg("circle", { class: "dot", r: 0.1 });
  /** @type {Point} */ #tip = [0, 0];
  #moved;
  #at;

  /** @param {string} name @param {(event: PointerEvent) => Point} at @param {(tip: Point, rests: boolean) => void} moved */
  constructor(name, at, moved) {
    this.#at = at;
    this.#moved = moved;
    this.node.dataset.arrow = name;
    this.node.append(this.#shaft, this.#head, this.#dot, this.#grip);
    this.node.addEventListener("pointerdown", (event) => this.#grab(event));
    this.node.addEventListener("keydown", (event) => this.#press(event));
    this.node.addEventListener("keyup", (event) => event.key in KEYS && this.#moved(this.#tip, true));
  }

  /** @param {Point} base @param {Point} tip @param {string} label */
  show(base, tip, label) {
    this.#tip = tip;
    this.node.ariaLabel = label;
    setAll(this.#grip, { cx: tip[0], cy: -tip[1] });
    setAll(this.#dot, { cx: tip[0], cy: -tip[1] });
    setAll(this.#shaft, { d: pathOf([[base, tip]]) });
    setAll(this.#head, { d: pathOf([headOf(base, tip)]) });
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.node.focus({ preventScroll: true });
    this.node.setPointerCapture(event.pointerId);
    const drag = new AbortController();
    const { signal } = drag;
    this.node.addEventListener("pointermove", (moved) => this.#moved(snapped(this.#at(moved), STEP), false), { signal });
    this.node.addEventListener("lostpointercapture", () => (drag.abort(), this.#moved(this.#tip, true)), { signal });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const by = event.shiftKey ? FINE_STEP : KEY_STEP;
    const [x, y] = /** @type {[number, number]} */ (this.#tip.map((at, axis) => at + by * (way[axis] ?? 0)));
    const farthest = Math.max(FARTHEST, ...this.#tip.map(Math.abs));
    this.#moved(way[0] === 0 ? [x, snap(y, FINE_STEP, farthest)] : [snap(x, FINE_STEP, farthest), y], false);
  }
}

/** @param {Point} point @param {number} step @returns {Point} */
function snapped([x, y], step) {
  return [snap(x, step, FARTHEST), snap(y, step, FARTHEST)];
}

/** @param {number} value @param {number} step @param {number} farthest */
function snap(value, step, farthest) {
  return Number((Math.round(Math.max(-farthest, Math.min(farthest, value)) / step) * step).toFixed(2));
}

/** The head of an arrow, none where it has no length. @param {Point} base @param {Point} tip @returns {Point[]} */
function headOf([a, b], [x, y]) {
  const length = Math.hypot(x - a, y - b);
  if (length < HEAD.length) return [[x, y]];
  const [u, v] = [(x - a) / length, (y - b) / length];
  const side = (/** @type {number} */ turn) =>
    /** @type {Point} */ ([x - HEAD.length * u - turn * HEAD.width * v, y - HEAD.length * v + turn * HEAD.width * u]);
  return [[x, y], side(1), side(-1), [x, y]];
}
