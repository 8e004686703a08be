import assert from "node:assert/strict";
import test from "node:test";

import { optimizersField, startField } from "../../static/lib/descent-link.js";

/** @type {import("../../static/lib/descent.js").Optimizer} */
const SGD = { name: "sgd", learning_rate: 0.1 };
const field = optimizersField([SGD]);

test("optimizers come back from their link with all their settings", () => {
  const written = field.write([{ name: "adam", learning_rate: 0.3, beta_1: 0.5, beta_2: 0.999 }]);
  assert.equal(written, '[{"name":"adam","learning_rate":0.3,"beta_1":0.5}]');
  assert.deepEqual(field.read(written), [{ name: "adam", learning_rate: 0.3, beta_1: 0.5, beta_2: 0.999 }]);
});

test("the usual optimizers are left out", () => {
  assert.equal(field.write([SGD]), null);
  assert.deepEqual(field.read(null), [SGD]);
});

test("a link that means nothing is not accepted", () => {
  for (const wrong of ["", "{", "3", "[]", "[null]", '[{"name":"hill"}]']) assert.equal(field.accepts?.(wrong), false);
  for (const wrong of ["", "[", "[]", '["a"]']) assert.equal(startField.accepts?.(wrong), false);
});

test("a start may be absent", () => {
  assert.deepEqual([startField.read(null), startField.write(null)], [null, null]);
  assert.deepEqual(startField.read(startField.write([1, -2])), [1, -2]);
});
