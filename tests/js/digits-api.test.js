import assert from "node:assert/strict";
import test from "node:test";

import { getDigit, getDigits, getDigitsAt, getLabels, getShuffled } from "../../static/lib/digits-api.js";

/** @type {string[]} */
const asked = [];
globalThis.fetch = async (address) => {
  asked.push(String(address));
  return Response.json({ split: "test", start: 3, total: 9, digits: [{ index: 3, label: 0, pixels: [[0]] }] });
};

test("digits are asked by set and place, and by class only if one is chosen", async () => {
  await getDigits("train", 24, 12);
  await getDigits("test", 0, 1, 0);
  assert.deepEqual(asked.splice(0), [
    "/api/digits?split=train&start=24&count=12",
    "/api/digits?split=test&start=0&count=1&label=0",
  ]);
});

test("one digit is a page of one", async () => {
  assert.equal((await getDigit("test", 3)).index, 3);
  assert.deepEqual(asked.splice(0), ["/api/digits?split=test&start=3&count=1"]);
});

test("digits here and there are one question, and no digits are none", async () => {
  await getDigitsAt("test", [7, 3]);
  assert.deepEqual(await getDigitsAt("test", []), []);
  assert.deepEqual(asked.splice(0), ["/api/digits?split=test&count=2&index=7&index=3"]);
});

test("shuffled digits are asked for by the seed of their run", async () => {
  await getShuffled(4, 7);
  assert.deepEqual(asked.splice(0), ["/api/digits?count=4&shuffle_seed=7"]);
});

test("the labels of a set are its first three and its last three", async () => {
  assert.equal(await getLabels("test"), "[0 … 0]");
  assert.deepEqual(asked.splice(0), [
    "/api/digits?split=test&start=0&count=3",
    "/api/digits?split=test&start=9997&count=3",
  ]);
});
