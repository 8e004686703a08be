import { pixelOf, placeOf } from "../lib/descent.js";
import { placeText } from "../lib/descent-words.js";
import { short } from "../lib/numbers.js";
import { setAll, svg } from "./svg-node.js";

/** @typedef {import("../lib/descent.js").Frame} Frame */

const STEPS = 60;
const FINE = 10;
/** @type {Readonly<Record<string, [number, number]>>} */
const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The place where all begin: dragged by pointer, or moved by the arrow keys; a press anywhere on the picture puts it there.
 *
 * `moved` hears the new start, and whether it rests there.
 */
export class StartGrip {
  #ring = svg("circle", { class: "start-ring", r: 12 });
  #grip = svg("circle", { class: "start-grip", r: 22 });
  node = svg("g", { class: "start", tabindex: 0, role: "button" }, this.#ring, this.#grip);
  /** @type {Frame | null} */ #frame = null;
  /** @type {readonly number[]} */ #start = [];
  /** Where it was brought last, while it is held: what is shown comes a moment later. @type {readonly number[] | null} */ #held = null;
  #moved;

  /** @param {SVGElement} picture @param {(event: MouseEvent) => [number, number]} at @param {(start: number[], rests: boolean) => void} moved */
  constructor(picture, at, moved) {
    this.#moved = moved;
    this.node.addEventListener("keydown", (event) => this.#press(event));
    this.node.addEventListener("keyup", (event) => event.key in KEYS && this.#letGo());
    picture.addEventListener("pointerdown", (event) => this.#grab(picture, at, event));
    picture.addEventListener("click", (event) => /** @type {PointerEvent} */ (event).pointerType === "touch" && this.#put(at(event), true));
  }

  /** @param {Frame} frame @param {readonly number[]} start @param {number} loss */
  show(frame, start, loss) {
    [this.#frame, this.#start] = [frame, start];
    const [cx, cy] = pixelOf(frame, start[0] ?? 0, start[1] ?? loss);
    for (const circle of [this.#ring, this.#grip]) setAll(circle, { cx, cy });
    this.node.ariaLabel = `The start, at ${placeText(start)}: a loss of ${short(loss)}. Arrow keys move it.`;
  }

  /** A finger scrolls the page, unless it is on the ball. @param {SVGElement} picture @param {(event: MouseEvent) => [number, number]} at @param {PointerEvent} event */
  #grab(picture, at, event) {
    const onBall = this.node.contains(/** @type {Node} */ (event.target));
    if (event.button !== 0 || (event.pointerType === "touch" && !onBall)) return;
    event.preventDefault();
    this.node.focus({ preventScroll: true });
    picture.setPointerCapture(event.pointerId);
    const drag = new AbortController();
    const { signal } = drag;
    this.#put(at(event), false);
    picture.addEventListener("pointermove", (moved) => this.#put(at(moved), false), { signal });
    picture.addEventListener("lostpointercapture", () => (drag.abort(), this.#letGo()), { signal });
  }

  #letGo() {
    if (this.#held) this.#moved([...this.#held], true);
    this.#held = null;
  }

  /** @param {[number, number]} pixel @param {boolean} rests */
  #put(pixel, rests) {
    if (!this.#frame) return;
    this.#go(placeOf(this.#frame, pixel), 1, rests);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const way = KEYS[event.key];
    if (!way || !this.#frame || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const grain = event.shiftKey ? FINE : 1;
    const [x, y] = this.#grains(grain);
    const [from = 0, height = 0] = this.#held ?? this.#start;
    this.#go([from + way[0] * x, height + way[1] * y], grain, false);
  }

  /** @param {readonly number[]} place @param {number} grain @param {boolean} rests */
  #go(place, grain, rests) {
    const grains = this.#grains(grain);
    const start = this.#start.map((_, axis) => snapped(place[axis] ?? 0, /** @type {number} */ (grains[axis])));
    this.#held = rests ? null : start;
    this.#moved(start, rests);
  }

  /** @param {number} grain @returns {[number, number]} */
  #grains(grain) {
    const { x, y } = /** @type {Frame} */ (this.#frame);
    return [(x[1] - x[0]) / (STEPS * grain), (y[1] - y[0]) / (STEPS * grain)];
  }
}

/** Round enough to be read. @param {number} value @param {number} grain */
function snapped(value, grain) {
  const digits = Math.max(0, Math.ceil(-Math.log10(grain)) + 1);
  return Number(value.toFixed(Math.min(12, digits)));
}
