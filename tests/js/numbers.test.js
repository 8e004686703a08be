import assert from "node:assert/strict";
import test from "node:test";

import { duration, loss, percent, short, shorter, signed, tick, whole, withSign } from "../../static/lib/numbers.js";

test("whole numbers are grouped", () => assert.equal(whole(60000), "60,000"));

test("a loss has four decimals, unless they would say nothing", () => {
  assert.equal(loss(2.30258), "2.3026");
  assert.equal(loss(0.0812345), "0.0812");
  assert.equal(loss(0.00001234), "1.23e-5");
  assert.equal(loss(123456), "1.23e+5");
});

test("what is no number is said to be none", () => {
  assert.deepEqual([loss(NaN), loss(Infinity), percent(NaN)], ["NaN", "∞", "NaN"]);
});

test("a share is a percentage", () => {
  assert.equal(percent(0.9785), "97.85\u202f%");
  assert.equal(percent(0.2, 0), "20\u202f%");
});

test("seconds become minutes and hours", () => {
  const texts = [0.04, 9.87, 9.97, 59.7, 125, 3780].map((seconds) => duration(seconds).replaceAll("\u202f", ""));
  assert.deepEqual(texts, ["0.0s", "9.9s", "10s", "1min 0s", "2min 5s", "1h 3min"]);
});

test("an axis has short numbers, however large they are", () => {
  assert.deepEqual([0, 0.30000000000000004, 2000, 1.5e11, 1e-5].map(tick), ["0", "0.3", "2000", "1.5e11", "1e-5"]);
});

test("where there is little room four digits are told, with a real minus and without a minus zero", () => {
  assert.deepEqual([0.731058579, -2, 12345.6, -0, 1.2e-7, -1e9, NaN, -Infinity].map(short), [
    ...["0.7311", "−2", "12350", "0", "1.2e−7", "−1e9", "NaN", "−∞"],
  ]);
  assert.equal(shorter(-0.731058579), "−0.731");
});

test("a sign is written where it says something", () => {
  assert.deepEqual([3, -3, 0, NaN].map(signed), ["+3", "−3", "0", "NaN"]);
  assert.equal(withSign(0.123456, shorter(0.123456)), "+0.123");
});
