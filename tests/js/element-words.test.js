import assert from "node:assert/strict";
import test from "node:test";

import { cellGuess, cellParts, whyNotSame } from "../../static/lib/element-words.js";
import { plain } from "../../static/lib/parts.js";

const a = { shape: [2, 2], dtype: "int64", values: [[1, -2], [3, 4]] };
const b = { shape: [], dtype: "int64", values: -5 };
const sum = { a, b, result: { shape: [2, 2], dtype: "int64", values: [[-4, -7], [-2, -1]] }, expression: "a + b" };
const log = { a, b: null, result: { shape: [2, 2], dtype: "float64", values: [[0, "NaN"], [1.0986, 1.3863]] }, expression: "np.log(a)" };

test("a cell tells what it was made of, in the colours of its axes", () => {
  const parts = cellParts(/** @type {any} */ (sum), [1, 0]);
  assert.equal(plain(parts), "result[1, 0] = a[1, 0] + b = 3 + (-5) = -2");
  assert.deepEqual(parts.filter((part) => typeof part !== "string").map(({ axis }) => axis), [0, 1, 0, 1]);
  assert.equal(plain(cellParts(/** @type {any} */ (log), [0, 1])), "result[0, 1] = np.log(a[0, 1]) = np.log(-2) = nan");
});

test("a number that has not come is left open", () => {
  const preview = { ...sum, a: { ...a, values: [[1, -2]] } };
  assert.match(plain(cellParts(/** @type {any} */ (preview), [1, 1])), /… \+ \(-5\)/);
});

test("only a number that one can compute in the head is to be guessed", () => {
  assert.deepEqual(cellGuess(/** @type {any} */ (sum)), { name: "result[1, 1]", text: "-1", how: "result[1, 1] = a[1, 1] + b = 4 + (-5)." });
  const long = { ...log, result: { ...log.result, values: [[0, 0], [0, 1.0986122886681098]] } };
  const word = { ...log, result: { ...log.result, values: [[0, 0], [0, "NaN"]] } };
  assert.deepEqual([long, word].map((answer) => cellGuess(/** @type {any} */ (answer))), [null, null]);
});

test("one tensor keeps its shape", () => {
  assert.deepEqual(whyNotSame([2, 3], [2, 3]), []);
  assert.match(whyNotSame([2, 3], [3, 2]).join(), /nothing changes about the shape \(2, 3\)/);
  assert.equal(whyNotSame([2, 3], null).length, 1);
});
