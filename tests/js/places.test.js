import assert from "node:assert/strict";
import test from "node:test";

import { placesOf } from "../../static/lib/nested.js";
import { cellOf, hops, placeAt, rankOf } from "../../static/lib/places.js";

test("numbers are counted row by row", () => {
  for (const [rank, place] of placesOf([2, 3, 4]).entries()) {
    assert.equal(rankOf(place, [2, 3, 4]), rank);
    assert.deepEqual(placeAt(rank, [2, 3, 4]), place);
  }
  assert.equal(rankOf([], []), 0);
  assert.deepEqual(placeAt(0, []), []);
});

test("strides lead to the cell of the memory", () => {
  assert.equal(cellOf([1, 2], [24, 8], 8), 5);
  assert.equal(cellOf([2, 1], [8, 24], 8), 5);
  assert.equal(cellOf([], [], 8), 0);
});

test("a matrix is read from cell to cell, its transpose in leaps and back", () => {
  assert.deepEqual(hops([2, 3], [24, 8], 8, 9).map(({ from, to }) => to - from), [1, 1, 1, 1, 1]);
  assert.deepEqual(hops([3, 2], [8, 24], 8, 9).map(({ from, to }) => to - from), [3, -2, 3, -2, 3]);
});

test("a hop has the axis along which one goes on", () => {
  assert.deepEqual(hops([3, 2], [8, 24], 8, 3).map(({ axis }) => axis), [1, 0, 1]);
});

test("only so many hops are told, and none where there is nothing to go to", () => {
  assert.equal(hops([200, 3], [24, 8], 8, 24).length, 24);
  assert.deepEqual(hops([], [], 8, 9), []);
  assert.deepEqual(hops([0, 3], [24, 8], 8, 9), []);
});
