/**
 * How a run goes, in words.
 * @typedef {import("./run-record.js").RunRecord} RunRecord
 */

import { duration, loss, percent, whole } from "./numbers.js";
import { AXES } from "./run-axis.js";

/**
 * What to say aloud of an event, for those who do not see the curves.
 * @param {import("./run-events.js").RunEvent} event
 * @param {RunRecord} record that has counted it
 * @returns {string} "" if it is not worth a word
 */
export function told(event, record) {
  switch (event.type) {
    case "run_started":
      return "begins to train";
    case "epoch_ended":
      return `epoch ${event.epoch} of ${record.steps / record.updatesPerEpoch}, ${measured(record)}`;
    case "run_finished":
    case "run_cancelled":
    case "run_failed":
      return `${record.status} at update ${whole(record.step)} of ${whole(record.steps)}, ${measured(record)}`;
    default:
      return "";
  }
}

/** @param {RunRecord} record */
function measured(record) {
  if (record.step === 0) return "nothing trained";
  const test = record.epochs.at(-1);
  const tested = test ? `, test accuracy ${percent(test.testAccuracy, 1)}` : "";
  return `loss ${loss(last(record.loss))}, accuracy ${percent(last(record.accuracy), 1)}${tested}`;
}

/** @param {import("./curve.js").Curve} curve */
function last(curve) {
  return curve.smooth.at(-1) ?? NaN;
}

/**
 * @param {readonly RunRecord[]} records
 * @param {"loss" | "accuracy"} measure
 * @param {import("./run-axis.js").Over} over
 * @param {number} place on that axis
 * @returns {string} "Update 1,240: 0.0812, 0.1034" or "After 2.5 s: 0.0812, 0.1034"
 */
export function pointWords(records, measure, over, place) {
  const say = measure === "loss" ? loss : percent;
  const values = records.flatMap((record) => record.at(AXES[over].step(record, place))?.[measure] ?? []);
  const where = over === "seconds" ? `After ${duration(place)}` : `Update ${whole(place)}`;
  return values.length === 0 ? "Nothing yet" : `${where}: ${values.map((value) => say(value)).join(", ")}`;
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
 * @param {import("./run-stream.js").Line | "connecting"} line
 * @returns {string} what to say about the connection, "" if all is well
 */
export function lineWords(line) {
  switch (line) {
    case "lost":
      return "The connection is lost; trying again. Nothing is missed.";
    case "stopped":
      return "The playground was stopped. The run goes on when it is started again, and so does this page.";
    case "unknown":
      return "This run is not there any more.";
    default:
      return "";
  }
}
