import assert from "node:assert/strict";
import test from "node:test";

import { Pace } from "../../static/lib/pace.js";

test("one mark tells no pace", () => {
  const pace = new Pace();
  pace.passed(5, 1);
  assert.equal(pace.secondsFor(10), null);
});

test("a slow beginning is forgotten", () => {
  const pace = new Pace();
  pace.passed(1, 10);
  for (let second = 11; second <= 20; second += 1) pace.passed((second - 10) * 100, second);
  assert.equal(pace.secondsFor(50), 0.5);
});
