import { pixelOf } from "../lib/descent.js";
import { setAll, svg } from "./svg-node.js";

/** @typedef {import("../lib/descent.js").Frame} Frame */
/** @typedef {{place: number[], loss: number, gradient: number[]}} Probe */

const REACH = { least: 26, most: 96 };
const STEEPEST = 1e100;
const TANGENT = 110;
const HEAD = { length: 10, width: 5 };

/** The gradient at a place: an arrow uphill; on a curve also the tangent of which it is the slope. */
export class SlopeMark {
  #tangent = svg("path", { class: "tangent" });
  #halo = svg("path", { class: "halo" });
  #arrow = svg("path", { class: "arrow" });
  #dot = svg("circle", { class: "dot", r: 4 });
  node = svg("g", { class: "slope", "aria-hidden": "true" }, this.#tangent, this.#halo, this.#arrow, this.#dot);

  /** @param {Frame} frame @param {Probe | null} probe null hides it */
  show(frame, probe) {
    const seen = probe && isSeen(frame, probe);
    this.node.toggleAttribute("hidden", !seen);
    if (!seen) return;
    const { place, loss, gradient } = probe;
    const [x, y] = pixelOf(frame, place[0] ?? 0, place[1] ?? loss);
    const way = gradient.length > 1 ? uphill(frame, gradient) : along(gradient[0] ?? 0);
    const arrow = arrowPath([x, y], way);
    this.node.dataset.sign = gradient.length > 1 ? "" : String(Math.sign(gradient[0] ?? 0));
    for (const path of [this.#halo, this.#arrow]) setAll(path, { d: arrow });
    setAll(this.#dot, { cx: x, cy: y });
    setAll(this.#tangent, { d: gradient.length > 1 ? "" : tangentPath(frame, [x, y], gradient[0] ?? 0) });
  }
}

/** Whether there is a slope, and a place in the picture to draw it. @param {Frame} frame @param {Probe} probe */
function isSeen(frame, { place, loss, gradient }) {
  const [x, y] = pixelOf(frame, place[0] ?? 0, place[1] ?? loss);
  return Math.hypot(...gradient) < STEEPEST && x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
}

/** Longer where it is steeper, but never out of proportion. @param {number} size */
function reach(size) {
  return size === 0 ? 0 : Math.min(REACH.most, REACH.least + 18 * Math.log10(1 + 3 * size));
}

/** The direction in which the loss grows fastest. @param {Frame} frame @param {readonly number[]} gradient @returns {[number, number]} */
function uphill(frame, [u = 0, v = 0]) {
  const { x, y, width, height } = frame;
  const [across, up] = [(u * width) / (x[1] - x[0]), (-v * height) / (y[1] - y[0])];
  const length = Math.hypot(across, up) || 1;
  const size = reach(Math.hypot(u, v));
  return [(across / length) * size, (up / length) * size];
}

/** @param {number} slope @returns {[number, number]} */
function along(slope) {
  return [Math.sign(slope) * reach(Math.abs(slope)), 0];
}

/** @param {readonly [number, number]} from @param {readonly [number, number]} way */
function arrowPath([x, y], [u, v]) {
  const length = Math.hypot(u, v);
  if (length < HEAD.length) return "";
  const [a, b] = [u / length, v / length];
  const [tipX, tipY] = [x + u, y + v];
  const side = (/** @type {number} */ turn) =>
    `${(tipX - HEAD.length * a - turn * HEAD.width * b).toFixed(1)} ${(tipY - HEAD.length * b + turn * HEAD.width * a).toFixed(1)}`;
  return `M${x} ${y}L${tipX} ${tipY}M${side(1)}L${tipX} ${tipY}L${side(-1)}`;
}

/** @param {Frame} frame @param {readonly [number, number]} at @param {number} slope */
function tangentPath({ x, y, width, height }, [left, top], slope) {
  const steep = (slope * height * (x[1] - x[0])) / (width * (y[1] - y[0]));
  const across = TANGENT / Math.hypot(1, steep);
  return `M${left - across} ${top + across * steep}L${left + across} ${top - across * steep}`;
}
