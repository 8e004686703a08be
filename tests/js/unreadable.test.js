import assert from "node:assert/strict";
import test from "node:test";

import { partAt, quoted, Unreadable } from "../../static/lib/unreadable.js";

test("a part of a text is quoted with its place, in lines where there are several", () => {
  assert.equal(partAt("1 two", "two", 2), "“two” at character 3");
  assert.equal(partAt("1 2\n3 two", "two", 6), "“two” at line 2, character 3");
  assert.equal(quoted("x".repeat(30)), `“${"x".repeat(24)}…”`);
});

test("what cannot be read is a problem with rewritings", () => {
  const unreadable = new Unreadable({ what: "No.", expected: "1", got: "x" }, [{ title: "put 1 there", text: "1" }]);
  assert.deepEqual(unreadable.problem, { code: "unreadable", what: "No.", expected: "1", got: "x", hint: "" });
  assert.equal(unreadable.rewritings[0]?.text, "1");
});
