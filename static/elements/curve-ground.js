import { pixelOf } from "../lib/descent.js";
import { fromWire } from "../lib/wire.js";
import { svg } from "./svg-node.js";

/** @typedef {import("../lib/descent.js").Ground} Ground */
/** @typedef {import("../lib/descent.js").Frame} Frame */

/**
 * A curve over x, and what lies under it.
 * @param {Ground} ground
 * @param {Frame} frame
 */
export function curveGround({ x, values }, frame) {
  const points = x.map((at, i) => /** @type {const} */ ([at, fromWire(values[i])])).filter(([, loss]) => Number.isFinite(loss));
  const line = points.map(([at, loss]) => pixelOf(frame, at, loss).join(" ")).join("L");
  const [left, right] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  const [[from], [to]] = [pixelOf(frame, left, 0), pixelOf(frame, right, 0)];
  return svg(
    "g",
    { class: "curve-ground", "aria-hidden": "true" },
    svg("path", { class: "below", d: `M${line}L${to} ${frame.height}L${from} ${frame.height}Z` }),
    svg("path", { class: "line", d: `M${line}` }),
  );
}
