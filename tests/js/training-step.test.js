import assert from "node:assert/strict";
import { test } from "node:test";
import { mapOf, placeText, readPlace, stageOf, weightOf } from "../../static/lib/training-step.js";

const tensor = { shape: [2], dtype: "float32", formula: "", of: [], heat: null };
const NAMES = ["X", "y", "W1", "b1", "Z1", "P", "losses", "loss", "dZ1", "dW1", "db1", "velocity_W1", "new_velocity_W1", "new_W1", "new_b1"];
const TENSORS = Object.fromEntries(NAMES.map((name) => [name, tensor]));

test("a number is named as in NumPy", () => {
  assert.deepEqual(readPlace(" dW1[300, 7] "), { tensor: "dW1", index: [300, 7] });
  assert.deepEqual(readPlace("b1[7]"), { tensor: "b1", index: [7] });
  assert.deepEqual(readPlace("loss"), { tensor: "loss", index: [] });
  for (const wrong of ["", "W1[", "W1[a]", "W1[1, 2, 3]", "1W"]) assert.equal(readPlace(wrong), null);
  assert.equal(placeText("dW1", [300, 7]), "dW1[300, 7]");
  assert.equal(placeText("loss", []), "loss");
});

test("a weight is known by its gradient, its new value and its memory", () => {
  for (const name of ["W1", "dW1", "new_W1", "velocity_W1", "new_velocity_W1", "m_W1"]) assert.equal(weightOf(name), "W1");
  for (const name of ["Z1", "dA1", "loss", "X", "losses"]) assert.equal(weightOf(name), null);
});

test("on the map each tensor stands above its gradient and its update", () => {
  const places = mapOf(TENSORS);
  assert.deepEqual(places.map((place) => place.tensor), ["X", "W1", "b1", "Z1", "P", "y", "loss"]);
  assert.deepEqual(places[1], { tensor: "W1", gradient: "dW1", update: "new_W1" });
  assert.deepEqual(places[0], { tensor: "X", gradient: null, update: null });
});

test("a tensor leads to the stage that makes it, or first uses it", () => {
  const stage = (/** @type {string} */ key, /** @type {string[]} */ tensors) => ({ key, tensors, title: "", text: "", formula: "", during: /** @type {const} */ ("forward") });
  const stages = [stage("X", ["X"]), stage("Z1", ["X", "W1", "b1", "Z1"]), stage("dW1", ["X", "dZ1", "dW1"])];
  assert.equal(stageOf(stages, "dW1"), 2);
  assert.equal(stageOf(stages, "W1"), 1);
});
