import assert from "node:assert/strict";
import test from "node:test";

import { assignSlots } from "../../static/lib/slots.js";

test("each chosen run has the first colour that is free", () => {
  assert.deepEqual([...assignSlots(new Map(), ["x", "y"])], [["x", "a"], ["y", "b"]]);
});

test("a run keeps its colour when another leaves", () => {
  const before = assignSlots(new Map(), ["x", "y", "z"]);
  const after = assignSlots(before, ["y", "z", "new"]);
  assert.deepEqual([...after], [["y", "b"], ["z", "c"], ["new", "a"]]);
});

test("there are six colours and no more", () => {
  assert.equal(assignSlots(new Map(), [..."abcdefgh"]).size, 6);
});
