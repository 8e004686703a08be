import assert from "node:assert/strict";
import test from "node:test";

import { holdsReal, isReal, newestMoment, readReal, realJson, realLink, someReal, taught, together } from "../../static/lib/real.js";

const W1 = { name: "W1", run: "recorded", step: 938 };

test("a tensor of a run comes back from its link, with or without run and step", () => {
  for (const real of [W1, { ...W1, step: null }, { name: "dW1", run: null, step: null }, { ...W1, slice: "0:8, 400:410" }]) assert.deepEqual(readReal(realLink(real)), real);
  assert.equal(realLink(W1), "W1@recorded:938");
  assert.equal(realLink({ ...W1, slice: "0" }), "W1[0]@recorded:938");
  for (const text of ["W1", "@recorded", "2x3@", "W1@a b", "W1@recorded:-1", "W1[]@recorded", "W1[[0]]@recorded", "W1@:3"]) assert.equal(readReal(text), null, text);
});

test("a link may name none", () => {
  assert.equal(someReal.read(null), null);
  assert.equal(someReal.write(null), null);
  assert.deepEqual(someReal.read(someReal.write(W1)), W1);
  assert.equal(someReal.accepts?.("2x3"), false);
});

test("a question carries what is known of it and not its shape", () => {
  assert.equal(realJson({ ...W1, known: [784, 512] }), '{"name":"W1","run":"recorded","step":938}');
  assert.equal(realJson({ ...W1, slice: "0:8" }), '{"name":"W1","slice":"0:8","run":"recorded","step":938}');
  assert.equal(realJson({ name: "b1", run: null, step: null }), '{"name":"b1"}');
});

test("it learns its shape from an answer, once", () => {
  const state = { a: W1, b: { shape: [3] } };
  const told = { a: { shape: [784, 512] }, b: { shape: [3] }, result: { shape: [784, 512] } };
  const learnt = taught(state, told) ?? assert.fail();
  assert.deepEqual(learnt, { a: { ...W1, known: [784, 512] }, b: { shape: [3] } });
  assert.equal(taught(learnt, told), null);
  assert.equal(taught(state, {}), null);
});

test("what comes from one step goes to another together, what does not stays", () => {
  const [b1, at5] = [{ ...W1, name: "b1" }, { ...W1, step: 5 }];
  assert.deepEqual(together({ a: W1, b: b1, op: "add" }, { name: "a", operand: at5 }), { a: at5, b: { ...b1, step: 5 } });
  assert.deepEqual(together({ a: W1, b: { ...b1, step: 4 } }, { name: "a", operand: at5 }), { a: at5 });
  assert.deepEqual(together({ a: W1, b: b1 }, { name: "a", operand: { shape: [2] } }), { a: { shape: [2] } });
});

test("a state has a tensor of a run as a part, or among its tensors", () => {
  for (const part of [W1, { W: { shape: [2] }, b: W1 }]) assert.equal(holdsReal(part), true);
  for (const part of [null, "W1", 3, [1, 2], { shape: [2] }, { W: { values: 3 } }]) assert.equal(holdsReal(part), false);
});

test("the newest moment is of the newest run that has one and did not fail", () => {
  /** @param {object} run */
  const run = (run) => /** @type {import("../../static/lib/real.js").Run} */ (run);
  const runs = [run({ id: "c", snapshot: null, status: "queued" }), run({ id: "b", snapshot: 3, status: "failed" }), run({ id: "a", snapshot: 7, status: "running" })];
  assert.deepEqual(newestMoment(runs), { run: "a", step: 7 });
  assert.equal(newestMoment([]), null);
  assert.ok(isReal(W1) && !isReal({ shape: [2] }) && !isReal("W1"));
});
