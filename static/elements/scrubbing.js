import { scrubbed } from "../lib/scrub.js";

/** Pixels that still are a click. */
const STILL = 3;

/**
 * Numbers that are dragged to the left and right.
 * @param {HTMLElement} host
 * @param {(target: Element) => number | null} grabbed the number that is under the pointer, null if it cannot be dragged
 * @param {(target: HTMLElement, value: number, rests: boolean) => void} moved
 */
export function onScrub(host, grabbed, moved) {
  host.addEventListener("pointerdown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const start = event.button === 0 ? grabbed(target) : null;
    if (start !== null) follow(target, event, start, moved);
  });
}

/** @param {HTMLElement} target @param {PointerEvent} event @param {number} start @param {(target: HTMLElement, value: number, rests: boolean) => void} moved */
function follow(target, { pointerId, clientX }, start, moved) {
  const drag = new AbortController();
  const { signal } = drag;
  let [value, isDragged] = [start, false];
  target.setPointerCapture(pointerId);
  target.addEventListener("pointermove", (event) => {
    isDragged ||= Math.abs(event.clientX - clientX) > STILL;
    value = scrubbed(start, event.clientX - clientX, event.shiftKey);
    if (isDragged) moved(target, value, false);
  }, { signal });
  target.addEventListener("lostpointercapture", () => {
    // The click that belongs to the drag still comes, and is none.
    setTimeout(() => drag.abort());
    if (isDragged) moved(target, value, true);
  }, { signal });
  target.addEventListener("click", (event) => isDragged && event.stopPropagation(), { signal, capture: true });
}
