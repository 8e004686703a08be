import assert from "node:assert/strict";
import test from "node:test";

import { planeLink, planeText, planeTrace, readPlane } from "../../static/lib/run-plane.js";

/** @type {import("../../static/lib/run-plane.js").PlaneAnswer} */
const ANSWER = {
  run: "recorded",
  optimizer: "rmsprop",
  learning_rate: 0.001,
  digits: 256,
  spanned: [0, 2345, 469],
  landscape: { title: "a real network", expression: "the loss on the plane", x: [0, 1], y: [0, 1], values: [[2, 1], [1, 0]], gradients: [], lowest: 0, kinks: [] },
  moments: [
    { step: 0, point: [0, 0], away: 0, loss: 2.4, gradient: [-1, 0] },
    { step: 1, point: [3, 4], away: 12, loss: 1.5, gradient: [-1, 0] },
    { step: 469, point: [5, 1], away: 0.01, loss: 0.5, gradient: [0, 0] },
  ],
  code: "result = 1",
};

test("a plane has a name in the link, a landscape has another", () => {
  assert.deepEqual(readPlane(planeLink("recorded", 469)), { run: "recorded", step: 469 });
  assert.deepEqual(readPlane(planeLink("recorded")), { run: "recorded", step: null });
  assert.deepEqual(readPlane("plane@"), { run: null, step: null });
  for (const landscape of ["bowl", "x ** 2", "W1@recorded:3"]) assert.equal(readPlane(landscape), null);
});

test("its moments are the steps of one way, with their own losses", () => {
  const { start, paths, landscape, steps, code } = planeTrace(ANSWER);
  assert.deepEqual(start, [0, 0]);
  assert.deepEqual(paths.map(({ points, losses }) => [points, losses]), [[[[0, 0], [3, 4], [5, 1]], [2.4, 1.5, 0.5]]]);
  assert.deepEqual(steps.map(({ title }) => title), ["Before the first update", "After 1 update", "After 469 updates"]);
  assert.equal(steps[1]?.text, "The loss is 1.5. These weights lie 12 beside the plane. From the first weights they are 13 away.");
  assert.match(steps[2]?.text ?? "", /These weights span the plane/);
  assert.notEqual(landscape.expression, planeTrace({ ...ANSWER, spanned: [0, 2345, 938] }).landscape.expression);
  assert.equal(code.numpy, "result = 1");
});

test("it is said what the plane goes through", () => {
  assert.match(planeText(ANSWER.spanned, 256), /after 0, 469, 2,345 updates.*first 256 training digits/);
});
