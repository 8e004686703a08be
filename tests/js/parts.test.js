import assert from "node:assert/strict";
import test from "node:test";

import { placeParts, plain, shapeParts } from "../../static/lib/parts.js";

test("a shape and a place are spelled as in Python", () => {
  assert.deepEqual([[2, 3], [3], []].map((shape) => plain(shapeParts(shape))), ["(2, 3)", "(3,)", "()"]);
  assert.deepEqual([[1, 2], []].map((place) => plain(placeParts("a", place))), ["a[1, 2]", "a"]);
});

test("each number knows its axis", () => {
  assert.deepEqual(placeParts("b", [2], 1), ["b[", { axis: 1, text: "2" }, "]"]);
});
