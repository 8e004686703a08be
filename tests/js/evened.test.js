import assert from "node:assert/strict";
import test from "node:test";

import { evened } from "../../static/lib/evened.js";

test("what is even stays even, from 0 to 1", () => {
  assert.deepEqual(evened([10, 15, 20]), [0, 0.5, 1]);
});

test("where most of a landscape lies low, a root lifts its middle to a half", () => {
  const found = evened(Array.from({ length: 101 }, (_, i) => i ** 3));
  assert.ok(Math.abs((found[50] ?? 0) - 0.5) < 0.01);
  assert.deepEqual(found, found.toSorted((a, b) => a - b));
});

test("what is no number is a summit, and a plain lies low", () => {
  assert.deepEqual(evened([NaN, 0, 1, Infinity]), [1, 0, 1, 1]);
  assert.deepEqual(evened([2, 2]), [0, 0]);
});
