import assert from "node:assert/strict";
import test from "node:test";

import { binWords, heights, spreadWords } from "../../static/lib/histogram.js";

const HISTOGRAM = { low: -2, high: 2, counts: [1, 0, 4, 1], minimum: -1.9, maximum: 1.25, mean: 0.123, deviation: "NaN" };

test("a bin is as tall as the root of its count, on its side of zero", () => {
  const bars = heights(/** @type {any} */ (HISTOGRAM));
  assert.deepEqual(bars.map(({ height }) => height), [0.5, 0, 1, 0.5]);
  assert.deepEqual(bars.map(({ sign }) => sign), ["negative", "negative", "positive", "positive"]);
});

test("a bin says how many lie between its edges", () => {
  assert.equal(binWords(/** @type {any} */ (HISTOGRAM), 2, "biases"), "4 biases from 0 to 1");
});

test("the spread is told in two digits, also of what diverged", () => {
  assert.equal(spreadWords(/** @type {any} */ (HISTOGRAM)), "−1.9 … 1.3, mean 0.12 ± NaN");
});

test("where nothing could be counted nothing stands", () => {
  assert.equal(heights(/** @type {any} */ ({ ...HISTOGRAM, counts: [0, 0] }))[0]?.height, 0);
});
