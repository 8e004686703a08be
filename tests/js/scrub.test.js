import assert from "node:assert/strict";
import test from "node:test";

import { pressed, scrubbed } from "../../static/lib/scrub.js";

test("fifty pixels are one, and shift makes them a tenth of it", () => {
  assert.equal(scrubbed(3, 50, false), 4);
  assert.equal(scrubbed(3, -50, false), 2);
  assert.equal(scrubbed(3, 50, true), 3.1);
});

test("a key changes a tenth, without the dust of binary fractions", () => {
  assert.equal(pressed(0.2, 1, false), 0.3);
  assert.equal(pressed(2, -1, true), 1.99);
});

test("a large number moves in larger steps, zero in small ones", () => {
  assert.equal(pressed(400, 1, false), 410);
  assert.equal(pressed(0, 1, false), 0.1);
});
