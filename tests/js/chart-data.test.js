import assert from "node:assert/strict";
import test from "node:test";

import { chartData } from "../../static/lib/chart-data.js";
import { RunRecord } from "../../static/lib/run-record.js";

/** @param {number[]} loss */
function record(loss) {
  const run = new RunRecord(100, 1);
  run.loss.write(0, loss);
  return run;
}

test("updates are counted from one, as far as the longest run goes", () => {
  const [updates, first, , second] = chartData([record([3]), record([4, 5, 6])], "loss", "updates");
  assert.deepEqual(Array.from(updates ?? []), [1, 2, 3]);
  assert.deepEqual(Array.from(first ?? []), [3]);
  assert.deepEqual(Array.from(second ?? []), [4, 5, 6]);
});

test("a curve ends before it stops being a number", () => {
  const [updates, raw, smooth] = chartData([record([3, 4, Infinity, NaN])], "loss", "updates");
  assert.deepEqual([updates?.length, raw?.length, smooth?.length], [2, 2, 2]);
});

/**
 * @param {number[]} loss
 * @param {number} seconds
 */
function timed(loss, seconds) {
  const run = new RunRecord(100, 1);
  const stamp = { at: "2026-01-01T00:00:00Z", attempt: 1 };
  run.apply({ ...stamp, seq: 1, type: "batches_trained", epoch: 1, first_step: 0, loss, accuracy: loss, seconds });
  return run;
}

test("over seconds each run is as long as it took", () => {
  const [moments, slow, , quick, smooth] = chartData([timed([4, 3, 2, 1], 8), timed([6, 5], 2)], "loss", "seconds");
  assert.equal(moments?.[2000], 8);
  assert.deepEqual([slow?.length, quick?.length, smooth?.length], [2001, 501, 501]);
  assert.deepEqual([slow?.[499], slow?.[500], slow?.[1000], slow?.[2000]], [null, 4, 3, 1]);
  assert.equal(quick?.[500], 5);
});

test("over seconds nothing is drawn before anything was trained", () => {
  assert.deepEqual(chartData([record([])], "loss", "seconds").map(({ length }) => length), [0, 0, 0]);
});
