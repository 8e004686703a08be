import assert from "node:assert/strict";
import test from "node:test";

import * as words from "../../static/lib/dot-words.js";
import { plain } from "../../static/lib/parts.js";

const shown = (/** @type {any} */ values, /** @type {number[]} */ shape) => ({ shape, dtype: "int64", values });
const a = shown([[0, 1, 2], [3, 4, 5]], [2, 3]);
const b = shown([[0, 1], [2, 3], [4, 5]], [3, 2]);
const result = shown([[10, 13], [28, 40]], [2, 2]);
const cell = {
  place: [0, 1],
  a: [0, null],
  b: [null, 1],
  row: shown([0, 1, 2], [3]),
  column: shown([1, 3, 5], [3]),
  terms: shown([0, 3, 10], [3]),
  sum: 13,
  text: "result[0, 1] = 0 × 1 + 1 × 3 + 2 × 5 = 13",
};

test("the last axis of a meets the last but one of b, or its only one", () => {
  assert.deepEqual(words.meetingAxes([2, 3], [3, 4]), { a: 1, b: 0 });
  assert.deepEqual(words.meetingAxes([2, 3, 4, 5], [5]), { a: 3, b: 0 });
  assert.deepEqual(words.meetingAxes([2, 3], [4, 3, 5]), { a: 1, b: 1 });
  assert.deepEqual(words.meetingAxes([], [3]), { a: null, b: null });
  assert.deepEqual([[[2, 3], [3, 4]], [[2, 3], [2, 3]], [[], [7]]].map(([x, y]) => words.shakesHands(x ?? [], y ?? [])), [true, false, true]);
});

test("the axes that are left become those of the result", () => {
  assert.deepEqual(words.axesOf("a", [2, 3, 4], [4, 5]), [0, 1, null]);
  assert.deepEqual(words.axesOf("b", [2, 3, 4], [6, 4, 5]), [2, null, 3]);
  assert.deepEqual(words.axesOf("b", [], [4, 5]), [0, 1]);
});

test("a cell tells its row, its column and its sum, in the colours of the result", () => {
  const parts = words.cellParts(cell, a.shape, b.shape);
  assert.equal(plain(parts), "result[0, 1] = a[0, :] · b[:, 1] = 0 × 1 + 1 × 3 + 2 × 5 = 13");
  assert.deepEqual(parts.filter((part) => typeof part !== "string").map(({ axis }) => axis), [0, 1, 0, 1]);
});

test("a number of an operand tells how often it is a factor", () => {
  assert.equal(plain(words.operandParts("a", [1, 2], { a, b, result })), "a[1, 2] = 5. It is a factor in 2 numbers of the result.");
  const dot = { a: shown([1, 2], [2]), b: shown([3, 4], [2]), result: shown(11, []) };
  assert.match(plain(words.operandParts("b", [0], dot)), /1 number of the result/);
});

test("pointing at a number shows the lines that it belongs to", () => {
  assert.deepEqual(words.linesAt("result", [0, 1], [2, 3], [3, 2]), { a: [0, null], b: [null, 1], result: [0, 1] });
  assert.deepEqual(words.linesAt("a", [1, 2], [2, 3], [3, 2]), { a: [1, 2], b: [2, null], result: [1, null] });
  assert.deepEqual(words.linesAt("b", [2, 1], [2, 3], [3, 2]), { a: [null, 2], b: [2, 1], result: [null, 1] });
  assert.ok(words.isOn([1, 2], [1, null]));
  assert.ok(!words.isOn([0, 2], [1, null]));
  assert.ok(!words.isOn([2], [null, null]));
});

test("a wrong guess gets the reason", () => {
  assert.deepEqual(words.whyNot([2, 3], [3, 4], [2, 4]), []);
  assert.deepEqual(words.whyNot([2, 3], [2, 3], null), []);
  assert.match(words.whyNot([2, 3], [2, 3], [2, 3]).join(), /A row of a has 3 numbers, a column of b 2/);
  assert.match(words.whyNot([2, 3], [3, 4], null).join(), /both 3 long/);
  assert.match(words.whyNot([2, 3], [3, 4], [2, 3]).join(), /vanish; what is left of \(2, 3\) comes first/);
  assert.match(words.whyNot([], [3], [2]).join(), /A scalar is multiplied/);
});

test("a number of few terms is to be guessed", () => {
  assert.deepEqual(words.cellGuess([cell], "int64"), { name: "result[0, 1]", text: "13", how: "result[0, 1] = 0 × 1 + 1 × 3 + 2 × 5." });
  assert.equal(words.cellGuess([], "int64"), null);
  assert.equal(words.cellGuess([{ ...cell, row: shown([], [28]) }], "int64"), null);
  assert.equal(words.cellGuess([{ ...cell, sum: "NaN" }], "float64"), null);
});
