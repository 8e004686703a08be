import assert from "node:assert/strict";
import test from "node:test";

import { momentWords, nearestPlace, noMomentWords, placeOf } from "../../static/lib/moments.js";

const STEPS = [0, 1, 2, 4, 8];

test("a step leads to its moment, or to the last one before it", () => {
  assert.deepEqual([0, 2, 3, 7, 9].map((step) => placeOf(STEPS, step)), [0, 2, 2, 3, 4]);
  assert.equal(placeOf([4, 8], 1), 0);
});

test("no step is the newest moment, and without moments there is no place", () => {
  assert.equal(placeOf(STEPS, null), 4);
  assert.equal(placeOf([], null), -1);
  assert.equal(placeOf([], 4), -1);
});

test("a place on a curve leads to the nearest moment", () => {
  assert.deepEqual([0, 3, 5, 7, 90].map((step) => nearestPlace(STEPS, step)), [0, 2, 3, 4, 4]);
});

test("a moment is told by its update", () => {
  assert.equal(momentWords(1024, 2345), "update 1,024 of 2,345");
  assert.equal(momentWords(0, 2345), "before the first update");
});

test("a run without moments says why", () => {
  assert.match(noMomentWords({ status: "queued", step: 0 }), /when it begins/);
  assert.match(noMomentWords({ status: "failed", step: 0 }), /before any/);
  assert.match(noMomentWords({ status: "finished", step: 9 }), /newest 20 runs/);
});
