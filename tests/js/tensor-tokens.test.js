import assert from "node:assert/strict";
import test from "node:test";

import { closed, closes, isQuoted, isUnfinished, opens, tokensOf } from "../../static/lib/tensor-tokens.js";

test("each part of a text knows where it begins, also within np.array", () => {
  assert.deepEqual(tokensOf('np.array([1, −2'), [
    { token: "[", index: 9 },
    { token: "1", index: 10 },
    { token: ",", index: 11 },
    { token: "-2", index: 13 },
  ]);
  assert.deepEqual(tokensOf(' "a [b]"\n7').map(({ token }) => token), ['"a [b]"', "\n", "7"]);
});

test("brackets and strings are told from numbers", () => {
  assert.deepEqual(["(", "]", '"1"', "1"].map((token) => [opens(token), closes(token), isQuoted(token)]), [[true, false, false], [false, true, false], [false, false, true], [false, false, false]]);
});

test("open brackets are closed in the text, too", () => {
  assert.equal(closed("[[1, 2], [3"), "[[1, 2], [3]]");
  assert.equal(closed("1 2; 3"), "1 2; 3");
});

test("in the middle of a number, a word or a string one is not finished", () => {
  for (const text of ["", "[1, -", "2.", "1e", "1e-", "[Tr", "-in", '["ca']) assert.ok(isUnfinished(text), text);
  for (const text of ["two", "[1,,", "1 x ", "1e400", "[1]]"]) assert.ok(!isUnfinished(text), text);
});
