/** Shapes as somebody types them: `(2, 3)`, `2 3`, `2x3`, `3`, `()`. */

/**
 * @param {string} text
 * @returns {number[] | null} null if it is none
 */
export function readShape(text) {
  const inner = text.trim().replace(/^[([]/, "").replace(/[)\]]$/, "");
  if (inner.trim() === "") return text.trim() === "" ? null : [];
  const lengths = inner.split(/[\s,x×]+/i).filter((part) => part !== "");
  return lengths.every((length) => /^\d{1,6}$/.test(length)) ? lengths.map(Number) : null;
}
