import { SHEET } from "../lib/ink.js";

/** @typedef {import("../lib/ink.js").Point} Point */

/**
 * @typedef {object} Pen
 * @property {() => boolean} down  whether it inks
 * @property {(at: Point) => void} lower
 * @property {() => void} lift
 * @property {(to: Point) => void} move
 */

/** @type {Readonly<Record<string, [number, number]>>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const STEP = 5;
const FINE_STEP = 1;

/** A pen that keys move: arrows, alone or two together; space holds it down, Enter lowers and lifts it. */
export class PenKeys {
  /** @type {Point} */ #at = { x: SHEET / 2, y: SHEET / 2 };
  /** @type {Set<string>} */ #held = new Set();
  #pen;

  /** @param {HTMLElement} element @param {Pen} pen @param {AbortSignal} signal */
  constructor(element, pen, signal) {
    this.#pen = pen;
    element.addEventListener("keydown", (event) => this.#press(event), { signal });
    element.addEventListener("keyup", (event) => this.#release(event), { signal });
    element.addEventListener("blur", () => this.#leave(), { signal });
    pen.move(this.#at);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) this.#walk(event);
    else if (event.key === " ") this.#put(event, true);
    else if (event.key === "Enter") this.#put(event, !this.#pen.down());
  }

  /** @param {KeyboardEvent} event */
  #release(event) {
    this.#held.delete(event.key);
    if (event.key === " ") this.#put(event, false);
  }

  /** @param {KeyboardEvent} event @param {boolean} down */
  #put(event, down) {
    event.preventDefault();
    if (event.repeat || down === this.#pen.down()) return;
    if (down) this.#pen.lower(this.#at);
    else this.#pen.lift();
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    event.preventDefault();
    this.#held.add(event.key);
    const step = event.shiftKey ? FINE_STEP : STEP;
    for (const key of this.#held) {
      const [right, down] = ARROWS[key] ?? [0, 0];
      this.#at = { x: inside(this.#at.x + step * right), y: inside(this.#at.y + step * down) };
    }
    this.#pen.move(this.#at);
  }

  #leave() {
    this.#held.clear();
    this.#pen.lift();
  }
}

/** @param {number} coordinate */
function inside(coordinate) {
  return Math.min(SHEET, Math.max(0, coordinate));
}
