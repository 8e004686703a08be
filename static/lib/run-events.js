/**
 * What can happen to a run, as the server tells it.
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {{code: string, what: string, expected: string, got: string, hint: string, fixes?: Partial<import("./runs-api.js").Spec>[]}} Problem
 * @typedef {{seq: number, at: string, attempt: number}} Stamp
 * @typedef {Stamp & {type: "run_started" | "run_cancelled"}} PlainEvent
 * @typedef {Stamp & {type: "run_queued", spec: import("./runs-api.js").Spec}} RunQueued
 * @typedef {Stamp & {type: "batches_trained", epoch: number, first_step: number, loss: WireNumber[], accuracy: WireNumber[], seconds: number}} BatchesTrained
 * @typedef {Stamp & {type: "epoch_ended", epoch: number, loss: WireNumber, accuracy: WireNumber, test_loss: WireNumber, test_accuracy: WireNumber, seconds: number}} EpochEnded
 * @typedef {Stamp & {type: "snapshot_saved", step: number}} SnapshotSaved
 * @typedef {Stamp & {type: "run_finished", test_loss: WireNumber, test_accuracy: WireNumber, seconds: number}} RunFinished
 * @typedef {Stamp & {type: "run_failed", problem: Problem}} RunFailed
 * @typedef {Stamp & {type: "run_interrupted", reason: string}} RunInterrupted
 * @typedef {Stamp & {type: "run_resumed", step: number}} RunResumed
 * @typedef {RunQueued | PlainEvent | BatchesTrained | EpochEnded | SnapshotSaved | RunFinished | RunFailed | RunInterrupted | RunResumed} RunEvent
 */

/** The last event of a run has one of these types. */
const LAST = ["run_finished", "run_cancelled", "run_failed"];

/**
 * @param {RunEvent} event
 * @returns {boolean}
 */
export function isLast(event) {
  return LAST.includes(event.type);
}

/**
 * Whether a start, the end of an epoch or the end of a run came after its run was read.
 * @param {RunEvent} event
 * @param {Pick<import("./runs-api.js").Run, "status" | "step" | "steps" | "spec">} run as it was read
 * @returns {boolean}
 */
export function isNews(event, { status, step, steps, spec }) {
  if (status !== "queued" && status !== "running") return false;
  if (event.type === "run_started") return step === 0;
  return event.type === "epoch_ended" ? event.epoch * (steps / spec.epochs) > step : isLast(event);
}
