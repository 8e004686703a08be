import assert from "node:assert/strict";
import test from "node:test";

import { isUpTo, seenWhere } from "../../static/lib/filling.js";

const tensor = { shape: [2, 2], dtype: "int64", values: [[1, 2], [3, 4]] };

test("what is not seen yet is not there", () => {
  const half = seenWhere(tensor, (place) => isUpTo(place, [1, 0]));
  assert.deepEqual(half, { ...tensor, values: [[1, 2], [3, undefined]] });
  assert.equal(seenWhere({ ...tensor, shape: [], values: 7 }, () => true).values, 7);
});

test("a loop comes to places row by row", () => {
  assert.deepEqual([[0, 9], [1, 0], [1, 1], [2, 0]].map((place) => isUpTo(place, [1, 0])), [true, true, false, false]);
  assert.ok(isUpTo([], []));
});
