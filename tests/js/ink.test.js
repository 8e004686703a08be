import assert from "node:assert/strict";
import test from "node:test";

import { Ink, SHEET } from "../../static/lib/ink.js";

const middle = { x: SHEET / 2, y: SHEET / 2 };

/** @param {Ink} ink @param {number} x @param {number} y */
const at = (ink, x, y) => ink.values[y * ink.size + x];

test("a dot is a disc twenty units wide with a soft edge", () => {
  const ink = new Ink(SHEET);
  ink.draw([middle]);
  const row = Array.from(ink.values.subarray(140 * SHEET, 141 * SHEET));
  assert.equal(at(ink, 140, 140), 255);
  assert.equal(row.filter((value) => value > 127).length, 20);
  assert.ok(row.some((value) => value > 0 && value < 127));
});

test("the same drawing covers the same share of a small and a large sheet", () => {
  const stroke = [{ x: 60, y: 60 }, { x: 200, y: 90 }, { x: 120, y: 230 }];
  const shares = [140, 280, 840].map((size) => {
    const ink = new Ink(size);
    ink.draw(stroke);
    return ink.values.reduce((sum, value) => sum + value, 0) / (255 * size * size);
  });
  for (const share of shares) assert.ok(Math.abs(share - (shares[2] ?? 0)) < 0.001);
});

test("crossing a line twice makes it no darker", () => {
  const [once, twice] = [new Ink(140), new Ink(140)];
  const line = [{ x: 40, y: 40 }, { x: 240, y: 200 }];
  once.draw(line);
  twice.draw([...line, ...line]);
  assert.deepEqual(once.values, twice.values);
});

test("a line reports a region that holds every pixel it touched", () => {
  const ink = new Ink(140);
  const region = ink.line({ x: -30, y: 20 }, { x: 90, y: 275 });
  for (let y = 0; y < ink.size; y++) {
    for (let x = 0; x < ink.size; x++) {
      const inside = x >= region.left && x < region.right && y >= region.top && y < region.bottom;
      assert.ok(inside || at(ink, x, y) === 0);
    }
  }
});

test("a laid picture comes back exactly when its blocks are averaged", () => {
  const picture = Array.from({ length: 28 }, (_, y) => Array.from({ length: 28 }, (_, x) => (y * 28 + x) % 256));
  const ink = new Ink(140);
  ink.lay(picture);
  const rows = ink.rows();
  picture.forEach((row, y) => row.forEach((value, x) => {
    for (let i = 0; i < 25; i++) assert.equal(rows[y * 5 + Math.floor(i / 5)]?.[x * 5 + (i % 5)], value);
  }));
});

test("a stroke over a picture keeps whichever is darker", () => {
  const ink = new Ink(28);
  ink.lay(Array.from({ length: 28 }, () => Array.from({ length: 28 }, () => 100)));
  ink.draw([middle]);
  assert.equal(at(ink, 14, 14), 255);
  assert.equal(at(ink, 0, 0), 100);
});

test("a cleared sheet is blank", () => {
  const ink = new Ink(28);
  ink.draw([middle]);
  assert.equal(ink.blank, false);
  ink.clear();
  assert.equal(ink.blank, true);
});
