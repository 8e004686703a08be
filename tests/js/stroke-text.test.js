import assert from "node:assert/strict";
import test from "node:test";

import { readStrokes, settle, writeStrokes } from "../../static/lib/stroke-text.js";

const circle = Array.from({ length: 200 }, (_, i) => ({
  x: 140 + 90 * Math.cos(i / 32),
  y: 140 + 90 * Math.sin(i / 32),
}));

test("settled strokes survive the way through text unchanged", () => {
  const strokes = [circle, [{ x: 3.21, y: -4 }, { x: 276.7, y: 281 }], [{ x: 10, y: 20 }]].map(settle);
  assert.deepEqual(readStrokes(writeStrokes(strokes)), strokes);
});

test("settling twice changes nothing more", () => {
  assert.deepEqual(settle(settle(circle)), settle(circle));
});

test("a settled stroke is short and stays close to the original", () => {
  const settled = settle(circle);
  assert.ok(settled.length < 60);
  for (const { x, y } of settled) assert.ok(Math.abs(Math.hypot(x - 140, y - 140) - 90) < 0.7);
});

test("a straight stroke needs only its ends", () => {
  const straight = Array.from({ length: 50 }, (_, i) => ({ x: 2 * i, y: 4 * i }));
  assert.equal(settle(straight).length, 2);
});

test("points far outside come to rest at the edge of what text can name", () => {
  const [point] = settle([{ x: -5000, y: 5000 }]);
  assert.deepEqual(point, { x: -20, y: 1295 / 4 - 20 });
});

test("text that is no drawing gives an empty sheet", () => {
  for (const text of ["", "abc", "zz.", "ABCD", "0123.45", "<script>", "0000..0000"]) {
    assert.deepEqual(readStrokes(text), []);
  }
});
