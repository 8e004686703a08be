import assert from "node:assert/strict";
import test from "node:test";

import { readIndex } from "../../static/lib/sample-index.js";

test("a place may be grouped as the page writes it", () => {
  assert.equal(readIndex("59,999", 60000), 59999);
  assert.equal(readIndex(" 4 ", 60000), 4);
});

test("what is no place in the set is none", () => {
  for (const text of ["abc", "-1", "60000", "1.5", ""]) assert.equal(readIndex(text, 60000), null, text);
});
