import assert from "node:assert/strict";
import test from "node:test";

import { cellLook, cellsOf, largest } from "../../static/lib/node-look.js";

test("a scalar is one cell, a vector a row, a matrix rows", () => {
  assert.deepEqual(cellsOf([]), { rows: 1, columns: 1, written: true, places: [[]], cut: false });
  assert.deepEqual(cellsOf([2]).places, [[0], [1]]);
  assert.deepEqual(cellsOf([2, 2]).places, [[0, 0], [0, 1], [1, 0], [1, 1]]);
});

test("of many numbers the first are drawn, in cells too narrow for letters", () => {
  const { rows, columns, written, cut, places } = cellsOf([2, 300]);
  assert.deepEqual([rows, columns, written, cut], [2, 12, false, true]);
  assert.deepEqual(places.at(-1), [1, 11]);
});

test("a gradient has its sign, and what is not known yet has no text", () => {
  assert.equal(cellLook([[1, 2.5]], [0, 1], true).text, "+2.5");
  assert.equal(cellLook([[1, 2.5]], [0, 1], false).text, "2.5");
  assert.deepEqual(cellLook(null, [], true), { text: "", value: undefined });
});

test("the largest size is looked for among all numbers that are finite", () => {
  assert.equal(largest([1, [[-7, 2]], null, "NaN", ["-Infinity"]]), 7);
});
