import assert from "node:assert/strict";
import test from "node:test";

import { placesOf } from "../../static/lib/nested.js";
import { isKept, keeps, keptIndices, putAt, rangeText, takenFrom, withRange } from "../../static/lib/slices.js";

const row = { axis: 0, start: 1, stop: 2, step: 1, length: 1, kept: false };
const everySecond = { axis: 1, start: 4, stop: -1, step: -2, length: 3, kept: true };

test("a cut keeps its indices and no others", () => {
  assert.deepEqual(keptIndices(everySecond), [4, 2, 0]);
  assert.deepEqual(keptIndices(everySecond, 2), [4, 2]);
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].filter((index) => keeps(everySecond, index)), [0, 2, 4]);
  assert.deepEqual(placesOf([2, 6]).filter((place) => isKept([row, everySecond], place)), [[1, 0], [1, 2], [1, 4]]);
});

test("a number of the result is found where it was taken, and back", () => {
  assert.deepEqual(takenFrom([row, everySecond], [1]), [1, 2]);
  assert.deepEqual(putAt([row, everySecond], [1, 2]), [1]);
});

test("a range is written as one would write it", () => {
  assert.equal(rangeText(0, 28, 28), ":");
  assert.equal(rangeText(7, 21, 28), "7:-7");
  assert.equal(rangeText(0, 5, 28), ":5");
  assert.equal(rangeText(20, 28, 28), "20:");
  assert.equal(rangeText(10, 100, 60000), "10:100");
});

const SHAPE = [60000, 28, 28];
const all = SHAPE.map((length, axis) => ({ axis, start: 0, stop: length, step: 1, length, kept: true }));

test("what is dragged over replaces one axis and leaves the others as they were typed", () => {
  assert.equal(withRange("10:100, 7:-7, ::2", all, SHAPE, { axis: 1, from: 3, to: 24 }), "10:100, 3:-3, ::2");
  assert.equal(withRange("train_images[4, :, :]", all, SHAPE, { axis: 0, from: 99, to: 10 }), "10:100, :, :");
});

test("axes that were not typed get what they keep", () => {
  const cuts = [{ axis: 0, start: 4, stop: 5, step: 1, length: 1, kept: false }, { axis: 1, start: 27, stop: -1, step: -1, length: 28, kept: true }, ...all.slice(2)];
  assert.equal(withRange("4, ::-1", cuts, SHAPE, { axis: 2, from: 7, to: 20 }), "4, 27::-1, 7:-7");
  assert.equal(withRange("...", [], SHAPE, { axis: 2, from: 0, to: 13 }), ":, :, :14");
});
