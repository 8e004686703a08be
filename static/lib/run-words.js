/**
 * How a run goes, in words.
 * @typedef {import("./run-record.js").RunRecord} RunRecord
 */

import { duration, loss, percent, whole } from "./numbers.js";

/**
 * @param {RunRecord} record
 * @returns {string} one sentence for those who do not see the curves
 */
export function told(record) {
  const point = record.at(record.step - 1);
  if (!point) return record.active ? "The run has not begun yet." : `The run was ${record.status}.`;
  const test = record.epochs.at(-1);
  const tested = test ? `, test accuracy ${percent(test.testAccuracy, 1)}` : "";
  const place = `${ending(record)} ${whole(record.step)} of ${whole(record.steps)}, epoch ${point.epoch}`;
  return `${place}, loss ${loss(last(record.loss))}, accuracy ${percent(last(record.accuracy), 1)}${tested}.`;
}

/** @param {RunRecord} record */
function ending({ status, active }) {
  return active ? "Update" : `The run ${status === "finished" ? "finished" : `was ${status}`} at update`;
}

/** @param {import("./curve.js").Curve} curve */
function last(curve) {
  return curve.smooth.at(-1) ?? NaN;
}

/**
 * @param {readonly RunRecord[]} records
 * @param {"loss" | "accuracy"} measure
 * @param {number} step 0-based
 * @returns {string} "Update 1,240: 0.0812, 0.1034"
 */
export function pointWords(records, measure, step) {
  const say = measure === "loss" ? loss : percent;
  const values = records.flatMap((record) => record.at(step)?.[measure] ?? []);
  return values.length === 0 ? "Nothing yet" : `Update ${whole(step + 1)}: ${values.map((value) => say(value)).join(", ")}`;
}

/**
 * @param {RunRecord} record
 * @param {number | null} place 1 is next in the queue
 * @returns {string} "11 s left"
 */
export function statusWords(record, place) {
  const left = record.secondsLeft;
  switch (record.status) {
    case "queued":
      return place && place > 1 ? `waits, number ${place} in line` : "waits for the trainer";
    case "running":
      return left === null ? "begins" : `${duration(left)} left`;
    case "interrupted":
      return "was interrupted, goes on from its checkpoint";
    case "finished":
      return `finished in ${duration(record.seconds)}`;
    case "cancelled":
      return record.step === 0 ? "cancelled before it began" : `cancelled after ${duration(record.seconds)}`;
    case "failed":
      return `failed after ${duration(record.seconds)}`;
  }
}

/**
 * @param {"open" | "lost" | "ended" | "unknown" | "connecting"} line
 * @returns {string} what to say about the connection, "" if all is well
 */
export function lineWords(line) {
  if (line === "lost") return "The connection is lost; trying again. Nothing is missed.";
  return line === "unknown" ? "This run is not there any more." : "";
}
