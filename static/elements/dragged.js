/**
 * Drag over an element: from where it began to where the pointer is, as shares of its width and height.
 * @typedef {{x: number, y: number}} Share  0 to just below 1
 */

/** Just below the far edge, so that it still lies within. */
const EDGE = 0.9999;

/**
 * @param {HTMLElement} element
 * @param {(from: Share, to: Share, done: boolean) => void} act
 */
export function onDrag(element, act) {
  /** @type {Share | null} */
  let from = null;
  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    from = shareOf(element, event);
    act(from, from, false);
  });
  element.addEventListener("pointermove", (event) => {
    if (from) act(from, shareOf(element, event), false);
  });
  element.addEventListener("pointerup", (event) => {
    if (from) act(from, shareOf(element, event), true);
    from = null;
  });
  element.addEventListener("pointercancel", () => (from = null));
}

/** @param {HTMLElement} element @param {PointerEvent} event @returns {Share} */
function shareOf(element, { clientX, clientY }) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const share = (/** @type {number} */ at, /** @type {number} */ size) => Math.max(0, Math.min(EDGE, at / size));
  return { x: share(clientX - left, width), y: share(clientY - top, height) };
}
