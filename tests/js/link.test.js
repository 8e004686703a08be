import assert from "node:assert/strict";
import test from "node:test";

import { decimal, integer, oneOf, readLink, refused, someOf, word, writeLink } from "../../static/lib/link.js";

const fields = {
  split: oneOf(/** @type {const} */ (["train", "test"])),
  index: integer(4),
  label: integer(null),
  run: word(""),
  off: someOf(/** @type {const} */ (["crop", "box", "centre"])),
};

test("an empty query is the usual state, and the usual state an empty query", () => {
  const usual = { split: "train", index: 4, label: null, run: "", off: [] };
  assert.deepEqual(readLink(fields, ""), usual);
  assert.equal(writeLink(fields, readLink(fields, "")), "");
});

test("what is written is read back", () => {
  const state = readLink(fields, "?split=test&index=0&label=9&run=ab12&off=crop,centre");
  assert.equal(writeLink(fields, state), "?split=test&index=0&label=9&run=ab12&off=crop,centre");
  assert.deepEqual(state, { split: "test", index: 0, label: 9, run: "ab12", off: ["crop", "centre"] });
});

test("what a field does not accept is named, and read as if it were not there", () => {
  const small = { read: (/** @type {string | null} */ text) => Number(text ?? 1), write: String, accepts: (/** @type {string} */ text) => Number(text) < 9 };
  assert.deepEqual(refused({ ...fields, small }, "?split=both&small=10&run=any"), ["split", "small"]);
  assert.deepEqual(readLink({ small }, "?small=10"), { small: 1 });
  assert.deepEqual(readLink({ small }, "?small=8"), { small: 8 });
});

test("nonsense in a query falls back to the usual value", () => {
  const state = readLink(fields, "?split=both&index=-3&label=nine&off=crop,teapot");
  assert.deepEqual(state, { split: "train", index: 4, label: null, run: "", off: ["crop"] });
});

test("a fraction is a number, words are none", () => {
  const step = { by: decimal(0.01) };
  assert.deepEqual(readLink(step, "?by=-2.5e-3"), { by: -0.0025 });
  for (const query of ["", "?by=much", "?by=", "?by=Infinity"]) assert.deepEqual(readLink(step, query), { by: 0.01 });
  assert.deepEqual([writeLink(step, { by: 0.01 }), writeLink(step, { by: 2 })], ["", "?by=2"]);
});
