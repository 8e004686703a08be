import assert from "node:assert/strict";
import test from "node:test";

import {
  carried,
  contrastText,
  differing,
  memoryCell,
  memoryName,
  numberGuess,
  numberParts,
  placeOfCell,
  stagesOf,
  stageTitle,
  tapeOf,
  whyNotShape,
} from "../../static/lib/move-words.js";
import { placesOf } from "../../static/lib/nested.js";
import { plain } from "../../static/lib/parts.js";

/** @typedef {import("../../static/lib/lessons-api.js").Shown} Shown */
/** @typedef {import("../../static/lib/moves.js").Move} Move */

/** @type {Shown} */
const a = { shape: [2, 3], dtype: "int64", values: [[0, 1, 2], [3, 4, 5]] };
/** @type {Shown} */
const transposed = { shape: [3, 2], dtype: "int64", values: [[0, 3], [1, 4], [2, 5]] };
/** @type {Shown} */
const flat = { shape: [6], dtype: "int64", values: [0, 3, 1, 4, 2, 5] };
/** @type {Shown} */
const straight = { ...flat, values: [0, 1, 2, 3, 4, 5] };
/** @type {Move[]} */
const moves = [{ op: "transpose" }, { op: "flatten" }];
const told = {
  a,
  strides: [24, 8],
  steps: [
    { title: "a.transpose()", text: "", result: transposed, strides: [8, 24], copied: false },
    { title: "result.flatten()", text: "", result: flat, strides: [8], copied: true },
  ],
  result: flat,
  contrast: { result: straight, differ: 4 },
};
const stages = stagesOf(told);
const [before, view, copy] = /** @type {[import("../../static/lib/move-words.js").Stage, import("../../static/lib/move-words.js").Stage, import("../../static/lib/move-words.js").Stage]} */ (/** @type {unknown} */ (stages));

test("a view is read from the memory of a, a copy from its own", () => {
  assert.deepEqual(stages.map(({ memory }) => memory.shape), [[2, 3], [2, 3], [6]]);
  assert.deepEqual([0, 1, 2].map((stage) => memoryName(told, stage)), ["its own", "a view: nothing was copied", "a copy"]);
  assert.deepEqual([0, 1, 2].map((stage) => stageTitle(told, stage)), ["a", "a.transpose()", "result.flatten()"]);
});

test("a number is found in its memory, and back", () => {
  assert.equal(memoryCell(view, [1, 1]), 4);
  for (const place of placesOf([3, 2])) assert.deepEqual(placeOfCell(view, memoryCell(view, place)), place);
  assert.deepEqual(placeOfCell({ tensor: { ...flat, shape: [1, 6] }, strides: [8, 8], memory: flat }, 5), [0, 5]);
});

test("a number is followed through all moves, and back", () => {
  assert.deepEqual(carried(stages, moves, [1, 1], 0, 2), [3]);
  assert.deepEqual(carried(stages, moves, [3], 2, 0), [1, 1]);
  assert.deepEqual(carried(stages, moves, [1, 1], 1, 1), [1, 1]);
});

test("the tape shows the memory of the stage and the way on which it is read", () => {
  assert.deepEqual(tapeOf(view).texts, ["0", "1", "2", "3", "4", "5"]);
  assert.deepEqual(tapeOf(view).hops.map(({ to }) => to), [3, 1, 4, 2, 5]);
  assert.deepEqual(tapeOf(copy).texts, ["0", "3", "1", "4", "2", "5"]);
});

test("of a long memory one sees where its numbers begin to differ, or where one points", () => {
  /** @type {Shown} */
  const long = { shape: [100], dtype: "int64", values: Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : 7)) };
  const stage = { tensor: long, strides: [8], memory: long };
  assert.deepEqual([tapeOf(stage).first, tapeOf(stage).total], [42, 100]);
  assert.equal(tapeOf(stage, 99).first, 76);
  assert.equal(tapeOf(stage, 3).first, 0);
});

test("a number says where it lies", () => {
  assert.equal(plain(numberParts("result", view, [1, 1])), "result[1, 1] = 4: cell 4 of the memory, 1 × 8 + 1 × 24 = 32 bytes behind the first.");
  const scalar = { tensor: { shape: [], dtype: "int64", values: 5 }, strides: [], memory: a };
  assert.equal(plain(numberParts("a", scalar, [])), "a = 5: cell 0 of the memory, 0 bytes behind the first.");
});

test("a wrong guess gets the reason, a right one none", () => {
  assert.deepEqual(whyNotShape([3, 2], [3, 2]), []);
  assert.deepEqual(whyNotShape(null, null), []);
  assert.match(whyNotShape(null, [3])[0] ?? "", /cannot be made/);
  assert.match(whyNotShape([3, 2], null)[0] ?? "", /can be made/);
  assert.match(whyNotShape([3, 2], [3, 3])[0] ?? "", /\(3, 3\) holds 9 numbers, and there are 6/);
  assert.match(whyNotShape([3, 2], [6])[0] ?? "", /the result has 2 axes/);
  assert.match(whyNotShape([3, 2], [2, 3])[0] ?? "", /stand otherwise/);
});

test("of a small result one number is asked", () => {
  assert.deepEqual(numberGuess(transposed)?.name, "result[0, 1]");
  assert.equal(numberGuess(transposed)?.text, "3");
  assert.equal(numberGuess({ shape: [], dtype: "int64", values: 5 }), null);
  assert.equal(numberGuess({ ...flat, shape: [100] }), null);
});

test("a reshape alone is set against the moves", () => {
  assert.equal(contrastText(told.contrast), "A reshape alone makes the same shape, but 4 of 6 places hold another number.");
  const large = { result: { ...flat, shape: [4096] }, differ: 0 };
  assert.equal(contrastText(large), "A reshape alone makes the same: all 4,096 numbers stand where they stand here.");
  assert.match(contrastText({ ...told.contrast, differ: 0 }), /makes the same: all 6 numbers/);
  assert.deepEqual(placesOf([6]).map(differing(flat, straight)), [false, true, true, true, true, false]);
});

test("a stage before all moves has its own memory", () => assert.equal(before.memory, a));
