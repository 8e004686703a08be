import assert from "node:assert/strict";
import test from "node:test";

import { linkTrouble } from "../../static/lib/lesson-link.js";
import { integer, oneOf } from "../../static/lib/link.js";
import { moves } from "../../static/lib/moves.js";
import { operand } from "../../static/lib/operand.js";

const fields = { a: operand({ shape: [2, 3] }), ops: moves([]), op: oneOf(["add", "subtract"]), step: integer(null) };

test("a link that is understood is no trouble", () => {
  for (const query of ["", "?a=[1,2]&op=add&step=3", "?ops=reshape(2,-1).flatten()"]) assert.equal(linkTrouble(fields, query), null, query);
});

test("what is not understood is named with what is expected, and can be left out", () => {
  const { problem, waysOut } = linkTrouble(fields, "?a=2x2&ops=reshape(2.5)&op=times") ?? assert.fail();
  assert.equal(problem.got, "ops=reshape(2.5), op=times");
  assert.match(problem.expected, /^ops: up to 8 of reshape.*; op: one of add, subtract$/);
  assert.deepEqual(waysOut, [{ title: "Open it without that", query: "?a=2x2" }, { title: "Open the example", query: "" }]);
});

test("where nothing is left of a link only the example is offered", () => {
  for (const query of ["?ops=bogus(1)", "?ops=flatten(1)", "?a=teapot", "?step=last", "?foo=1"]) {
    assert.deepEqual(linkTrouble(fields, query)?.waysOut.map(({ query: other }) => other), [""], query);
  }
});
