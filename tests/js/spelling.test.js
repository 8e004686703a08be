import assert from "node:assert/strict";
import test from "node:test";

import { cellText, entryTexts, extent, shapeText, valueText } from "../../static/lib/spelling.js";

test("values are spelled as NumPy spells them", () => {
  assert.equal(valueText(253, "uint8"), "253");
  assert.equal(valueText(253, "float32"), "253.0");
  assert.equal(valueText(Math.fround(253 / 255), "float32"), "0.99215686");
  assert.equal(valueText(0, "float32"), "0.0");
  assert.deepEqual([valueText(1, "bool"), valueText(0, "bool")], ["True", "False"]);
});

test("a float64 that holds a float32 is spelled as the float32", () => {
  assert.equal(valueText(0.9921568632125854, "float32"), "0.99215686");
});

test("a vector's shape keeps its comma", () => {
  assert.deepEqual([[784], [28, 28], []].map(shapeText), ["(784,)", "(28, 28)", "()"]);
});

test("the extent is the smallest and the largest value", () => {
  assert.deepEqual(extent([3, -1, 2]), { low: -1, high: 3 });
});

test("whole numbers of a float are told from those of an integer, and what is not finite is named", () => {
  assert.deepEqual([valueText(2, "float64"), valueText(2, "int64")], ["2.0", "2"]);
  assert.equal(valueText(1 / 3, "float64"), "0.3333333333333333");
  assert.deepEqual([NaN, -Infinity].map((value) => valueText(value, "float64")), ["nan", "-inf"]);
});

test("what a cell has no room for is shortened", () => {
  assert.deepEqual([7, 1234, 61439, 123456].map((value) => cellText(value, "int64")), ["7", "1234", "61439", "1.2e5"]);
  assert.deepEqual([1.6e10, -123456].map((value) => cellText(value, "int64")), ["2e10", "-1e5"]);
  assert.deepEqual([0.5, 1 / 3, -2 / 3].map((value) => cellText(value, "float64")), ["0.5", "0.333", "-0.67"]);
});

test("a whole number of a few digits is never rounded in its cell", () => {
  assert.equal(cellText(2049, "float16"), "2049");
  assert.equal(cellText(-70000, "float64"), "-70000");
});

test("a string is shortened in a cell and quoted where it is exact", () => {
  assert.deepEqual(entryTexts("horses", "<U6"), ["hors…", "'horses'"]);
  assert.deepEqual(entryTexts("cat", "<U6"), ["cat", "'cat'"]);
  assert.deepEqual(entryTexts("NaN", "float64"), ["nan", "nan"]);
  assert.deepEqual(entryTexts(44, "uint8"), ["44", "44"]);
  assert.deepEqual(entryTexts(9007199254740993n, "int64"), ["9e15", "9007199254740993"]);
});
