import assert from "node:assert/strict";
import test from "node:test";

import { isWalkKey, walk } from "../../static/lib/walk.js";

test("arrows go across and down, the page keys into depth", () => {
  const counts = [2, 2, 3];
  assert.deepEqual(walk("ArrowRight", [0, 0, 0], counts), [0, 0, 1]);
  assert.deepEqual(walk("ArrowDown", [0, 0, 2], counts), [0, 1, 2]);
  assert.deepEqual(walk("PageDown", [0, 1, 2], counts), [1, 1, 2]);
  assert.deepEqual(walk("PageUp", [1, 1, 2], counts), [0, 1, 2]);
});

test("at the edge of a block a key goes on to the next block", () => {
  const counts = [2, 1, 3, 4];
  assert.deepEqual(walk("ArrowRight", [0, 0, 1, 3], counts), [1, 0, 1, 0]);
  assert.deepEqual(walk("ArrowLeft", [1, 0, 1, 0], counts), [0, 0, 1, 3]);
});

test("beyond the last cell a key leads nowhere", () => {
  assert.equal(walk("ArrowRight", [1, 2], [2, 3]), null);
  assert.equal(walk("ArrowUp", [2], [3]), null);
  assert.equal(walk("Enter", [0], [3]), null);
});

test("other keys are left alone", () => {
  assert.deepEqual(["ArrowLeft", "PageUp", "Tab", " "].map(isWalkKey), [true, true, false, false]);
});
