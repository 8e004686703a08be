import assert from "node:assert/strict";
import test from "node:test";

import { plain } from "../../static/lib/parts.js";
import { axisRows, factRows, lostRows, lostText, numberGuess, numberParts, resultParts, whyNotShape } from "../../static/lib/tensor-facts.js";

/** @type {import("../../static/lib/tensor-facts.js").Told} */
const told = {
  a: { shape: [2, 3], dtype: "int64", values: [[1, 2, 300], [4, 5, 6]] },
  result: { shape: [3], dtype: "uint8", values: [44, 2, 1] },
  rank: 1,
  shape: [3],
  size: 3,
  dtype: "uint8",
  strides: [-1],
  bytes: 3,
  axes: [{ axis: 0, name: "entries", length: 3, stride: -1 }],
  lost: { changed: 1, of: 6, examples: [{ place: [0, 2], before: 300, after: 44, why: "It starts again." }] },
  cuts: [{ axis: 0, start: 0, stop: 1, step: 1, length: 1, kept: false }, { axis: 1, start: 2, stop: -1, step: -1, length: 3, kept: true }],
  steps: [],
};

test("facts have NumPy's names, and a step marks its own", () => {
  const { rows, marked } = factRows(told, "shape");
  assert.deepEqual(rows.map((cells) => cells.map(plain)), [[".ndim", "1"], [".shape", "(3,)"], [".size", "3"], [".dtype", "uint8"], [".strides", "(-1,)"], [".nbytes", "3"]]);
  assert.deepEqual(marked, [1, 2]);
  assert.deepEqual(factRows(told, undefined).marked, []);
});

test("an axis has its name, its length and its stride", () => {
  assert.deepEqual(axisRows(told.axes).map((cells) => cells.map(plain)), [["axis 0", "entries", "3", "-1 bytes"]]);
});

test("what was lost is counted and shown before and after", () => {
  assert.equal(lostText(/** @type {any} */ (told.lost)), "1 of 6 values is another now.");
  assert.equal(lostText({ changed: 0, of: 6, examples: [] }), "All 6 values come through as they were.");
  assert.equal(lostText({ changed: 20, of: 30, examples: Array(12) }), "20 of 30 values are others now. The first 12:");
  assert.deepEqual(lostRows(/** @type {any} */ (told.lost), "int64", "uint8").map((cells) => cells.map(plain)), [["a[0, 2]", "300", "44", "It starts again."]]);
});

test("a number of the result says where it was taken from", () => {
  assert.equal(plain(resultParts(told, [0])), "result[0] = 44, taken from a[0, 2] = 300.");
  assert.equal(plain(resultParts({ ...told, cuts: null }, [1, 2])), "result[1, 2] = …, taken from a[1, 2] = 6.");
  assert.equal(plain(numberParts(told, [1, 0])), "a[1, 0] = 4: index 1 along axis 0, index 0 along axis 1.");
  assert.match(plain(numberParts({ ...told, a: { shape: [], dtype: "int64", values: 22 } }, [])), /^a = 22: a scalar/);
});

test("a wrong guess gets the reason, a right one none", () => {
  assert.deepEqual(whyNotShape(told, [3]), []);
  assert.match(whyNotShape(told, [1, 3])[0] ?? "", /There is 1 axis, and \(1, 3\) has 2\. A single index takes its axis away/);
  assert.deepEqual(whyNotShape(told, [4]), ["Axis 0, the entries: 3."]);
  assert.match(whyNotShape(told, null)[0] ?? "", /it has a shape/);
});

test("the last number of a small result is asked", () => {
  assert.deepEqual([numberGuess(told)?.name, numberGuess(told)?.text], ["result[2]", "1"]);
  assert.equal(numberGuess({ ...told, dtype: "<U3" }), null);
  assert.equal(numberGuess({ ...told, cuts: null, lost: null }), null);
  assert.equal(numberGuess({ ...told, result: null }), null);
});
