import assert from "node:assert/strict";
import test from "node:test";

import { Curve } from "../../static/lib/curve.js";

/** @param {number} count */
function zigzag(count) {
  return Array.from({ length: count }, (_, i) => Math.sin(i) + i / count);
}

test("a curve keeps every value", () => {
  const curve = new Curve(10);
  const values = zigzag(5000);
  curve.write(0, values.slice(0, 7));
  curve.write(7, values.slice(7));
  assert.deepEqual([...curve.raw], values);
});

test("how a curve arrives does not change how it is smoothed", () => {
  const values = zigzag(300);
  const whole = new Curve(20);
  whole.write(0, values);
  const pieces = new Curve(20);
  for (let i = 0; i < values.length; i += 11) pieces.write(i, values.slice(i, i + 11));
  assert.deepEqual([...pieces.smooth], [...whole.smooth]);
});

test("repeated updates replace what was there", () => {
  const values = zigzag(100);
  const straight = new Curve(20);
  straight.write(0, values);
  const resumed = new Curve(20);
  resumed.write(0, [...values.slice(0, 50), 99, 99]);
  resumed.write(50, values.slice(50));
  assert.deepEqual([...resumed.smooth], [...straight.smooth]);
});

test("a constant is smoothed to itself, from its first value", () => {
  const curve = new Curve(30);
  curve.write(0, Array(100).fill(0.3));
  for (const value of curve.smooth) assert.ok(Math.abs(value - 0.3) < 1e-12);
});

test("noise shrinks by smoothing", () => {
  const curve = new Curve(40);
  curve.write(0, Array.from({ length: 400 }, (_, i) => (i % 2 ? 1 : -1)));
  assert.ok(Math.max(...curve.smooth.slice(100).map(Math.abs)) < 0.1);
});

test("a window of one does not smooth at all after the second value", () => {
  const curve = new Curve(1);
  curve.write(0, [4, 2, 9]);
  assert.deepEqual([...curve.smooth], [4, 2, 9]);
});
