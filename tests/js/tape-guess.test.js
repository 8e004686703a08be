import assert from "node:assert/strict";
import { test } from "node:test";
import { gradientGuess } from "../../static/lib/tape-guess.js";

/** @param {number[]} shape */
const shown = (...shape) => ({ shape, dtype: "float64", values: 0 });
/** @type {import("../../static/lib/tape-trace.js").TapeTrace} */
const TRACE = {
  value: shown(),
  gradients: { W: shown(2, 3), z: null },
  leaves: ["W", "z"].map((name) => ({ name, kind: "variable", used: name === "W", value: shown(2, 3) })),
  tape: [],
  steps: [],
  terms: null,
};
const term = { factors: [], formula: "1 × x[0, 1]", text: "1 × 2 = 2" };
const WHY = { variable: "W", index: [1, 2], count: 2, terms: [term, { ...term, formula: "" }], left_out: null, text: "", gradient: 20 };

test("a gradient has the shape of its variable", () => {
  const { question, shape, whyNot } = gradientGuess(TRACE, "W", WHY);
  assert.equal(question, "What shape will the gradient of W have?");
  assert.deepEqual(shape, [2, 3]);
  assert.deepEqual(whyNot([2, 3]), []);
  assert.match(whyNot([3, 2])[0] ?? "", /W is \(2, 3\)/);
  assert.match(whyNot(null)[0] ?? "", /depends on W/);
});

test("a variable that does not matter gets None", () => {
  const { shape, whyNot, cell } = gradientGuess(TRACE, "z", null);
  assert.deepEqual([shape, cell], [null, null]);
  assert.deepEqual(whyNot(null), []);
  assert.match(whyNot([2, 3])[0] ?? "", /does not depend on z/);
});

test("a number is guessed too, if it is a short sum", () => {
  assert.deepEqual(gradientGuess(TRACE, "W", WHY).cell, { name: "grad_W[1, 2]", text: "20.0", how: "1 × x[0, 1] + 1 × 2 = 2" });
  assert.equal(gradientGuess(TRACE, "W", { ...WHY, count: 90 }).cell, null);
  assert.equal(gradientGuess(TRACE, "W", { ...WHY, gradient: 0.123456789 }).cell, null);
  assert.equal(gradientGuess(TRACE, "W", { ...WHY, gradient: "NaN" }).cell, null);
});
