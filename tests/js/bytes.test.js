import assert from "node:assert/strict";
import test from "node:test";

import { bytesOf } from "../../static/lib/bytes.js";

test("a tensor costs its elements times the bytes of one", () => {
  assert.equal(bytesOf([28, 10], "int64"), 2240);
  assert.equal(bytesOf([60000, 28, 28], "uint8"), 47_040_000);
  assert.equal(bytesOf([], "float32"), 4);
  assert.equal(bytesOf([3], "bool"), 3);
});
