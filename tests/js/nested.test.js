import assert from "node:assert/strict";
import test from "node:test";

import { counting, entryAt, isWithin, placesOf, replacedAt, samePlace, shapeOf, sizeOf, valueAt } from "../../static/lib/nested.js";

test("the shape is read along the first entries", () => {
  assert.deepEqual(shapeOf(5), []);
  assert.deepEqual(shapeOf([[1, 2, 3], [4, 5, 6]]), [2, 3]);
  assert.deepEqual(shapeOf([]), [0]);
});

test("counting fills a shape, and every value is found at its place", () => {
  assert.deepEqual(counting([60000, 3], 2), [[0, 1], [3, 4]]);
  const values = counting([2, 3, 4]);
  assert.deepEqual(shapeOf(values), [2, 3, 4]);
  assert.deepEqual(placesOf([2, 3, 4]).map((place) => valueAt(values, place)), [...Array(24).keys()]);
});

test("a scalar has one place, and an empty axis none", () => {
  assert.deepEqual(placesOf([]), [[]]);
  assert.deepEqual(placesOf([3, 0]), []);
  assert.equal(sizeOf([]), 1);
});

test("outside of a nested list there is no value", () => {
  assert.equal(valueAt([[1, 2]], [1, 0]), undefined);
  assert.equal(valueAt([[1, 2]], [0]), undefined);
});

test("what is not finite comes from its word", () => {
  assert.equal(valueAt(["-Infinity"], [0]), -Infinity);
});

test("a shape reaches from the last axis on", () => {
  assert.equal(isWithin([0, 2], [3]), true);
  assert.equal(isWithin([1, 2], [3]), false);
  assert.equal(isWithin([1, 2], [2, 3]), true);
  assert.equal(isWithin([], []), true);
});

test("places are the same index by index", () => {
  assert.equal(samePlace([1, 2], [1, 2]), true);
  assert.equal(samePlace([1], [1, 0]), false);
});

test("an entry is found as it came, be it a number or a string", () => {
  assert.equal(entryAt([["cat", "dog"]], [0, 1]), "dog");
  assert.equal(entryAt(["NaN"], [0]), "NaN");
  assert.equal(entryAt([[1]], [0]), undefined);
  assert.equal(entryAt([1], [4]), undefined);
});

test("one number is replaced, and all others stay", () => {
  assert.deepEqual(replacedAt([[1, 2], [3, 4]], [1, 0], 9), [[1, 2], [9, 4]]);
  assert.equal(replacedAt(5, [], 9), 9);
});
