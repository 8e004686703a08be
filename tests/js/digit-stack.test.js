import assert from "node:assert/strict";
import test from "node:test";

import { SHEET, sheetOf, sheetPixels, SIDE, STACK, takenPixels } from "../../static/lib/digit-stack.js";

const blank = Array.from({ length: SIDE }, () => Array(SIDE).fill(100));
const all = STACK.map((length, axis) => ({ axis, start: 0, stop: length, step: 1, length, kept: true }));
const middle = { start: 7, stop: 21, step: 1, length: 14, kept: true };

test("a digit lies on the sheet of its hundred and twenty", () => {
  assert.deepEqual([0, 119, 120, 59_999].map(sheetOf), [0, 0, 120, 59_880]);
});

test("what the slice leaves out is faint", () => {
  const cuts = [{ axis: 0, start: 1, stop: 2, step: 1, length: 1, kept: true }, { axis: 1, ...middle }, { axis: 2, ...middle }];
  const sheet = sheetPixels([0, 1].map((index) => ({ index, pixels: blank })), cuts);
  const width = SHEET.columns * SIDE;
  assert.equal(sheet.length, width * SHEET.rows * SIDE);
  assert.ok((sheet[10 * width + 10] ?? 100) < 20);
  assert.equal(sheet[10 * width + SIDE + 10], 100);
  assert.ok((sheet[6 * width + SIDE + 10] ?? 100) < 20);
});

test("the second row of digits lies below the first", () => {
  const digits = Array.from({ length: 21 }, (_, index) => ({ index, pixels: blank }));
  const width = SHEET.columns * SIDE;
  assert.equal(sheetPixels(digits, all)[SIDE * width], 100);
  assert.equal(sheetPixels(digits.slice(0, 20), all)[SIDE * width], 0);
});

test("of one digit the rows and columns are taken, also backwards", () => {
  const numbered = Array.from({ length: SIDE }, (_, row) => Array.from({ length: SIDE }, (_, column) => SIDE * row + column));
  const cuts = [...all.slice(0, 1), { axis: 1, start: 1, stop: 2, step: 1, length: 1, kept: false }, { axis: 2, start: 27, stop: -1, step: -9, length: 4, kept: true }];
  assert.deepEqual(takenPixels(numbered, cuts), { values: [55, 46, 37, 28], columns: 4 });
});
