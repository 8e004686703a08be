import assert from "node:assert/strict";
import test from "node:test";

import { AXES } from "../../static/lib/run-axis.js";
import { RunRecord } from "../../static/lib/run-record.js";

const stamp = { at: "2026-01-01T00:00:00Z", attempt: 1 };

function halfway() {
  const record = new RunRecord(8, 1);
  const loss = [4, 3, 2, 1];
  record.apply({ ...stamp, seq: 1, type: "batches_trained", epoch: 1, first_step: 0, loss, accuracy: loss, seconds: 2 });
  return record;
}

test("over updates a place is the number of updates done", () => {
  const record = halfway();
  assert.deepEqual([AXES.updates.place(record, 3), AXES.updates.step(record, 3), AXES.updates.end(record)], [3, 2, 8]);
});

test("over seconds a place is the training time", () => {
  const record = halfway();
  assert.deepEqual([AXES.seconds.place(record, 0), AXES.seconds.place(record, 3), AXES.seconds.end(record)], [0, 1.5, 2]);
});

test("at a second the last update that was done counts, if any was", () => {
  const at = (/** @type {number} */ seconds) => AXES.seconds.step(halfway(), seconds);
  assert.deepEqual([at(0), at(0.6), at(1), at(1.9), at(2)], [-1, 0, 1, 2, 3]);
});

test("after its end a run has no update any more", () => {
  const record = halfway();
  assert.equal(record.at(AXES.seconds.step(record, 2.1)), null);
});

test("the axis of a run that failed ends where it failed", () => {
  const record = halfway();
  record.apply({ ...stamp, seq: 2, type: "run_failed", problem: { code: "diverged", what: "", expected: "", got: "", hint: "" } });
  assert.equal(AXES.updates.end(record), 4);
});
