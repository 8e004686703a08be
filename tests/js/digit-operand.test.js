import assert from "node:assert/strict";
import test from "node:test";

import { digitOperand } from "../../static/lib/digit-operand.js";
import { readLink, writeLink } from "../../static/lib/link.js";

const fields = { a: digitOperand({ shape: [2, 3] }, [{ index: 4, pixels: [[0, 255]] }]) };

test("a digit is a short link and its pixels are the numbers", () => {
  const state = readLink(fields, "?a=digit4");
  assert.deepEqual(state.a, { values: [[0, 255]], float: false, digit: 4 });
  assert.equal(writeLink(fields, state), "?a=digit4");
});

test("any other operand is read as ever", () => {
  assert.deepEqual(readLink(fields, "?a=2x2").a, { shape: [2, 2] });
  assert.deepEqual(readLink(fields, "?a=[1,2]").a, { values: [1, 2], float: false });
});

test("a digit that is not at hand is the usual operand", () => {
  assert.deepEqual(readLink(fields, "?a=digit7").a, { shape: [2, 3] });
});
