/** A picture of 28 × 28 pixels as text, so that it fits into a link: base64url of its 784 bytes. */

const SIDE = 28;
const TEXT = /^[\w-]{1046}$/;

/** @param {readonly (readonly number[])[]} pixels  0..255 */
export function writePixels(pixels) {
  const text = btoa(String.fromCharCode(...pixels.flat()));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} text
 * @returns {number[][] | null} null for what is no picture
 */
export function readPixels(text) {
  if (!TEXT.test(text)) return null;
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from({ length: SIDE }, (_, row) => Array.from({ length: SIDE }, (_, column) => bytes.charCodeAt(row * SIDE + column)));
}
