import assert from "node:assert/strict";
import test from "node:test";

import { accuracyRange, logLossRange, lossRange } from "../../static/lib/scale-range.js";

test("a few high losses at the beginning leave the picture", () => {
  const curve = [2.3, 2.2, ...Array(298).fill(0.25)];
  assert.deepEqual(lossRange([curve]), [0, 0.5]);
});

test("all runs fit on the same axis", () => {
  assert.deepEqual(lossRange([Array(50).fill(0.1), Array(50).fill(1.2)]), [0, 2]);
});

test("what the test set gave counts as a curve of its own", () => {
  assert.deepEqual(lossRange([Array(50).fill(0.01), [1, 0.6, 0.9]]), [0, 1.5]);
  assert.deepEqual(lossRange([[null, null, 0.3]]), [0, 0.5]);
});

test("accuracies begin at a round floor", () => {
  assert.deepEqual(accuracyRange([[0.1, ...Array(99).fill(0.94)]]), [0.9, 1]);
  assert.deepEqual(accuracyRange([Array(9).fill(0.1)]), [0, 1]);
});

test("a logarithmic axis runs over whole powers of ten", () => {
  assert.deepEqual(logLossRange([[2.3, 0.04, 0]]), [0.01, 10]);
});

test("an empty picture waits for a network that only guesses", () => {
  assert.deepEqual(lossRange([[]]), [0, 3]);
  assert.deepEqual(accuracyRange([[]]), [0, 1]);
});

test("a run that diverges leaves the picture instead of flattening the others", () => {
  assert.deepEqual(lossRange([Array(50).fill(0.2), [2.3, 900, 1e11]]), [0, 7]);
});

test("runs that all diverge are seen to do so", () => {
  assert.deepEqual(lossRange([[2.3, 900, 1e11]]), [0, 1.5e11]);
});

test("nothing yet, or nothing but NaN, still gives an axis", () => {
  for (const range of [lossRange([[]]), lossRange([[NaN]]), accuracyRange([]), logLossRange([[]])]) {
    assert.ok(range[0] < range[1] && range.every(Number.isFinite));
  }
});
