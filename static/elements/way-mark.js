import { inside, pixelsOf } from "../lib/descent.js";
import { setAll, svg } from "./svg-node.js";

/** @typedef {import("../lib/descent.js").Frame} Frame */
/** @typedef {import("../lib/descent.js").Way} Way */
/** @typedef {import("../lib/descent.js").Pixel} Pixel */

/** Ways with more steps are drawn without a dot for each. */
const MOST_DOTS = 120;
const DOT = 2.2;
const BALL = 6;
/** How far a ball that has left stays from the edge. */
const EDGE = 12;

/** The way of one optimizer: a line with a dot at each step, and at its head a ball, and beside that its letter. */
export class WayMark {
  #halo = svg("path", { class: "halo" });
  #line = svg("path", { class: "line" });
  #dots = svg("path", { class: "dots" });
  #ball = svg("circle", { class: "ball", r: BALL });
  #letter = svg("text", { class: "ball-letter", "text-anchor": "middle" });
  trail = svg("g", { class: "way" }, this.#halo, this.#line, this.#dots);
  head = svg("g", { class: "way-head" }, this.#ball, this.#letter);

  /** @param {string} slot @param {boolean} alone whether there are no others to be told from */
  constructor(slot, alone) {
    for (const part of [this.trail, this.head]) part.dataset.slot = slot;
    this.#letter.textContent = alone ? "" : slot.toUpperCase();
  }

  /** @param {Frame} frame @param {Way} way @param {number} step @returns {Pixel} where the ball is */
  show(frame, way, step) {
    const pixels = pixelsOf(frame, way, step);
    const line = pixels.map((pixel) => pixel.join(" ")).join("L");
    for (const path of [this.#halo, this.#line]) setAll(path, { d: line && `M${line}` });
    setAll(this.#dots, { d: pixels.length > MOST_DOTS ? "" : pixels.map(dot).join("") });
    const end = pixels.at(-1) ?? [0, 0];
    const [cx, cy] = inside(frame, end, EDGE);
    setAll(this.#ball, { cx, cy });
    this.head.toggleAttribute("data-outside", cx !== end[0] || cy !== end[1]);
    return [cx, cy];
  }

  /** Put the letter there. @param {Pixel} pixel */
  label([x, y]) {
    setAll(this.#letter, { x, y: y + 5 });
  }
}

/** @param {Pixel} pixel */
function dot([x, y]) {
  return `M${x - DOT} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0`;
}
