import assert from "node:assert/strict";
import test from "node:test";

import { Growing } from "../../static/lib/growing.js";

test("values stay in place while the array grows", () => {
  const growing = new Growing();
  for (let i = 0; i < 5000; i += 1) growing.set(i, i * i);
  assert.equal(growing.length, 5000);
  assert.deepEqual([growing.values[0], growing.values[1023], growing.values[1024], growing.values[4999]], [0, 1023 ** 2, 1024 ** 2, 4999 ** 2]);
});

test("a value far away makes the room it needs", () => {
  const growing = new Growing();
  growing.set(1_000_000, 7);
  assert.equal(growing.length, 1_000_001);
  assert.equal(growing.values.at(-1), 7);
});

test("setting a value again does not lengthen the array", () => {
  const growing = new Growing();
  growing.set(0, 1);
  growing.set(1, 2);
  growing.set(0, 3);
  assert.deepEqual([...growing.values], [3, 2]);
});
