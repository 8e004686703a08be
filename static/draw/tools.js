/** @typedef {import("./sheet.js").Sheet} Sheet */

/** @typedef {"undo" | "redo" | "clear"} Tool */

/**
 * The buttons beside the sheet and their keys. A button that has just become impossible hands the focus to the pad.
 * @param {HTMLElement} root
 * @param {Sheet} sheet
 * @param {HTMLElement} pad
 */
export function connectTools(root, sheet, pad) {
  root.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button) return;
    sheet[/** @type {Tool} */ (button.dataset.do)]();
    if (button.disabled) pad.focus();
  });
  document.addEventListener("keydown", (event) => {
    const tool = toolOf(event);
    if (!tool || /** @type {HTMLElement} */ (event.target).matches("input[type=text]")) return;
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
