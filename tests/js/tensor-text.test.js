import assert from "node:assert/strict";
import test from "node:test";

import { numbersJson, readNumbers, Unreadable, writeNumbers } from "../../static/lib/tensor-text.js";

/** @param {string} text */
const values = (text) => readNumbers(text).values;

test("numbers are read however they are typed", () => {
  const matrix = [[1, 2], [3, 4]];
  for (const text of ["[[1, 2], [3, 4]]", "1 2\n3 4", "1, 2; 3, 4", "[[1 2]\n [3 4]]", "((1, 2), (3, 4))", "[1,2]\n[3,4]"]) {
    assert.deepEqual(values(text), matrix, text);
  }
  assert.deepEqual(values("1 2 3"), [1, 2, 3]);
  assert.deepEqual(values("1\n2"), [1, 2]);
  assert.deepEqual(values("[5]"), [5]);
  assert.equal(values("5"), 5);
  assert.equal(values(" -2e3 "), -2000);
});

test("what NumPy writes is read", () => {
  assert.deepEqual(values("np.array([[1, 2]])"), [[1, 2]]);
  assert.deepEqual(values("array([1., 2.])"), [1, 2]);
});

test("what is still open is closed", () => {
  assert.deepEqual(values("[[1, 2], [3"), [[1, 2], [3]]);
  assert.deepEqual(values("np.array([[1"), [[1]]);
});

test("a fraction makes all of them fractions", () => {
  assert.equal(readNumbers("1 2.0").float, true);
  assert.equal(readNumbers("1 2").float, false);
  assert.equal(writeNumbers(readNumbers("[1, 2.]")), "[1.0, 2.0]");
  assert.equal(writeNumbers(readNumbers("1e300 -1e10")), "[1e+300, -10000000000.0]");
});

test("what is not finite is a word in JSON and bare in a text", () => {
  const numbers = readNumbers("nan -inf 1");
  assert.equal(writeNumbers(numbers), "[NaN, -Infinity, 1.0]");
  assert.deepEqual(JSON.parse(numbersJson(numbers)), ["NaN", "-Infinity", 1]);
  assert.equal(writeNumbers(readNumbers(writeNumbers(numbers))), writeNumbers(numbers));
});

test("rows can be written below one another", () => {
  assert.equal(writeNumbers(readNumbers("1 2; 3 4"), ",\n "), "[[1, 2],\n [3, 4]]");
});

test("what is no number is named", () => {
  assert.throws(() => readNumbers("1 two"), new Unreadable("“two” is not a number."));
  assert.throws(() => readNumbers("9007199254740993"), new Unreadable("“9007199254740993” is too large to be exact."));
  assert.throws(() => readNumbers("[1]]"), new Unreadable("There is one bracket too many."));
  assert.throws(() => readNumbers("  "), Unreadable);
});

test("strings stand in quotes, and come back", () => {
  assert.deepEqual(readNumbers(`[["cat", 'a [b], c'], ["1.5", "NaN"]]`), { values: [["cat", "a [b], c"], ["1.5", "NaN"]], float: false });
  const numbers = { values: ['say "NaN"', "back\\slash", "it's"], float: false };
  assert.deepEqual(readNumbers(writeNumbers(numbers)), numbers);
  assert.deepEqual(JSON.parse(numbersJson(numbers)), numbers.values);
  assert.throws(() => readNumbers('["cat", "do'), /has no closing quote/);
});
