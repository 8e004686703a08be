import assert from "node:assert/strict";
import test from "node:test";

import { History } from "../../static/lib/history.js";

test("undo and redo walk through what was pushed", () => {
  const history = new History("blank");
  history.push("one");
  history.push("two");
  history.undo();
  assert.equal(history.current, "one");
  history.undo();
  assert.equal(history.current, "blank");
  history.redo();
  history.redo();
  assert.equal(history.current, "two");
});

test("there is nothing before the first state or after the last", () => {
  const history = new History(1);
  history.undo();
  history.redo();
  assert.equal(history.current, 1);
  assert.deepEqual([history.canUndo, history.canRedo], [false, false]);
});

test("a new state forgets what had been undone", () => {
  const history = new History("blank");
  history.push("forgotten");
  history.undo();
  history.push("kept");
  assert.equal(history.canRedo, false);
  history.undo();
  assert.equal(history.current, "blank");
});
