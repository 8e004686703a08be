import assert from "node:assert/strict";
import test from "node:test";

import { namedValues, someNames } from "../../static/lib/values-link.js";

const field = namedValues({ x: 3, w: [1, 2] });

test("the usual values are no link, in whatever order they are named", () => {
  assert.equal(field.write({ w: [1, 2], x: 3 }), null);
  assert.deepEqual(field.read(null), { x: 3, w: [1, 2] });
});

test("other values are read as they were written", () => {
  const values = { x: "NaN", w: [[1], [2]] };
  assert.deepEqual(field.read(field.write(/** @type {any} */ (values))), values);
});

test("a value may be of a run, of the newest where no other is named", () => {
  const real = { name: "W1", slice: "400, 7", run: "recorded", step: 938 };
  assert.deepEqual(field.read(field.write({ w: real })), { w: real });
  assert.deepEqual(field.read('{"w": {"name": "b1"}}'), { w: { run: null, step: null, name: "b1" } });
  assert.equal(field.accepts?.('{"w": {"shape": [2]}}'), false);
});

test("what names no values is not accepted", () => {
  for (const text of ["", "3", "[1]", "null", "{x: 3}"]) assert.equal(field.accepts?.(text), false);
  assert.equal(field.accepts?.('{"x": 1}'), true);
});

test("names are a list, and no list is all of them", () => {
  assert.deepEqual(someNames.read('["w","b"]'), ["w", "b"]);
  assert.deepEqual([someNames.read(null), someNames.write(null), someNames.write(["w"])], [null, null, '["w"]']);
  for (const text of ["w", "[1]", "{}"]) assert.equal(someNames.accepts?.(text), false);
});
