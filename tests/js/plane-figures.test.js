import assert from "node:assert/strict";
import test from "node:test";

import { COLUMNS, GRID_POINTS, ROWS, SHADES, digitSquares, dotsOf, pathOf } from "../../static/lib/plane-figures.js";

test("the grid has 81 points, row after row from below", () => {
  assert.equal(GRID_POINTS.length, 81);
  assert.deepEqual(GRID_POINTS.slice(0, 2), [[-2, -2], [-1.5, -2]]);
  assert.deepEqual(GRID_POINTS.at(-1), [2, 2]);
  assert.deepEqual([ROWS.length, COLUMNS.length], [9, 9]);
});

test("each inked pixel is a square in its place, by its strength", () => {
  const shades = digitSquares([[0, 255], [128, 3]]);
  assert.equal(shades.length, SHADES);
  assert.deepEqual(shades.at(-1), [[[0, 2], [2, 2], [2, 0], [0, 0], [0, 2]]]);
  assert.deepEqual(shades[4], [[[-2, 0], [0, 0], [0, -2], [-2, -2], [-2, 0]]]);
  assert.equal(shades.flat().length, 2);
});

test("a path counts downwards and never leaves what can be drawn", () => {
  assert.equal(pathOf([[[0, 0], [1, 2]], [[-0.5, 1e9], [0, 0]]]), "M0 0L1 -2M-0.5 -10000L0 0");
});

test("a dot is a line of no length, at its place with y upwards", () => {
  assert.equal(dotsOf([[1, 2], [-3, 0.5]]), "M1 -2L1 -2M-3 -0.5L-3 -0.5");
});
