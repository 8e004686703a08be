import assert from "node:assert/strict";
import test from "node:test";

import { gridWalk } from "../../static/lib/grid-walk.js";

const GRID = { rows: 28, columns: 28 };

const ALONE = { ctrlKey: false, altKey: false, metaKey: false };

/** @param {string} key @param {[number, number]} from @param {Partial<typeof ALONE>} [held] */
function walked(key, from, held) {
  const next = gridWalk({ key, ...ALONE, ...held }, from[0] * 28 + from[1], GRID);
  return next === null ? null : [Math.floor(next / 28), next % 28];
}

test("an arrow leads to the neighbour and stops at the edge", () => {
  assert.deepEqual(walked("ArrowDown", [3, 5]), [4, 5]);
  assert.deepEqual(walked("ArrowLeft", [3, 5]), [3, 4]);
  assert.deepEqual(walked("ArrowRight", [3, 27]), [3, 27]);
  assert.deepEqual(walked("ArrowUp", [0, 5]), [0, 5]);
});

test("Home and End lead to the ends of the row, with Ctrl to those of the grid", () => {
  assert.deepEqual(walked("Home", [3, 5]), [3, 0]);
  assert.deepEqual(walked("End", [3, 5]), [3, 27]);
  assert.deepEqual(walked("Home", [3, 5], { ctrlKey: true }), [0, 0]);
  assert.deepEqual(walked("End", [3, 5], { ctrlKey: true }), [27, 27]);
});

test("PageUp and PageDown lead a quarter of a digit on and never beyond", () => {
  assert.deepEqual(walked("PageDown", [3, 5]), [10, 5]);
  assert.deepEqual(walked("PageDown", [25, 5]), [27, 5]);
  assert.deepEqual(walked("PageUp", [3, 5]), [0, 5]);
});

test("other keys lead nowhere, nor do the browser's own", () => {
  assert.equal(walked("ArrowLeft", [3, 5], { altKey: true }), null);
  assert.equal(walked("a", [3, 5]), null);
});
