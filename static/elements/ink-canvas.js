import { Ink, SHEET } from "../lib/ink.js";
import { shade } from "../lib/ramp.js";
import { onThemeChange, rampsOf } from "./colours.js";

/** @typedef {import("../lib/ink.js").Point} Point */
/** @typedef {import("../lib/ink.js").Region} Region */

/** A sheet of ink with as many pixels as the screen has there. */
export class InkCanvas {
  canvas = document.createElement("canvas");
  #ink = new Ink(SHEET);
  #ramps = rampsOf(this.canvas);
  #redraw;

  /** @param {(ink: Ink) => void} redraw  puts everything that is to be seen onto blank ink */
  constructor(redraw) {
    this.#redraw = redraw;
  }

  /** Follow size and colours until the signal ends it. @param {AbortSignal} signal */
  follow(signal) {
    const resized = new ResizeObserver(() => this.#resize());
    resized.observe(this.canvas);
    signal.addEventListener("abort", () => resized.disconnect());
    onThemeChange(() => this.#recolour(), signal);
    this.#recolour();
  }

  redraw() {
    this.#ink.clear();
    this.#redraw(this.#ink);
    this.#paint(this.#ink.everywhere);
  }

  /** @param {Point} from @param {Point} to */
  line(from, to) {
    this.#paint(this.#ink.line(from, to));
  }

  #resize() {
    const size = Math.round(this.canvas.clientWidth * devicePixelRatio);
    if (size === 0 || size === this.canvas.width) return;
    this.canvas.width = this.canvas.height = size;
    this.#ink = new Ink(size);
    this.redraw();
  }

  #recolour() {
    this.#ramps = rampsOf(this.canvas);
    this.redraw();
  }

  /** @param {Region} region */
  #paint({ left, top, right, bottom }) {
    const [width, height] = [right - left, bottom - top];
    if (width <= 0 || height <= 0) return;
    const values = new Uint8ClampedArray(width * height);
    for (let y = 0; y < height; y++) {
      const start = (top + y) * this.#ink.size + left;
      values.set(this.#ink.values.subarray(start, start + width), y * width);
    }
    const image = new ImageData(width, height);
    new Uint32Array(image.data.buffer).set(shade(values, 255, this.#ramps));
    this.canvas.getContext("2d")?.putImageData(image, left, top);
  }
}
