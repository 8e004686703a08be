import { pixelOf } from "../lib/descent.js";
import { short } from "../lib/numbers.js";
import { svg } from "./svg-node.js";

/** @typedef {import("../lib/descent.js").Frame} Frame */

const APART = 90;
const ROUND = [1, 2, 5, 10];

/**
 * Round numbers along the lower and the left edge of a picture.
 * @param {Frame} frame
 */
export function frameTicks(frame) {
  const { x, y, width, height } = frame;
  const [bottom, left] = [y[0], x[0]];
  return svg(
    "g",
    { class: "ticks", "aria-hidden": "true" },
    ...ticks(x, width).map((at) => label(at, pixelOf(frame, at, bottom)[0], height - 7, "middle")),
    ...ticks(y, height).map((at) => label(at, 7, pixelOf(frame, left, at)[1] + 4, "start")),
  );
}

/** Round numbers, none close to an end. @param {readonly [number, number]} range @param {number} pixels */
function ticks([low, high], pixels) {
  const least = ((high - low) * APART) / pixels;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = (ROUND.find((round) => round * power >= least) ?? 10) * power;
  const [from, to] = [low + 0.06 * (high - low), high - 0.06 * (high - low)];
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}

/** @param {number} value @param {number} x @param {number} y @param {"middle" | "start"} anchor */
function label(value, x, y, anchor) {
  const text = svg("text", { x, y, "text-anchor": anchor });
  text.textContent = short(value);
  return text;
}
