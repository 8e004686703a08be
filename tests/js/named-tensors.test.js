import assert from "node:assert/strict";
import { test } from "node:test";
import { readLink, writeLink } from "../../static/lib/link.js";
import { editable, namedTensors, spelled } from "../../static/lib/named-tensors.js";

const fields = { variables: namedTensors({ x: { values: 3 } }) };

test("tensors are in the link as the API has them, and the usual ones are left out", () => {
  const state = readLink(fields, `?variables=${encodeURIComponent('{"b":{"shape":[3]},"W":{"values":[[1,2]]}}')}`);
  assert.deepEqual(Object.keys(state.variables), ["W", "b"]);
  assert.deepEqual(readLink(fields, writeLink(fields, state)), state);
  assert.equal(writeLink(fields, readLink(fields, "")), "");
});

test("what is no list of tensors is not accepted", () => {
  for (const text of ["", "[]", "3", "{", '{"x": 3}', '{"x": {"shape": 3}}']) assert.equal(fields.variables.accepts?.(text), false, text);
  assert.deepEqual(readLink(fields, "?variables=3").variables, { x: { values: 3 } });
});

test("every number is edited as a fraction, and what is not finite travels as a word", () => {
  assert.deepEqual(editable({ values: [1, "-Infinity"] }), { values: [1, -Infinity], float: true });
  assert.deepEqual(editable({ shape: [2] }), { shape: [2] });
  assert.deepEqual(spelled({ values: [[1.5, NaN], [3n, true]], float: true }), { values: [[1.5, "NaN"], [3, 1]] });
  assert.deepEqual(spelled({ shape: [2, 3] }), { shape: [2, 3] });
});

test("a tensor of a run stays one, and its shape does not travel", () => {
  const b2 = { name: "b2", run: "recorded", step: 938 };
  assert.deepEqual(editable(b2), b2);
  assert.deepEqual(spelled({ ...b2, known: [10] }), b2);
  assert.equal(fields.variables.accepts?.(JSON.stringify({ b2 })), true);
});
