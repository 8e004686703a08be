import { svg } from "./svg-node.js";

/**
 * What never moves: the lines and numbers of the plane.
 * @param {number} edge how far it reaches
 */
export function planeGround(edge) {
  const whole = Array.from({ length: 2 * edge - 1 }, (_, i) => i + 1 - edge);
  const lines = whole.map((at) => `M${at} ${-edge}V${edge}M${-edge} ${at}H${edge}`).join("");
  const named = whole.filter((at) => at !== 0 && at % 3 === 0);
  return svg(
    "g",
    { class: "plane-ground", "aria-hidden": "true" },
    svg("path", { d: lines }),
    svg("path", { class: "axes", d: `M0 ${-edge}V${edge}M${-edge} 0H${edge}` }),
    ...named.flatMap((at) => [label(at, at, 0.34), label(at, -0.14, -at + 0.09, "end")]),
  );
}

/** @param {number} value @param {number} x @param {number} y @param {"middle" | "end"} [anchor] */
function label(value, x, y, anchor = "middle") {
  const text = svg("text", { x, y, "text-anchor": anchor });
  text.textContent = String(value).replace("-", "−");
  return text;
}
