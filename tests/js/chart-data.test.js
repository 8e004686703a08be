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
  const [updates, first, , second] = chartData([record([3]), record([4, 5, 6])], "loss");
  assert.deepEqual([...(updates ?? [])], [1, 2, 3]);
  assert.deepEqual([...(first ?? [])], [3]);
  assert.deepEqual([...(second ?? [])], [4, 5, 6]);
});

test("a curve ends before it stops being a number", () => {
  const [updates, raw, smooth] = chartData([record([3, 4, Infinity, NaN])], "loss");
  assert.deepEqual([updates?.length, raw?.length, smooth?.length], [2, 2, 2]);
});
