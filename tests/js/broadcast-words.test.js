import assert from "node:assert/strict";
import test from "node:test";

import { alignAxes } from "../../static/lib/broadcast.js";
import { cellGuess, operandParts, resultParts, verdict, whyNot } from "../../static/lib/broadcast-words.js";
import { plain } from "../../static/lib/parts.js";

const a = { shape: [2, 3], dtype: "int64", values: [[0, 1, 2], [3, 4, 5]] };
const b = { shape: [3], dtype: "int64", values: [0, 1, -2] };
const result = { shape: [2, 3], dtype: "int64", values: [[0, 2, 0], [3, 5, 3]] };

test("each axis says how it comes to fit", () => {
  const verdicts = alignAxes([28, 3, 1, 4], [3, 5, 1]).map(verdict);
  assert.deepEqual(verdicts.map(({ kind }) => kind), ["added", "equal", "stretched", "stretched"]);
  assert.deepEqual(verdicts.map(({ text }) => text), ["added to b, read 28 times", "equal", "a is read 5 times", "b is read 4 times"]);
  assert.deepEqual(alignAxes([3], [2]).map(verdict), [{ kind: "failing", text: "3 ≠ 2" }]);
});

test("a number of the result tells what it was made of, in the colours of the axes", () => {
  const parts = resultParts("add", [1, 2], { a, b, result });
  assert.equal(plain(parts), "result[1, 2] = a[1, 2] + b[2] = 5 + (-2) = 3");
  assert.deepEqual(parts.filter((part) => typeof part !== "string").map(({ axis }) => axis), [0, 1, 0, 1, 1]);
});

test("an operation without a sign is called by its name", () => {
  const scalar = { shape: [], dtype: "float64", values: 2 };
  const tensors = { a: scalar, b: scalar, result: scalar };
  assert.equal(plain(resultParts("maximum", [], tensors)), "result = maximum(a, b) = maximum(2.0, 2.0) = 2.0");
});

test("a number of an operand tells how often it is read", () => {
  assert.equal(plain(operandParts("b", [1, 2], b, [2, 3])), "b[2] = -2. It is read 2 times, and stored once.");
  assert.equal(plain(operandParts("a", [1, 2], a, [2, 3])), "a[1, 2] = 5. It is read once.");
});

test("a right guess has nothing against it", () => {
  assert.deepEqual(whyNot(alignAxes([2, 3], [3]), [2, 3]), []);
  assert.deepEqual(whyNot(alignAxes([2, 3], [2]), null), []);
});

test("a wrong guess is told the axis and the reason", () => {
  const axes = alignAxes([2, 1], [3]);
  assert.deepEqual(whyNot(axes, [2, 1]), ["Axis 1: a is 1 long there and is stretched to 3."]);
  assert.match(whyNot(axes, [3, 3]).join(), /Axis 0: b has no such axis/);
  assert.match(whyNot(axes, [3]).join(), /2 axes.*\(3,\) has 1/);
  assert.match(whyNot(axes, null).join(), /They fit/);
  assert.match(whyNot(alignAxes([2, 3], [2]), [2, 3]).join(), /On axis 1, 3 meets 2/);
});

test("of a small result the last number is to be guessed, of a large one none", () => {
  assert.deepEqual(cellGuess("add", { a, b, result }), {
    name: "result[1, 2]",
    text: "3",
    how: "result[1, 2] = a[1, 2] + b[2] = 5 + (-2).",
  });
  assert.equal(cellGuess("add", { a, b, result: { ...result, shape: [28, 10] } }), null);
});
