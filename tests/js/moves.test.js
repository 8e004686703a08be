import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { argumentsText, moves, moveText, placeAfter, placeBefore, readMove } from "../../static/lib/moves.js";
import { placesOf } from "../../static/lib/nested.js";

/** @typedef {import("../../static/lib/moves.js").Move} Move */

/** @type {{ops: import("../../static/lib/link.js").Field<readonly Move[]>}} */
const fields = { ops: moves([{ op: "reshape", shape: [3, 2] }]) };

test("moves come back from their link", () => {
  /** @type {readonly Move[]} */
  const ops = [
    { op: "reshape", shape: [2, -1] },
    { op: "transpose" },
    { op: "transpose", axes: [1, 0] },
    { op: "flatten" },
    { op: "expand_dims", axis: -1 },
    { op: "squeeze" },
    { op: "squeeze", axis: 0 },
    { op: "reshape", shape: [] },
  ];
  const link = writeLink(fields, { ops });
  assert.equal(decodeURIComponent(link), "?ops=reshape(2,-1).transpose().transpose(1,0).flatten().expand_dims(-1).squeeze().squeeze(0).reshape()");
  assert.deepEqual(readLink(fields, link), { ops });
});

test("no move at all is not the usual one", () => {
  /** @type {readonly Move[]} */
  const ops = [];
  assert.deepEqual(readLink(fields, writeLink(fields, { ops })), { ops });
  assert.equal(writeLink(fields, readLink(fields, "")), "");
});

test("a link that names no moves gives the usual ones", () => {
  for (const text of ["resize(2)", "reshape(a)", "reshape(2", "flatten().".repeat(9)]) {
    assert.deepEqual(readLink(fields, `?ops=${text}`), readLink(fields, ""));
  }
});

test("arguments are read however they are typed", () => {
  assert.deepEqual(readMove("reshape", " (3, −1) "), { op: "reshape", shape: [3, -1] });
  assert.deepEqual(readMove("reshape", "3 2"), { op: "reshape", shape: [3, 2] });
  assert.deepEqual(readMove("expand_dims", ""), { op: "expand_dims", axis: 0 });
  assert.equal(readMove("flatten", "1"), null);
  assert.equal(readMove("squeeze", "1, 2"), null);
  assert.equal(readMove("reshape", "two"), null);
  assert.equal(argumentsText({ op: "reshape", shape: [3, -1] }), "3, -1");
  assert.equal(moveText({ op: "squeeze" }), "squeeze()");
});

test("a reshape keeps the order of the numbers, a transpose exchanges their indices", () => {
  assert.deepEqual(placeAfter({ op: "reshape", shape: [3, 2] }, [1, 0], [2, 3], [3, 2]), [1, 1]);
  assert.deepEqual(placeAfter({ op: "transpose" }, [1, 0], [2, 3], [3, 2]), [0, 1]);
  assert.deepEqual(placeAfter({ op: "transpose", axes: [-1, 0, 1] }, [1, 2, 3], [2, 3, 4], [4, 2, 3]), [3, 1, 2]);
});

test("every place is found again", () => {
  /** @type {[Move, number[]][]} */
  const done = [
    [{ op: "reshape", shape: [-1] }, [24]],
    [{ op: "transpose", axes: [2, 0, 1] }, [4, 2, 3]],
    [{ op: "expand_dims", axis: 1 }, [2, 1, 3, 4]],
  ];
  for (const [move, after] of done) {
    for (const place of placesOf([2, 3, 4])) {
      const moved = placeAfter(move, place, [2, 3, 4], after);
      assert.deepEqual(placeBefore(move, moved, [2, 3, 4], after), place);
    }
  }
});
