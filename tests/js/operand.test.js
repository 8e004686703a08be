import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { operand, operandJson, operandShape, operandShown } from "../../static/lib/operand.js";

/** @typedef {import("../../static/lib/operand.js").Operand} Operand */

const fields = { a: operand({ shape: [2, 3] }) };
/** @param {Operand} a */
const link = (a) => writeLink(fields, /** @type {{a: Operand}} */ ({ a }));

test("any operand comes back from its link", () => {
  for (const a of [
    { shape: [28, 10] },
    { shape: [10] },
    { shape: [] },
    { values: [[1, 2], [3, 4]], float: false },
    { values: 2, float: true },
    { values: [NaN, -Infinity], float: true },
  ]) {
    assert.deepEqual(readLink(fields, link(a)), { a });
  }
});

test("the usual operand is left out, and comes back where a link says nonsense", () => {
  assert.equal(link({ shape: [2, 3] }), "");
  for (const query of ["", "?a=teapot", "?a=[1]]"]) assert.deepEqual(readLink(fields, query).a, { shape: [2, 3] });
});

test("shapes have a short spelling in the link", () => {
  assert.deepEqual([[28, 10], [10], []].map((shape) => link({ shape })), ["?a=28x10", "?a=10x", "?a=x"]);
});

test("a question keeps a fraction a fraction", () => {
  assert.equal(operandJson({ values: [1, 2], float: true }), '{"values": [1.0, 2.0]}');
  assert.equal(operandJson({ shape: [2, 3] }), '{"shape": [2,3]}');
});

test("an operand can be drawn before anybody was asked", () => {
  assert.deepEqual(operandShown({ shape: [2, 2] }), { shape: [2, 2], dtype: "int64", values: [[0, 1], [2, 3]] });
  assert.equal(operandShown({ values: 2, float: true }).dtype, "float64");
  assert.equal(operandShown({ values: [[true], [false]], float: false }).dtype, "bool");
  assert.deepEqual(operandShape({ values: [[1, 2, 3]], float: false }), [1, 3]);
});

test("a tensor of a run is named in the link and in the question, and drawn without numbers until they come", () => {
  const real = { name: "W1", run: "recorded", step: 938 };
  assert.deepEqual(readLink(fields, "?a=W1@recorded:938"), { a: real });
  assert.equal(link(real), "?a=W1%40recorded%3A938");
  assert.equal(operandJson(real), '{"name":"W1","run":"recorded","step":938}');
  assert.deepEqual(operandShape(real), []);
  assert.deepEqual(operandShown({ ...real, known: [2, 3] }), { shape: [2, 3], dtype: "float32", values: undefined });
});
