import assert from "node:assert/strict";
import test from "node:test";

import { readPixels, writePixels } from "../../static/lib/pixel-text.js";

const PICTURE = Array.from({ length: 28 }, (_, row) => Array.from({ length: 28 }, (_, column) => (row * 37 + column * 11) % 256));

test("a picture comes back from its text, which needs no escape in a link", () => {
  const text = writePixels(PICTURE);
  assert.deepEqual(readPixels(text), PICTURE);
  assert.equal(encodeURIComponent(text), text);
});

test("what is no picture is none", () => {
  for (const text of ["", "abc", `${writePixels(PICTURE)}A`, writePixels(PICTURE).replace(/^./, "!")]) assert.equal(readPixels(text), null);
});
