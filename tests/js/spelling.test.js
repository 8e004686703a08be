import assert from "node:assert/strict";
import test from "node:test";

import { extent, shapeText, valueText } from "../../static/lib/spelling.js";

test("values are spelled as NumPy spells them", () => {
  assert.equal(valueText(253, "uint8"), "253");
  assert.equal(valueText(253, "float32"), "253.0");
  assert.equal(valueText(Math.fround(253 / 255), "float32"), "0.99215686");
  assert.equal(valueText(0, "float32"), "0.0");
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
