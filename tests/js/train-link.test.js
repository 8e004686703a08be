import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { TRAIN_FIELDS } from "../../static/lib/train-link.js";

test("chosen runs, the scale and the settings come back from one link", () => {
  const state = { ...readLink(TRAIN_FIELDS, ""), epochs: 2, runs: ["recorded", "ab12"], scale: /** @type {const} */ ("log") };
  const link = writeLink(TRAIN_FIELDS, state);
  assert.equal(link, "?epochs=2&runs=recorded,ab12&scale=log");
  assert.deepEqual(readLink(TRAIN_FIELDS, link), state);
});

test("a run named twice is shown once", () => {
  assert.deepEqual(readLink(TRAIN_FIELDS, "?runs=a,,b,a").runs, ["a", "b"]);
});
