/**
 * What a chart of runs counts along its axis: updates, or seconds of training.
 * @typedef {import("./run-record.js").RunRecord} RunRecord
 * @typedef {"updates" | "seconds"} Over
 * @typedef {object} Axis
 * @property {(record: RunRecord, done: number) => number} place where so many updates are done
 * @property {(record: RunRecord, place: number) => number} step the update, 0-based, that was the last one there
 * @property {(record: RunRecord) => number} end of a run, as far as it is known
 */

/** @type {Readonly<Record<Over, Axis>>} */
export const AXES = {
  updates: {
    place: (_record, done) => done,
    step: (_record, place) => Math.round(place) - 1,
    end: ({ status, step, steps }) => (status === "failed" ? step : steps),
  },
  seconds: {
    place: (record, done) => record.times[done - 1] ?? 0,
    step: stepAt,
    end: ({ seconds }) => seconds,
  },
};

/**
 * @param {RunRecord} record
 * @param {number} seconds
 * @returns {number} 0-based; -1 before the first, and after the end of the run one that there is not
 */
function stepAt({ times, seconds: end, step }, seconds) {
  if (seconds > end) return step;
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
