import assert from "node:assert/strict";
import test from "node:test";

import { fromWire } from "../../static/lib/wire.js";

test("finite numbers travel as they are", () => assert.equal(fromWire(0.25), 0.25));

test("what is not finite travels as its name", () => {
  assert.deepEqual([fromWire("NaN"), fromWire("Infinity"), fromWire("-Infinity")], [NaN, Infinity, -Infinity]);
});
