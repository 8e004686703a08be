import assert from "node:assert/strict";
import test from "node:test";

import { RunRecord } from "../../static/lib/run-record.js";
import { lineWords, pointWords, statusWords, told } from "../../static/lib/run-words.js";

const stamp = { at: "2026-01-01T00:00:00Z", attempt: 1 };

function halfway() {
  const record = new RunRecord(1000, 2);
  record.apply({ ...stamp, seq: 1, type: "run_started" });
  const [loss, accuracy] = [Array(500).fill(0.5), Array(500).fill(0.9)];
  record.apply({ ...stamp, seq: 2, type: "batches_trained", epoch: 1, first_step: 0, loss, accuracy, seconds: 1 });
  record.apply({ ...stamp, seq: 3, type: "batches_trained", epoch: 1, first_step: 500, loss, accuracy, seconds: 2 });
  return record;
}

const epoch = { epoch: 1, loss: 0.5, accuracy: 0.9, test_loss: 0.4, test_accuracy: 0.95, seconds: 2 };

test("the start, the end of an epoch and the end are told, not every batch", () => {
  const record = halfway();
  assert.equal(told({ ...stamp, seq: 1, type: "run_started" }, record), "begins to train");
  const batches = { epoch: 1, first_step: 999, loss: [0.5], accuracy: [0.9], seconds: 2 };
  assert.equal(told({ ...stamp, seq: 4, type: "batches_trained", ...batches }, record), "");
  const ended = /** @type {const} */ ({ ...stamp, seq: 4, type: "epoch_ended", ...epoch });
  record.apply(ended);
  assert.equal(
    told(ended, record),
    "epoch 1 of 2, loss 0.5000, accuracy 90.0\u202f%, test accuracy 95.0\u202f%",
  );
});

test("a finished run is told with its test accuracy", () => {
  const record = halfway();
  record.apply({ ...stamp, seq: 4, type: "epoch_ended", ...epoch });
  const ended = /** @type {const} */ ({ ...stamp, seq: 5, type: "run_finished", test_loss: 0.4, test_accuracy: 0.95, seconds: 4 });
  record.apply(ended);
  assert.match(told(ended, record), /^finished at update 1,000 of 2,000, .* test accuracy 95\.0\u202f%$/);
  assert.equal(statusWords(record, null), "finished in 4.0\u202fs");
});

test("a run that is cancelled before it began has nothing to tell but that", () => {
  const record = new RunRecord(1, 1);
  const ended = /** @type {const} */ ({ ...stamp, seq: 1, type: "run_cancelled" });
  record.apply(ended);
  assert.equal(told(ended, record), "cancelled at update 0 of 1, nothing trained");
});

test("the time left is said while it runs, the place in line while it waits", () => {
  assert.equal(statusWords(halfway(), null), "2.0\u202fs left");
  assert.equal(statusWords(new RunRecord(1, 1), 3), "waits, number 3 in line");
});

test("only a bad line is worth a word", () => {
  assert.equal(lineWords("open"), "");
  assert.match(lineWords("lost"), /Nothing is missed/);
  assert.match(lineWords("stopped"), /goes on when it is started again/);
});

test("an update that is pointed at is told for every run that has it", () => {
  const records = [halfway(), new RunRecord(1000, 2)];
  assert.equal(pointWords(records, "loss", "updates", 10), "Update 10: 0.5000");
  assert.equal(pointWords(records, "accuracy", "updates", 5000), "Nothing yet");
});
