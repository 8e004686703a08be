import assert from "node:assert/strict";
import test from "node:test";

import { fromWire, readJson } from "../../static/lib/wire.js";

test("finite numbers travel as they are", () => assert.equal(fromWire(0.25), 0.25));

test("what is not finite travels as its name", () => {
  assert.deepEqual([fromWire("NaN"), fromWire("Infinity"), fromWire("-Infinity")], [NaN, Infinity, -Infinity]);
});

test("a whole number that no double holds keeps its digits, everything else is read as ever", () => {
  const json = '{"values": [9007199254740993, -9223372036854775808, 9007199254740991, 1e300], "code": "[9007199254740993]"}';
  assert.deepEqual(readJson(json), { values: [9007199254740993n, -9223372036854775808n, 9007199254740991, 1e300], code: "[9007199254740993]" });
  assert.throws(() => readJson("<p>"), SyntaxError);
});
