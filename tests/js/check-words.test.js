import assert from "node:assert/strict";
import test from "node:test";

import { checkRows, checkText, isLoading } from "../../static/lib/check-words.js";

const DONE = { tensorflow: { w: 3, W: [[1, 2], [3, 4]] }, finite_difference: { w: 3.0000001 }, max_tensorflow_difference: 0, max_measured_difference: 1e-10 };
const LOADING = { ...DONE, tensorflow: "loading", max_tensorflow_difference: null };

test("each variable has our gradient, TensorFlow's and the measured one side by side", () => {
  assert.deepEqual(checkRows({ w: 3, W: [[1, 2], [3, 4]] }, DONE), [
    ["w", "3", "3", "3"],
    ["W", "[1, 2, 3, …]", "[1, 2, 3, …]", "not measured"],
  ]);
  assert.equal(checkText(DONE), "Largest difference from TensorFlow: 0. From the central difference: 1e−10.");
});

test("as long as TensorFlow is loading, the check says so", () => {
  assert.deepEqual(checkRows({ w: 3 }, LOADING), [["w", "3", "loading", "3"]]);
  assert.match(checkText(LOADING), /loading.*From the central difference: 1e−10\./);
  assert.deepEqual([isLoading(LOADING), isLoading(DONE)], [true, false]);
});

test("where TensorFlow does not answer, that is said once", () => {
  const without = { ...LOADING, tensorflow: "unavailable" };
  assert.match(checkText(without), /^TensorFlow does not answer this\./);
  assert.equal(isLoading(without), false);
});
