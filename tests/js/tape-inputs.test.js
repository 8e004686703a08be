import assert from "node:assert/strict";
import { test } from "node:test";
import { meant, typed, without, withOperand, withRoleOf } from "../../static/lib/tape-inputs.js";

const INPUTS = { variables: { W: { shape: [2, 3] }, sum: { values: 1 } }, constants: { x: { values: [1, 2] } } };

test("tensors come in the order of the expression, then those that it does not use or only calls", () => {
  const found = typed("sum(x @ W)", INPUTS);
  assert.deepEqual(found.map(({ name, role, used }) => [name, role, used]), [["x", "constant", true], ["W", "variable", true], ["sum", "variable", false]]);
  assert.deepEqual(found[0]?.operand, { values: [1, 2], float: true });
});

test("a tensor is changed where it is", () => {
  assert.deepEqual(withOperand(INPUTS, "x", { values: 3, float: true }).constants, { x: { values: 3 } });
  assert.deepEqual(withOperand(INPUTS, "W", { shape: [1] }).variables.W, { shape: [1] });
});

test("what comes from one step of a run goes to another step together", () => {
  const moment = { run: "recorded", step: 938 };
  const inputs = { variables: { b2: { name: "b2", ...moment } }, constants: { A1: { name: "A1", ...moment }, b1: { name: "b1", run: "recorded", step: 4 } } };
  const moved = withOperand(inputs, "b2", { name: "b2", run: "recorded", step: 469 });
  assert.deepEqual(moved.variables, { b2: { name: "b2", run: "recorded", step: 469 } });
  assert.deepEqual(moved.constants, { A1: { name: "A1", run: "recorded", step: 469 }, b1: { name: "b1", run: "recorded", step: 4 } });
});

test("a variable becomes a constant, and goes", () => {
  const { variables, constants } = withRoleOf(INPUTS, "W", "constant");
  assert.deepEqual([Object.keys(variables), Object.keys(constants)], [["sum"], ["x", "W"]]);
  assert.deepEqual(Object.keys(withRoleOf(INPUTS, "x", "variable").variables), ["W", "sum", "x"]);
  assert.equal(withRoleOf(INPUTS, "q", "variable"), INPUTS);
  assert.deepEqual(without(INPUTS, "x").constants, {});
});

test("what was made while somebody typed stays only as long as it is meant", () => {
  assert.deepEqual(Object.keys(meant(INPUTS.variables, new Set(["W", "sum"]), "W + sum(x)")), ["W"]);
  assert.deepEqual(Object.keys(meant(INPUTS.variables, new Set(), "x")), ["W", "sum"]);
});
