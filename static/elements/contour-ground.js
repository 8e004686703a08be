import { contours } from "../vendor/d3-contour.mjs";
import { evened } from "../lib/evened.js";
import { fromWire } from "../lib/wire.js";
import { svg } from "./svg-node.js";

/** @typedef {import("../lib/descent.js").Ground} Ground */
/** @typedef {import("../lib/descent.js").Frame} Frame */

const LEVELS = Array.from({ length: 16 }, (_, i) => (i + 1) / 17);

/**
 * A surface from above: the deeper, the darker, each height with its line.
 * @param {Ground} ground
 * @param {Frame} frame
 */
export function contourGround({ x, y, values }, { width, height }) {
  const [columns, rows] = [x.length, y?.length ?? 0];
  const shapes = contours().size([columns, rows]).thresholds(LEVELS)(evened(values.flat().map(fromWire)));
  const across = (/** @type {number} */ i) => (((i - 0.5) / (columns - 1)) * width).toFixed(1);
  const up = (/** @type {number} */ j) => ((1 - (j - 0.5) / (rows - 1)) * height).toFixed(1);
  const ring = (/** @type {number[][]} */ points) => `M${points.map(([i = 0, j = 0]) => `${across(i)} ${up(j)}`).join("L")}Z`;
  return svg(
    "g",
    { class: "contours", "aria-hidden": "true" },
    svg("rect", { class: "deep", width, height }),
    ...shapes.map(({ coordinates }) => svg("path", { d: coordinates.flat().map(ring).join("") })),
  );
}
