import assert from "node:assert/strict";
import test from "node:test";

import { isPlane, layersField, NEW_LAYER } from "../../static/lib/plane-link.js";

const field = layersField([NEW_LAYER]);

test("layers come back from their link as they were", () => {
  const layers = [{ ...NEW_LAYER, relu: true }, { ...NEW_LAYER, b: /** @type {[number, number]} */ ([0.5, -1]) }];
  assert.deepEqual(field.read(field.write(layers)), layers);
});

test("the usual layers are left out", () => {
  assert.equal(field.write([NEW_LAYER]), null);
  assert.deepEqual(field.read(null), [NEW_LAYER]);
});

test("what is no list is not asked about", () => {
  for (const text of ["", "{", "3", '{"W": 1}', "[null]"]) assert.deepEqual(field.read(text), [NEW_LAYER]);
});

test("only what takes the plane to the plane is drawn", () => {
  assert.ok(isPlane([NEW_LAYER]));
  for (const wrong of [{ W: [[1, 2, 3], [4, 5, 6]] }, { b: [1] }, { W: undefined }, { W: [["1", 0], [0, 1]] }]) {
    assert.ok(!isPlane([{ ...NEW_LAYER, ...wrong }]));
  }
});
