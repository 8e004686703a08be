import { GRID_POINTS, TICKS } from "../lib/plane-figures.js";

/** @typedef {import("../lib/plane.js").Point} Point */

const NEAR = 0.4;
const SIDE = TICKS.length;
/** @type {Readonly<Record<string, [number, number]>>} columns and rows that a key moves */
const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const MIDDLE = Math.floor(GRID_POINTS.length / 2);

/** Points of the grid, pointed at where they have come to, or walked through where they came from. */
export class PlanePointing {
  /** @type {number | null} */ #index = null;
  #images;
  #pointed;
  #at;

  /**
   * @param {SVGElement} plane
   * @param {{images: () => readonly Point[], at: (event: PointerEvent) => Point, pointed: (index: number | null, key: boolean) => void}} parts
   */
  constructor(plane, { images, at, pointed }) {
    this.#images = images;
    this.#at = at;
    this.#pointed = pointed;
    plane.addEventListener("pointermove", (event) => this.#point(this.#nearest(event), false));
    plane.addEventListener("pointerdown", (event) => this.#point(this.#nearest(event), false));
    plane.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#point(null, false));
    plane.addEventListener("blur", () => this.#point(null, true));
    plane.addEventListener("keydown", (event) => event.target === plane && this.#press(event));
  }

  /** @param {PointerEvent} event */
  #nearest(event) {
    const [x, y] = this.#at(event);
    const distances = this.#images().map(([u, v]) => Math.hypot(x - u, y - v));
    const least = Math.min(...distances);
    return event.buttons !== 0 && event.type === "pointermove" ? this.#index : least < NEAR ? distances.indexOf(least) : null;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const from = this.#index ?? MIDDLE;
    const inside = (/** @type {number} */ i) => Math.max(0, Math.min(SIDE - 1, i));
    this.#point(SIDE * inside(Math.floor(from / SIDE) + way[1]) + inside((from % SIDE) + way[0]), true);
  }

  /** @param {number | null} index @param {boolean} key */
  #point(index, key) {
    if (index === this.#index) return;
    this.#index = index;
    this.#pointed(index, key);
  }
}
