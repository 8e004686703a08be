/** What tensors cost in memory. */

import { sizeOf } from "./nested.js";

/**
 * @param {readonly number[]} shape
 * @param {string} dtype "float32", "bool"
 */
export function bytesOf(shape, dtype) {
  return sizeOf(shape) * (dtype === "bool" ? 1 : Number(dtype.replace(/\D/g, "")) / 8);
}
