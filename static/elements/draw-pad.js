import { BRUSH, Ink, SHEET } from "../lib/ink.js";
import { shade } from "../lib/ramp.js";
import { onThemeChange, rampsOf } from "./colours.js";

/**
 * A sheet to draw on with pen, finger, mouse or keys.
 *
 * In: `show({picture, strokes})`. Out: `strokestart`; while drawing `strokemove`, at the end `strokeend`, both with
 * `{stroke}`; `penmove` with `{x, y, down}` when keys move the pen.
 */

/** @typedef {import("../lib/ink.js").Point} Point */
/** @typedef {import("../lib/ink.js").Stroke} Stroke */
/** @typedef {import("../lib/ink.js").Region} Region */
/** @typedef {{picture: number[][] | null, strokes: readonly Stroke[]}} Sheet */

/** @type {Readonly<Record<string, [number, number]>>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const KEY_STEP = 5;

export class DrawPad extends HTMLElement {
  #canvas = document.createElement("canvas");
  #pen = document.createElement("i");
  #ink = new Ink(SHEET);
  #ramps = rampsOf(this.#canvas);
  /** @type {Sheet} */ #sheet = { picture: null, strokes: [] };
  /** @type {Point[]} */ #stroke = [];
  /** @type {Point} */ #cursor = { x: SHEET / 2, y: SHEET / 2 };
  /** @type {Set<string>} */ #held = new Set();
  #drawing = false;
  #inked = 0;
  #frame = 0;
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.replaceChildren(this.#canvas, this.#pen);
    this.#pen.style.setProperty("--brush", String(BRUSH / SHEET));
    this.#movePen({ x: SHEET / 2, y: SHEET / 2 });
    onThemeChange(() => this.#recolour(), signal);
    this.#recolour();
    const resized = new ResizeObserver(() => this.#resize());
    resized.observe(this);
    signal.addEventListener("abort", () => resized.disconnect());
    this.#listenToPointer(signal);
    this.#listenToKeys(signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {Sheet} sheet */
  show(sheet) {
    this.#sheet = sheet;
    this.#redraw();
  }

  /** @param {AbortSignal} signal */
  #listenToPointer(signal) {
    this.addEventListener("pointerdown", (event) => this.#touch(event), { signal });
    this.addEventListener("pointermove", (event) => this.#drag(event), { signal });
    this.addEventListener("pointerup", () => this.#end(), { signal });
    this.addEventListener("pointercancel", () => this.#end(), { signal });
  }

  /** @param {AbortSignal} signal */
  #listenToKeys(signal) {
    this.addEventListener("keydown", (event) => this.#press(event), { signal });
    this.addEventListener("keyup", (event) => this.#release(event), { signal });
    this.addEventListener("blur", () => this.#leave(), { signal });
  }

  /** @param {PointerEvent} event */
  #touch(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    this.setPointerCapture(event.pointerId);
    this.#begin(this.#pointOf(event));
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (!this.#drawing || !event.isPrimary || !this.hasPointerCapture(event.pointerId)) return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.#go((events.length > 0 ? events : [event]).map((each) => this.#pointOf(each)));
  }

  /** @param {PointerEvent} event @returns {Point} */
  #pointOf(event) {
    const { left, top, width, height } = this.getBoundingClientRect();
    return { x: ((event.clientX - left) / width) * SHEET, y: ((event.clientY - top) / height) * SHEET };
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) this.#walk(event);
    else if (event.key === " ") this.#penKey(event, true);
    else if (event.key === "Enter") this.#penKey(event, !this.#drawing);
  }

  /** @param {KeyboardEvent} event */
  #release(event) {
    this.#held.delete(event.key);
    if (event.key === " ") this.#penKey(event, false);
  }

  /** @param {KeyboardEvent} event @param {boolean} down */
  #penKey(event, down) {
    event.preventDefault();
    if (event.repeat || down === this.#drawing) return;
    if (down) this.#begin(this.#cursor);
    else this.#end();
    this.#tellPen();
  }

  /** Two arrows held together go diagonally. @param {KeyboardEvent} event */
  #walk(event) {
    event.preventDefault();
    this.#held.add(event.key);
    const step = event.shiftKey ? 1 : KEY_STEP;
    const inside = (/** @type {number} */ value) => Math.min(SHEET, Math.max(0, value));
    let { x, y } = this.#cursor;
    for (const key of this.#held) {
      const [right, down] = ARROWS[key] ?? [0, 0];
      [x, y] = [inside(x + step * right), inside(y + step * down)];
    }
    this.#movePen({ x, y });
    if (this.#drawing) this.#go([this.#cursor]);
    this.#tellPen();
  }

  #leave() {
    this.#held.clear();
    this.#end();
  }

  /** @param {Point} point */
  #movePen(point) {
    this.#cursor = point;
    this.#pen.style.setProperty("--x", String(point.x / SHEET));
    this.#pen.style.setProperty("--y", String(point.y / SHEET));
  }

  #tellPen() {
    this.#tell("penmove", { ...this.#cursor, down: this.#drawing });
  }

  /** @param {Point} point */
  #begin(point) {
    this.#tell("strokestart", {});
    this.#drawing = true;
    this.#inked = 0;
    this.toggleAttribute("data-inking", true);
    this.#stroke = [];
    this.#go([point]);
  }

  /** @param {Point[]} points */
  #go(points) {
    this.#stroke.push(...points);
    this.#frame ||= requestAnimationFrame(() => this.#inkNewPoints());
  }

  #end() {
    if (!this.#drawing) return;
    cancelAnimationFrame(this.#frame);
    this.#inkNewPoints();
    this.#drawing = false;
    this.toggleAttribute("data-inking", false);
    this.#tell("strokeend", { stroke: this.#stroke });
  }

  #inkNewPoints() {
    this.#frame = 0;
    for (; this.#inked < this.#stroke.length; this.#inked++) {
      const to = /** @type {Point} */ (this.#stroke[this.#inked]);
      this.#paint(this.#ink.line(this.#stroke[this.#inked - 1] ?? to, to));
    }
    this.#tell("strokemove", { stroke: this.#stroke });
  }

  /** As many pixels as the screen has there. */
  #resize() {
    const size = Math.round(this.clientWidth * devicePixelRatio);
    if (size === 0 || size === this.#canvas.width) return;
    this.#canvas.width = this.#canvas.height = size;
    this.#ink = new Ink(size);
    this.#redraw();
  }

  #recolour() {
    this.#ramps = rampsOf(this.#canvas);
    this.#redraw();
  }

  #redraw() {
    this.#ink.clear();
    if (this.#sheet.picture) this.#ink.lay(this.#sheet.picture);
    for (const stroke of this.#sheet.strokes) this.#ink.draw(stroke);
    if (this.#drawing) this.#ink.draw(this.#stroke);
    this.#paint(this.#ink.everywhere);
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
    this.#canvas.getContext("2d")?.putImageData(image, left, top);
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define("draw-pad", DrawPad);
