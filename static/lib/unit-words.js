/** What a unit of the first layer was ranked by, in words. */

import { short, signed, whole } from "./numbers.js";

/**
 * @param {Pick<import("./moments-api.js").Weights, "by" | "label" | "since">} ranking
 * @param {number} score
 * @returns {string} "mean activation 1.84"
 */
export function scoreWords({ by, label, since }, score) {
  if (by === "changed") return `moved by ${short(score)} since update ${whole(since ?? 0)}`;
  if (by === "class") return `mean activation ${signed(score)} for a ${label}, beside all others`;
  return `mean activation ${short(score)}`;
}
