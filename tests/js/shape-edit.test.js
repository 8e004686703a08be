import assert from "node:assert/strict";
import test from "node:test";

import { withAxis, withLength, withoutAxis } from "../../static/lib/shape-edit.js";

test("an axis gets the length that is wanted", () => {
  assert.deepEqual(withLength([2, 3], 1, 4), { shape: [2, 4], limit: "" });
  assert.deepEqual(withLength([59999, 28, 28], 0, 60000, 1e15), { shape: [60000, 28, 28], limit: "" });
});

test("an axis gets no more than can be, and what keeps it is said", () => {
  assert.deepEqual(withLength([256, 3], 1, 999), { shape: [256, 256], limit: "A tensor has at most 65,536 numbers here, so axis 1 is at most 256 long." });
  assert.deepEqual(withLength([2, 3], 0, -5), { shape: [1, 3], limit: "An axis is at least 1 long here." });
  for (const length of [NaN, 2.5]) assert.deepEqual(withLength([2, 3], 1, length), { shape: [2, 3], limit: "A length is a whole number." });
});

test("axes come and go in front, as long as there can be another", () => {
  assert.deepEqual(withAxis([3]), { shape: [2, 3], limit: "" });
  assert.deepEqual(withAxis([65536]), { shape: [1, 65536], limit: "" });
  assert.deepEqual(withAxis([1, 1, 1, 1, 1, 1]), { shape: [1, 1, 1, 1, 1, 1], limit: "A tensor has at most 6 axes here." });
  assert.deepEqual(withoutAxis([2, 3]), { shape: [3], limit: "" });
  assert.deepEqual(withoutAxis([]), { shape: [], limit: "A scalar has no axis." });
});
