/** @typedef {import("./sheet.js").Sheet} Sheet */

/** @typedef {"undo" | "redo" | "clear"} Tool */

/**
 * The buttons beside the sheet and their keys.
 * @param {HTMLElement} root
 * @param {Sheet} sheet
 */
export function connectTools(root, sheet) {
  root.addEventListener("click", (event) => {
    const tool = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.do;
    if (tool) sheet[/** @type {Tool} */ (tool)]();
  });
  document.addEventListener("keydown", (event) => {
    const tool = toolOf(event);
    if (!tool || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    sheet[tool]();
  });
}

/** Let the buttons say what is possible. @param {HTMLElement} root @param {Sheet} sheet */
export function showTools(root, sheet) {
  const possible = { undo: sheet.canUndo, redo: sheet.canRedo, clear: !sheet.blank };
  for (const button of root.querySelectorAll("button")) {
    button.disabled = !possible[/** @type {Tool} */ (button.dataset.do)];
  }
}

/** @param {KeyboardEvent} event @returns {Tool | null} */
function toolOf(event) {
  if (!event.ctrlKey && !event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y") return "redo";
  if (key !== "z") return null;
  return event.shiftKey ? "redo" : "undo";
}
