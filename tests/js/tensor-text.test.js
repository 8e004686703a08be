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
  assert.equal(numbersJson(readNumbers("9007199254740993 2.")), "[9007199254740993, 2.0]");
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

test("what cannot be read is no number", () => {
  for (const text of ["1 two", "[1,,2]", "[1]]", "  "]) assert.throws(() => readNumbers(text), Unreadable, text);
});

test("a whole number keeps all its digits, and truths are no numbers", () => {
  assert.deepEqual(values("[9007199254740993, −1]"), [9007199254740993n, -1]);
  assert.equal(numbersJson(readNumbers("-9223372036854775808")), "-9223372036854775808");
  assert.deepEqual(readNumbers("True false"), { values: [true, false], float: false });
  const mixed = readNumbers('[True, 2.5]');
  assert.equal(mixed.float, true);
  assert.deepEqual([writeNumbers(mixed), numbersJson(mixed)], ["[True, 2.5]", "[true, 2.5]"]);
});

test("strings stand in quotes, and come back", () => {
  assert.deepEqual(readNumbers(`[["cat", 'a [b], c'], ["1.5", "NaN"]]`), { values: [["cat", "a [b], c"], ["1.5", "NaN"]], float: false });
  const numbers = { values: ['say "NaN"', "back\\slash", "it's"], float: false };
  assert.deepEqual(readNumbers(writeNumbers(numbers)), numbers);
  assert.deepEqual(JSON.parse(numbersJson(numbers)), numbers.values);
});
