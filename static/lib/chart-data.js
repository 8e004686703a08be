/**
 * Runs as uPlot wants them: one axis of updates, then for each run its raw and its smoothed curve.
 * @typedef {import("./run-record.js").RunRecord} RunRecord
 * @typedef {"loss" | "accuracy"} Measure
 */

import { Growing } from "./growing.js";

const updates = new Growing();

/**
 * @param {readonly RunRecord[]} records
 * @param {Measure} measure
 * @returns {Float64Array[]}
 */
export function chartData(records, measure) {
  const curves = records.flatMap((record) => {
    const { raw, smooth } = record[measure];
    const length = finiteLength(raw);
    return [raw.subarray(0, length), smooth.subarray(0, length)];
  });
  return [axis(Math.max(0, ...curves.map((curve) => curve.length))), ...curves];
}

/**
 * @param {number} length
 * @returns {Float64Array} 1, 2, 3 … as updates are counted
 */
function axis(length) {
  for (let i = updates.length; i < length; i += 1) updates.set(i, i + 1);
  return updates.values.subarray(0, length);
}

/**
 * A run that diverged ends in values that cannot be drawn.
 * @param {Float64Array} values
 * @returns {number}
 */
function finiteLength(values) {
  let length = values.length;
  while (length > 0 && !Number.isFinite(values[length - 1])) length -= 1;
  return length;
}
