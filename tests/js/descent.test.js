import assert from "node:assert/strict";
import test from "node:test";

import { frameOf, inside, isSurface, letterPixels, nearest, pixelOf, pixelsOf, placeOf, probed, readPlace, stepsOf } from "../../static/lib/descent.js";

/** @typedef {import("../../static/lib/descent.js").Ground} Ground */

/** @type {Ground} */
const CURVE = { title: "", expression: "x**2", x: [-1, 0, 1], y: null, values: [1, 0, 1], gradients: [[-2, 0, 2]], lowest: 0, kinks: [{ text: "a corner", at: [1] }] };
/** @type {Ground} */
const SURFACE = { title: "", expression: "x*y", x: [0, 1], y: [0, 2], values: [[0, 0], [0, 2]], gradients: [[[0, 0], [2, 2]], [[0, 1], [0, 1]]], lowest: 0, kinks: [{ text: "a corner", at: [1] }] };
const way = (/** @type {any} */ points, /** @type {any} */ losses) => /** @type {any} */ ({ points, losses });

test("a surface is seen from above, a curve from the side with room around it", () => {
  assert.deepEqual([isSurface(CURVE), isSurface(SURFACE)], [false, true]);
  assert.deepEqual(frameOf(SURFACE, 100, 200), { x: [0, 1], y: [0, 2], width: 100, height: 200 });
  const { y } = frameOf(CURVE, 100, 100);
  assert.ok(y[0] < 0 && y[1] > 1);
});

test("a pixel and its place belong to each other", () => {
  const frame = frameOf(SURFACE, 100, 200);
  assert.deepEqual(pixelOf(frame, 0.25, 0.5), [25, 150]);
  assert.deepEqual(placeOf(frame, [25, 150]), [0.25, 0.5]);
});

test("what is far away has a pixel that can still be drawn", () => {
  const [x, y] = pixelOf(frameOf(SURFACE, 100, 200), 1e300, -1e300);
  assert.ok(Number.isFinite(x) && Number.isFinite(y) && x > 1000 && y > 1000);
});

test("a way is drawn up to its step, and up to what is no number", () => {
  const frame = frameOf(SURFACE, 100, 200);
  const lost = way([[0, 0], [0.5, 1], ["Infinity", 1]], [1, 2, "Infinity"]);
  assert.equal(pixelsOf(frame, lost, 0).length, 1);
  assert.deepEqual(pixelsOf(frame, lost, 5), [[0, 200], [50, 100]]);
});

test("a curve is walked at the height of its loss", () => {
  const frame = { .../** @type {any} */ (frameOf(CURVE, 100, 100)), y: [0, 2] };
  assert.deepEqual(pixelsOf(frame, way([[0]], [1]), 0), [[50, 50]]);
});

test("the nearest place of the grid tells what the server computed there", () => {
  assert.deepEqual(nearest(CURVE, [0.4]), [1]);
  assert.deepEqual(nearest(SURFACE, [0.9, 99]), [1, 1]);
  assert.deepEqual(probed(CURVE, [2]), { place: [1], loss: 1, gradient: [2], kink: "" });
  assert.deepEqual(probed(SURFACE, [1, 1]), { place: [1, 2], loss: 2, gradient: [2, 1], kink: "" });
  assert.deepEqual([probed(CURVE, [1]).kink, probed(SURFACE, [1, 0]).kink], ["a corner", "a corner"]);
});

test("there are as many steps as the longest way has", () => {
  assert.equal(stepsOf([way([], [1, 2]), way([], [1, 2, 3])]), 2);
  assert.equal(stepsOf([]), 0);
});

test("letters of balls that meet stand beside each other", () => {
  const [a, b, c] = /** @type {any} */ (letterPixels([[0, 0], [0, 0], [100, 0]], 14));
  assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1]) >= 14);
  assert.deepEqual(c, [114, a[1]]);
});

test("a ball that has left waits at the edge", () => {
  const frame = frameOf(SURFACE, 100, 200);
  assert.deepEqual(inside(frame, [50, 50], 10), [50, 50]);
  assert.deepEqual(inside(frame, [500, -50], 10), [90, 10]);
});

test("a place is read however it is typed", () => {
  assert.deepEqual(readPlace("(1, −2.5)"), [1, -2.5]);
  assert.deepEqual(readPlace("3"), [3]);
  for (const wrong of ["", "here", "1, x"]) assert.equal(readPlace(wrong), null);
});
