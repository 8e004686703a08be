import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, cellText, placeAt } from "../../static/lib/heat.js";

/** @type {import("../../static/lib/training-step.js").Heat} */
const HEAT = { values: [[0.5, -0.25], [1, "NaN"]], block: [17, 11], low: -0.75, high: 1, preview: "" };
const MATRIX = { shape: [784, 512], dtype: "float32", formula: "", of: [], heat: HEAT };

test("the cells come row after row, with the largest number of the whole tensor", () => {
  assert.deepEqual(cellsOf(HEAT), { values: [0.5, -0.25, 1, NaN], columns: 2, full: 1 });
  assert.equal(cellsOf({ ...HEAT, high: "Infinity" }).full, 1);
});

test("a cell knows the place of its number", () => {
  assert.deepEqual(placeAt(MATRIX, 3), [17, 11]);
  assert.equal(cellText("W1", MATRIX, 1), "W1[0, 11] = −0.25");
  const vector = { ...MATRIX, shape: [22], heat: { ...HEAT, values: [[3, 4]], block: /** @type {[number, number]} */ ([1, 11]) } };
  assert.equal(cellText("b1", vector, 1), "b1[11] = 4");
  const scalar = { ...MATRIX, shape: [], heat: { ...HEAT, values: [[2]], block: /** @type {[number, number]} */ ([1, 1]) } };
  assert.equal(cellText("loss", scalar, 0), "loss = 2");
});
