/**
 * The moments of a run: the steps at which its weights were kept, and where one is among them.
 * @typedef {import("./runs-api.js").Run} Run
 */

import { whole } from "./numbers.js";

/**
 * The moment of a step: itself, or the last one before it.
 * @param {readonly number[]} steps ascending
 * @param {number | null} step null is the newest
 * @returns {number} its place among the steps, −1 where there are none
 */
export function placeOf(steps, step) {
  if (step === null || steps.length === 0) return steps.length - 1;
  return Math.max(0, steps.findLastIndex((kept) => kept <= step));
}

/**
 * The moment nearest to a step.
 * @param {readonly number[]} steps ascending, not empty
 * @param {number} step
 */
export function nearestPlace(steps, step) {
  const distances = steps.map((kept) => Math.abs(kept - step));
  return distances.indexOf(Math.min(...distances));
}

/**
 * @param {number} step
 * @param {number} steps of the whole run
 * @returns {string} "update 128 of 2,345"
 */
export function momentWords(step, steps) {
  return step === 0 ? "before the first update" : `update ${whole(step)} of ${whole(steps)}`;
}

/**
 * Why a run has no moments.
 * @param {Pick<Run, "status" | "step">} run
 */
export function noMomentWords({ status, step }) {
  if (status === "queued" || status === "running") return "Its first weights are kept when it begins.";
  if (step === 0) return "It ended before any of its weights were kept.";
  return "Its weights are kept no longer: only the newest 20 runs have theirs.";
}
