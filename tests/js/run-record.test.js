import assert from "node:assert/strict";
import test from "node:test";

import { RunRecord } from "../../static/lib/run-record.js";

const stamp = { at: "2026-01-01T00:00:00Z", attempt: 1 };

/**
 * @param {number} seq
 * @param {number} first
 * @param {import("../../static/lib/wire.js").WireNumber[]} loss
 * @returns {import("../../static/lib/run-events.js").RunEvent}
 */
function batches(seq, first, loss) {
  const accuracy = loss.map(() => 0.5);
  return { ...stamp, seq, type: "batches_trained", epoch: 1, first_step: first, loss, accuracy, seconds: (first + loss.length) / 10 };
}

test("an event that comes twice counts once", () => {
  const record = new RunRecord(10, 2);
  assert.equal(record.apply(batches(1, 0, [2, 1])), true);
  assert.equal(record.apply(batches(1, 0, [7, 7])), false);
  assert.deepEqual([...record.loss.raw], [2, 1]);
});

test("a record knows the values of each update and its epoch", () => {
  const record = new RunRecord(2, 2);
  record.apply(batches(1, 0, [4, 3, 2]));
  assert.deepEqual(record.at(1), { step: 1, epoch: 1, loss: 3, accuracy: 0.5 });
  assert.deepEqual(record.at(2), { step: 2, epoch: 2, loss: 2, accuracy: 0.5 });
  assert.equal(record.at(3), null);
});

test("the seconds left follow the pace", () => {
  const record = new RunRecord(50, 2);
  record.apply({ ...stamp, seq: 1, type: "run_started" });
  record.apply(batches(2, 0, Array(10).fill(1)));
  assert.equal(record.secondsLeft, null);
  record.apply(batches(3, 10, Array(10).fill(1)));
  assert.equal(record.secondsLeft, 8);
});

test("what diverged keeps its last values and its problem", () => {
  const record = new RunRecord(10, 1);
  record.apply(batches(1, 0, [2, "Infinity", "NaN"]));
  const problem = { code: "diverged", what: "It diverged.", expected: "", got: "NaN", hint: "" };
  record.apply({ ...stamp, seq: 2, type: "run_failed", problem });
  assert.deepEqual([...record.loss.raw], [2, Infinity, NaN]);
  assert.equal(record.status, "failed");
  assert.equal(record.problem, problem);
  assert.equal(record.active, false);
});

test("an interrupted run goes on where it was resumed", () => {
  const record = new RunRecord(4, 1);
  record.apply(batches(1, 0, [4, 3, 2]));
  record.apply({ ...stamp, seq: 2, type: "run_interrupted", reason: "lost" });
  assert.equal(record.status, "interrupted");
  assert.equal(record.active, true);
  record.apply({ ...stamp, seq: 3, type: "run_resumed", step: 2 });
  record.apply(batches(4, 2, [2, 1]));
  assert.equal(record.status, "running");
  assert.deepEqual([...record.loss.raw], [4, 3, 2, 1]);
});

test("the test points stand at the last update of their epochs", () => {
  const record = new RunRecord(4, 2);
  const epoch = { loss: 1, accuracy: 0.6, test_loss: 0.9, test_accuracy: 0.7, seconds: 1 };
  record.apply({ ...stamp, seq: 1, type: "epoch_ended", epoch: 1, ...epoch });
  record.apply({ ...stamp, seq: 2, type: "epoch_ended", epoch: 2, ...epoch });
  assert.deepEqual(record.epochs.map(({ step }) => step), [3, 7]);
});

test("the updates of one message share its time", () => {
  const record = new RunRecord(10, 1);
  record.apply(batches(1, 0, [4, 3]));
  record.apply(batches(2, 2, [2, 1, 1]));
  assert.deepEqual([...record.times].map((time) => Number(time.toFixed(6))), [0.1, 0.2, 0.3, 0.4, 0.5]);
});
