/**
 * The place of a sample as somebody types it: "59999", "59,999".
 * @param {string} text
 * @param {number} count  samples in the set
 * @returns {number | null} null where there is no such sample
 */
export function readIndex(text, count) {
  const digits = text.replace(/[\s,]/g, "");
  return /^\d{1,9}$/.test(digits) && Number(digits) < count ? Number(digits) : null;
}
