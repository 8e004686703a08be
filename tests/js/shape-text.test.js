import assert from "node:assert/strict";
import test from "node:test";

import { readShape } from "../../static/lib/shape-text.js";

test("a shape is read however it is typed", () => {
  for (const text of ["(2, 3)", "2 3", "2x3", "[2,3]", "2 × 3", " 2, 3 "]) assert.deepEqual(readShape(text), [2, 3], text);
  assert.deepEqual(readShape("(3,)"), [3]);
  assert.deepEqual(readShape("()"), []);
});

test("what is no shape is none", () => {
  for (const text of ["", "two", "2.5", "-1 3", "(2; 3)"]) assert.equal(readShape(text), null, text);
});
