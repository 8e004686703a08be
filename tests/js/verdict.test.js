import assert from "node:assert/strict";
import test from "node:test";

import { confidence, ranked, verdict } from "../../static/lib/verdict.js";

test("a percentage has two decimals", () => {
  assert.equal(confidence(0.9998), "99.98\u202f%");
  assert.equal(confidence(0), "0.00\u202f%");
  assert.equal(confidence(1), "100.00\u202f%");
});

test("a percentage is never rounded to a certainty that it is not", () => {
  assert.equal(confidence(0.99999), "99.999\u202f%");
  assert.equal(confidence(0.99999997), "99.999997\u202f%");
  assert.equal(confidence(0.00001), "< 0.01\u202f%");
});

test("classes are ranked by probability", () => {
  assert.deepEqual(ranked([0.1, 0.7, 0.2]).map(({ label }) => label), [1, 2, 0]);
});

test("the verdict names the winner and the runner-up", () => {
  const probabilities = [0, 0, 0.0001, 0, 0, 0, 0, 0.9998, 0.0001, 0];
  assert.equal(verdict(probabilities), "Looks like a 7, 99.98\u202f%; next 2, 0.01\u202f%.");
  assert.match(verdict([0, 0, 0, 0, 0, 0, 0, 0, 1, 0]), /^Looks like an 8/);
});
