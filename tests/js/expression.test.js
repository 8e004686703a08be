import assert from "node:assert/strict";
import test from "node:test";

import { withNumbers, withParts } from "../../static/lib/expression.js";

test("names of numbers stand where a and b stood", () => {
  assert.deepEqual(withParts("np.maximum(a, b)", { a: ["a[0]"], b: ["b"] }), ["np.maximum(", "a[0]", ", ", "b", ")"]);
  assert.deepEqual(withParts("a + b", { a: ["a[", "1", "]"], b: ["b"] }), ["a[", "1", "]", " + ", "b"]);
});

test("a negative number is in brackets only beside a sign", () => {
  assert.equal(withNumbers("a - b", { a: "-1", b: "-2" }), "-1 - (-2)");
  assert.equal(withNumbers("a ** b", { a: "-1", b: "2" }), "(-1) ** 2");
  assert.equal(withNumbers("1 / (1 + np.exp(-a))", { a: "-3" }), "1 / (1 + np.exp(-(-3)))");
  assert.equal(withNumbers("np.maximum(a, 0)", { a: "-3" }), "np.maximum(-3, 0)");
});
