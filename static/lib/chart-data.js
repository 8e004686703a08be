/**
 * Runs as uPlot wants them: one axis of updates or of seconds, then for each run its raw and its smoothed curve.
 * @typedef {import("./run-record.js").RunRecord} RunRecord
 * @typedef {"loss" | "accuracy"} Measure
 * @typedef {ArrayLike<number | null>} Series null where there is nothing to draw
 */

import { Growing } from "./growing.js";
import { AXES } from "./run-axis.js";

/** Moments at which the curves are looked at: more than a chart has pixels. */
const MOMENTS = 2000;
const updates = new Growing();

/**
 * @param {readonly RunRecord[]} records
 * @param {Measure} measure
 * @param {import("./run-axis.js").Over} over
 * @returns {Series[]}
 */
export function chartData(records, measure, over) {
  return over === "seconds" ? overSeconds(records, measure) : overUpdates(records, measure);
}

/**
 * Runs take their time each in its own way, and uPlot wants one axis for all: what was last at each of many moments.
 * @param {readonly RunRecord[]} records
 * @param {Measure} measure
 * @returns {Series[]}
 */
function overSeconds(records, measure) {
  const end = Math.max(0, ...records.map(AXES.seconds.end));
  const moments = Float64Array.from({ length: end > 0 ? MOMENTS + 1 : 0 }, (_, i) => (i * end) / MOMENTS);
  const curves = records.flatMap((record) => {
    const { raw, smooth } = record[measure];
    const length = finiteLength(raw);
    const steps = [...moments].map((moment) => AXES.seconds.step(record, moment)).filter((step) => step < length);
    return [raw, smooth].map((values) => steps.map((step) => values[step] ?? null));
  });
  return [moments, ...curves];
}

/**
 * @param {readonly RunRecord[]} records
 * @param {Measure} measure
 * @returns {Float64Array[]}
 */
function overUpdates(records, measure) {
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
