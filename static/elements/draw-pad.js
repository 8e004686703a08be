import { BRUSH, SHEET } from "../lib/ink.js";
import { InkCanvas } from "./ink-canvas.js";
import { PenKeys } from "./pen-keys.js";

/**
 * A sheet to draw on with pen, finger, mouse or keys.
 *
 * In: `show({picture, strokes})`. Out: `strokestart`; while drawing `strokemove`, at the end `strokeend`, both with
 * `{stroke}`; `penmove` with `{x, y, down}` when keys move, lower or lift the pen.
 */

/** @typedef {import("../lib/ink.js").Point} Point */
/** @typedef {import("../lib/ink.js").Stroke} Stroke */
/** @typedef {{picture: number[][] | null, strokes: readonly Stroke[]}} Sheet */

export class DrawPad extends HTMLElement {
  /** @type {Sheet} */ #sheet = { picture: null, strokes: [] };
  /** @type {Point[]} */ #stroke = [];
  #drawing = false;
  #inked = 0;
  #frame = 0;
  #gone = new AbortController();
  #nib = document.createElement("i");
  #surface = new InkCanvas((ink) => {
    if (this.#sheet.picture) ink.lay(this.#sheet.picture);
    for (const stroke of this.#sheet.strokes) ink.draw(stroke);
    if (this.#drawing) ink.draw(this.#stroke);
  });

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.replaceChildren(this.#surface.canvas, this.#nib);
    this.#nib.style.setProperty("--brush", String(BRUSH / SHEET));
    this.#surface.follow(signal);
    this.addEventListener("pointerdown", (event) => this.#touch(event), { signal });
    this.addEventListener("pointermove", (event) => this.#drag(event), { signal });
    this.addEventListener("pointerup", () => this.#end(), { signal });
    this.addEventListener("pointercancel", () => this.#end(), { signal });
    new PenKeys(this, this.#pen, signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  /** @param {Sheet} sheet */
  show(sheet) {
    this.#sheet = sheet;
    this.#surface.redraw();
  }

  /** @returns {import("./pen-keys.js").Pen} */
  get #pen() {
    let at = { x: 0, y: 0 };
    const told = () => this.#tell("penmove", { ...at, down: this.#drawing });
    return {
      down: () => this.#drawing,
      lower: (point) => {
        this.#begin(point);
        told();
      },
      lift: () => {
        if (!this.#drawing) return;
        this.#end();
        told();
      },
      move: (point) => {
        at = point;
        this.#nib.style.setProperty("--x", String(at.x / SHEET));
        this.#nib.style.setProperty("--y", String(at.y / SHEET));
        if (this.#drawing) this.#go([at]);
        told();
      },
    };
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
    this.#frame ||= requestAnimationFrame(() => this.#grow());
  }

  #grow() {
    this.#inkNewPoints();
    this.#tell("strokemove", { stroke: this.#stroke });
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
      this.#surface.line(this.#stroke[this.#inked - 1] ?? to, to);
    }
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define("draw-pad", DrawPad);
