/**
 * The place of the page where `data-say` speaks of something.
 * @param {string} what
 * @returns {HTMLElement}
 */
export function place(what) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-say="${what}"]`));
}

/**
 * Write only what is new, so that nothing is read out twice.
 * @param {string} what
 * @param {string} text
 */
export function say(what, text) {
  const element = place(what);
  if (element.textContent !== text) element.textContent = text;
}
