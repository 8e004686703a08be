import assert from "node:assert/strict";
import test from "node:test";

import { remembered } from "../../static/lib/remembered.js";

test("what was asked lately is not asked again, the oldest is forgotten", async () => {
  /** @type {number[]} */
  const asked = [];
  const double = remembered(async (/** @type {{n: number}} */ { n }) => (asked.push(n), 2 * n), 2);
  for (const n of [1, 2, 1, 3, 1, 2]) assert.equal(await double({ n }), 2 * n);
  assert.deepEqual(asked, [1, 2, 3, 2]);
});

test("what failed is asked again", async () => {
  let isUp = false;
  const ask = remembered(async () => {
    if (!isUp) throw new Error("away");
    return "back";
  }, 9);
  await assert.rejects(ask("x"));
  isUp = true;
  assert.equal(await ask("x"), "back");
});
