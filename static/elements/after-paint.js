/**
 * An action that waits until what was changed before it has been painted; of what is asked meanwhile the newest counts.
 * @template T
 * @param {(what: T) => void} act
 * @returns {(what: T) => void}
 */
export function afterPaint(act) {
  /** @type {{what: T} | null} */
  let waiting = null;

  function painted() {
    if (waiting) act(waiting.what);
    waiting = null;
  }

  return (what) => {
    // A frame is painted after its callbacks, so the first task that follows them comes after the paint.
    if (!waiting) requestAnimationFrame(() => setTimeout(painted));
    waiting = { what };
  };
}
