import assert from "node:assert/strict";
import test from "node:test";

import { applied, second, sign } from "../../static/lib/operations.js";

test("an operation with a sign stands between, another one in front", () => {
  assert.deepEqual(applied("add", ["a"], ["b"]), ["a", " + ", "b"]);
  assert.deepEqual(applied("maximum", ["a"], ["b"]), ["maximum(", "a", ", ", "b", ")"]);
  assert.deepEqual(["divide", "minimum"].map(sign), ["÷", "minimum"]);
});

test("only behind a sign a negative number needs brackets", () => {
  assert.deepEqual([second("subtract", "-2"), second("subtract", "2"), second("maximum", "-2")], ["(-2)", "2", "-2"]);
});
