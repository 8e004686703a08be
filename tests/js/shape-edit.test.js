import assert from "node:assert/strict";
import test from "node:test";

import { withAxis, withLength, withoutAxis } from "../../static/lib/shape-edit.js";

test("an axis gets the length that is wanted, at least 1 and no more than can be", () => {
  assert.deepEqual(withLength([2, 3], 1, 4), [2, 4]);
  assert.deepEqual(withLength([2, 3], 0, 0), [2, 3]);
  assert.deepEqual(withLength([2, 3], 0, -5), [1, 3]);
  assert.deepEqual(withLength([256, 3], 1, 999), [256, 256]);
  assert.deepEqual(withLength([2, 3], 1, NaN), [2, 3]);
});

test("axes come and go in front", () => {
  assert.deepEqual(withAxis([3]), [2, 3]);
  assert.deepEqual(withAxis([65536]), [1, 65536]);
  assert.deepEqual(withoutAxis([2, 3]), [3]);
  assert.deepEqual(withoutAxis([]), []);
});

test("there is no seventh axis", () => {
  const six = [1, 1, 1, 1, 1, 1];
  assert.deepEqual(withAxis(six), six);
});
