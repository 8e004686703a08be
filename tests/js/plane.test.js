import assert from "node:assert/strict";
import test from "node:test";

import { between, image, layerEnd, lineImage, partsAt, product, stepAfterEdit, stepsOf, through } from "../../static/lib/plane.js";

/** @typedef {import("../../static/lib/plane.js").Layer} Layer */
/** @typedef {import("../../static/lib/plane.js").Step} Step */

/** @type {Layer} */
const QUARTER = { W: [[0, -1], [1, 0]], b: [1, 0], relu: false };
/** @type {Layer} */
const FOLD = { W: [[1, 0], [0, 1]], b: [0, 0], relu: true };

/** @param {Step["kind"]} kind @param {number | null} layer @returns {Step} */
const step = (kind, layer) => ({ kind, layer, title: "", text: "" });

test("a point goes through one layer after the other", () => {
  assert.deepEqual(through([QUARTER], [2, 3]), [-2, 2]);
  assert.deepEqual(through([QUARTER, FOLD], [2, 3]), [0, 2]);
});

test("a product of matrices does what both do in a row", () => {
  assert.deepEqual(product([[1, 2], [3, 4]], [[0, -1], [1, 0]]), [[2, -1], [4, -3]]);
});

test("each step does its part of a layer and no more", () => {
  const layers = [QUARTER, FOLD];
  const at = (/** @type {Step} */ { kind, layer }) => image(partsAt(layers, step(kind, layer)), [2, 3]);
  assert.deepEqual(at(step("points", null)), [2, 3]);
  assert.deepEqual(at(step("linear", 0)), [-3, 2]);
  assert.deepEqual(at(step("translation", 0)), [-2, 2]);
  assert.deepEqual(at(step("linear", 1)), [-2, 2]);
  assert.deepEqual(at(step("relu", 1)), [0, 2]);
  assert.deepEqual(at(step("bend", null)), [0, 2]);
});

test("a step under way begins where the one before ended", () => {
  const layers = [QUARTER, FOLD];
  for (const [before, after] of /** @type {[Step, Step][]} */ ([
    [step("points", null), step("linear", 0)],
    [step("linear", 0), step("translation", 0)],
    [step("translation", 0), step("linear", 1)],
    [step("linear", 1), step("relu", 1)],
  ])) {
    const [x, y] = image(partsAt(layers, after, 0), [2, 3]);
    const [u, v] = image(partsAt(layers, before), [2, 3]);
    assert.ok(Math.hypot(x - u, y - v) < 1e-12);
  }
});

test("half of a rotation is a rotation by half the angle, and nothing shrinks on the way", () => {
  const [x, y] = image([{ W: between(QUARTER.W, 0.5), b: [0, 0], fold: 0 }], [1, 0]);
  assert.ok(Math.abs(x - Math.SQRT1_2) < 1e-12 && Math.abs(y - Math.SQRT1_2) < 1e-12);
});

test("a line gets a corner exactly where relu begins", () => {
  const fold = partsAt([FOLD], step("relu", 0));
  assert.deepEqual(lineImage(fold, [[-1, 1], [3, 1]]), [[0, 1], [0, 1], [3, 1]]);
  assert.deepEqual(lineImage(fold, [[-1, -2], [1, 2]]), [[0, 0], [0, 0], [0, 0], [1, 2]]);
});

test("an affine map leaves a line its two ends", () => {
  assert.equal(lineImage(partsAt([QUARTER], step("translation", 0)), [[-1, 1], [3, 1]]).length, 2);
});

test("the steps are those of the server", () => {
  const told = (/** @type {Layer[]} */ ...layers) => stepsOf(layers).map(({ kind, layer }) => `${kind} ${layer}`);
  assert.deepEqual(told(FOLD), ["points null", "linear 0", "relu 0", "bend null"]);
  assert.deepEqual(told(QUARTER, QUARTER), [
    ...["points null", "linear 0", "translation 0", "linear 1", "translation 1", "collapse null"],
  ]);
  assert.deepEqual(told(FOLD, QUARTER).at(-1), "bend null");
});

test("whoever edits a layer stays at its step, unless the change is not seen there", () => {
  const still = { ...QUARTER, b: /** @type {[number, number]} */ ([0, 0]) };
  const stays = (/** @type {Layer[]} */ before, /** @type {Layer[]} */ after, /** @type {Step} */ here) => stepAfterEdit(before, after, here);
  assert.equal(stays([QUARTER, FOLD], [QUARTER, FOLD], step("translation", 0)), 2);
  assert.equal(stays([QUARTER, FOLD], [still, FOLD], step("translation", 0)), 1);
  assert.equal(stays([still, FOLD], [QUARTER, FOLD], step("linear", 0)), 2);
  assert.equal(stays([QUARTER, FOLD], [still, FOLD], step("linear", 0)), 1);
  assert.equal(stays([QUARTER, FOLD], [{ ...QUARTER, relu: true }, FOLD], step("linear", 0)), 3);
  assert.equal(stays([FOLD], [QUARTER], step("bend", null)), 2);
  assert.equal(stays([FOLD], [QUARTER], step("points", null)), 2);
  assert.equal(stepAfterEdit([FOLD], [QUARTER]), 2);
  assert.equal(layerEnd([QUARTER, FOLD], 1), 4);
});
