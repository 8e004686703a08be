import assert from "node:assert/strict";
import test from "node:test";

import { isSpread, lossCurves, lossSpan } from "../../static/lib/loss-curves.js";

const way = (/** @type {any[]} */ ...losses) => /** @type {any} */ ({ losses });

test("losses of one size are counted evenly, others in powers of ten", () => {
  assert.equal(isSpread([way(4, 2, 1)]), false);
  assert.equal(isSpread([way(4, 0.001)]), true);
  assert.equal(isSpread([way(4, -0.001)]), false);
});

test("a curve ends where its numbers do, and all are equally long", () => {
  assert.deepEqual(lossCurves([way(4, 2, 3), way(4, "Infinity")]), [[4, 2, 3], [4, null, null]]);
});

test("what goes to nothing stays in sight at the bottom", () => {
  const ways = [way(1, 1e-30, 0)];
  const [low, high] = lossSpan(ways);
  assert.deepEqual([low, high], [1e-8, 1]);
  assert.deepEqual(lossCurves(ways), [[1, 1e-8, 1e-8]]);
});

test("one that explodes does not flatten the others", () => {
  const [low, high] = lossSpan([way(4, 3, -1), way(4, 1e30)]);
  assert.ok(low < -1 && high < 30);
});
