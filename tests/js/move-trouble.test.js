import assert from "node:assert/strict";
import test from "node:test";

import { moveUnreadable } from "../../static/lib/move-trouble.js";
import { readMove } from "../../static/lib/moves.js";

test("what stands between the brackets of a move is named with its place, and what can be mended is", () => {
  for (const [op, text, what, rewriting] of /** @type {const} */ ([
    ["reshape", "abc", "“abc” is not a whole number.", undefined],
    ["reshape", "2.5", "“2.5” is not a whole number.", "2"],
    ["reshape", "(3x2)", "“3x2” is not a whole number.", "3, 2"],
    ["transpose", "1, b, 0", "“b” is not a whole number.", "1, 0"],
    ["squeeze", "0 1", "squeeze takes at most 1 number.", "0"],
    ["reshape", "2, 3)(", "This is no list of whole numbers.", "2, 3"],
  ])) {
    assert.equal(readMove(op, text), null);
    const { problem, rewritings } = moveUnreadable(op, text);
    assert.deepEqual([problem.what, rewritings[0]?.text], [what, rewriting], text);
    if (rewriting !== undefined) assert.ok(readMove(op, rewriting));
  }
  assert.equal(moveUnreadable("reshape", "2, two").problem.got, "“two” at character 4");
});
