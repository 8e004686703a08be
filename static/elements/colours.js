import { ramp, readColour } from "../lib/ramp.js";

/**
 * The ramps that the style sheets give an element: `color` on `background-color` for intensities, `fill` above and
 * `stroke` below zero for signed values.
 * @param {Element} element
 * @returns {import("../lib/ramp.js").Ramps}
 */
export function rampsOf(element) {
  const style = getComputedStyle(element);
  const paper = readColour(style.backgroundColor);
  return {
    intensity: ramp(paper, readColour(style.color)),
    positive: ramp(paper, readColour(style.fill)),
    negative: ramp(paper, readColour(style.stroke)),
  };
}

/**
 * Call back whenever light turns to dark or back, until the signal ends it.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function onThemeChange(changed, signal) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal.addEventListener("abort", () => observer.disconnect());
}
