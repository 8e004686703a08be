import { nearest } from "../lib/descent.js";

/** @typedef {import("../lib/descent.js").Ground} Ground */

/** @type {Readonly<Record<string, [number, number]>>} places of the grid that a key moves */
const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
/** So many of the smallest moves make one. */
const STRIDE = 4;

/** Places of the grid, pointed at, or walked through by keys. */
export class SlopePointing {
  /** @type {readonly number[] | null} */ #index = null;
  #parts;

  /**
   * @param {SVGElement} picture
   * @param {{ground: () => Ground | null, at: (event: PointerEvent) => readonly number[] | null, pointed: (index: readonly number[] | null, key: boolean) => void}} parts
   */
  constructor(picture, parts) {
    this.#parts = parts;
    picture.addEventListener("pointermove", (event) => this.#point(event.buttons === 0 ? this.#under(event) : null, false));
    picture.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#point(null, false));
    picture.addEventListener("blur", () => this.#point(null, true));
    picture.addEventListener("keydown", (event) => event.target === picture && this.#press(event));
  }

  /** @param {PointerEvent} event */
  #under(event) {
    const [ground, place] = [this.#parts.ground(), this.#parts.at(event)];
    return ground && place && nearest(ground, place);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const [way, ground] = [KEYS[event.key], this.#parts.ground()];
    if (!way || !ground || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const sizes = [ground.x.length, ...(ground.y ? [ground.y.length] : [])];
    const from = this.#index ?? sizes.map((size) => Math.floor(size / 2));
    const by = event.shiftKey ? 1 : STRIDE;
    this.#point(from.map((at, axis) => Math.max(0, Math.min((sizes[axis] ?? 1) - 1, at + by * (way[axis] ?? 0)))), true);
  }

  /** @param {readonly number[] | null} index @param {boolean} key */
  #point(index, key) {
    if (String(index) === String(this.#index)) return;
    this.#index = index;
    this.#parts.pointed(index, key);
  }
}
