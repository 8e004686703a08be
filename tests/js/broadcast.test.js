import assert from "node:assert/strict";
import test from "node:test";

import { alignAxes, shapeAfter, sourceOf } from "../../static/lib/broadcast.js";

test("shapes are aligned from the last axis", () => {
  assert.deepEqual(alignAxes([28, 10], [10]), [
    { axis: 0, a: 28, b: null, result: 28 },
    { axis: 1, a: 10, b: 10, result: 10 },
  ]);
  assert.deepEqual(alignAxes([3, 1], [4]).map(({ result }) => result), [3, 4]);
  assert.deepEqual(alignAxes([], []), []);
});

test("an axis that does not fit has no result", () => {
  assert.deepEqual(alignAxes([2, 3], [2]).map(({ result }) => result), [2, null]);
  assert.deepEqual(alignAxes([0], [1]).map(({ result }) => result), [0]);
});

test("a stretched axis is read at its only index, a missing one not at all", () => {
  assert.deepEqual(sourceOf([1, 2], [3]), [2]);
  assert.deepEqual(sourceOf([1, 2], [2, 1]), [1, 0]);
  assert.deepEqual(sourceOf([1, 2], []), []);
});

test("the shape of an operand grows with the steps that are done", () => {
  const told = { title: "", text: "" };
  const steps = [
    { kind: "operands", ...told },
    { kind: "expand_dims", operand: /** @type {const} */ ("b"), shape: [1, 10], ...told },
    { kind: "stretch", operand: /** @type {const} */ ("b"), shape: [28, 10], ...told },
    { kind: "compute", shape: [28, 10], ...told },
  ];
  assert.deepEqual([0, 1, 2, 3].map((step) => shapeAfter(steps, step, "b", [10])), [[10], [1, 10], [28, 10], [28, 10]]);
  assert.deepEqual(shapeAfter(steps, 3, "a", [28, 10]), [28, 10]);
});
