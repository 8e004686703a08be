import assert from "node:assert/strict";
import test from "node:test";

import { readValue, writeValue } from "../../static/lib/named-value.js";

test("a value is read as JSON can carry it", () => {
  assert.deepEqual(readValue("[[1, -0.5], [nan, inf]]"), [[1, -0.5], ["NaN", "Infinity"]]);
  assert.equal(readValue("9007199254740993"), 9007199254740992);
});

test("what is read is written again", () => {
  for (const text of ["3", "[0.1, -2]", "[[1, 2], [3, 4]]"]) assert.equal(writeValue(readValue(text)), text);
  assert.deepEqual(readValue(writeValue(["NaN", "-Infinity"])), ["NaN", "-Infinity"]);
});
