import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { linkProblem, TRAIN_FIELDS } from "../../static/lib/train-link.js";

test("chosen runs, the axes and the settings come back from one link", () => {
  const state = { ...readLink(TRAIN_FIELDS, ""), epochs: 2, runs: ["recorded", "ab12"], scale: /** @type {const} */ ("log"), over: /** @type {const} */ ("seconds") };
  const link = writeLink(TRAIN_FIELDS, state);
  assert.equal(link, "?epochs=2&runs=recorded,ab12&scale=log&over=seconds");
  assert.deepEqual(readLink(TRAIN_FIELDS, link), state);
});

test("what cannot be read or is out of range is told, and is as usual", () => {
  const query = "?optimizer=foo&learning_rate=abc&hidden=hello&epochs=-3&batch_size=1.5&momentum=1&seed=7";
  const usual = readLink(TRAIN_FIELDS, "");
  assert.deepEqual(readLink(TRAIN_FIELDS, query), { ...usual, seed: 7 });
  const what = linkProblem(query, [])?.what;
  assert.match(what ?? "", /hidden=hello, optimizer=foo, learning_rate=abc, momentum=1, epochs=-3, batch_size=1.5\.$/);
});

test("the moment that is looked at comes back from its link", () => {
  const query = "?through=ab12&step=128&cell=4-9&images=3";
  const state = readLink(TRAIN_FIELDS, query);
  assert.deepEqual([state.through, state.step, state.cell, state.images], ["ab12", 128, 49, 3]);
  assert.equal(writeLink(TRAIN_FIELDS, state), query);
  assert.deepEqual(readLink(TRAIN_FIELDS, "?cell=49&images=x&step=-1"), readLink(TRAIN_FIELDS, ""));
});

test("a link that names a run that is not there says so", () => {
  assert.equal(linkProblem("?runs=ab12", ["ab12"])?.what, "This link names a run that is not here: ab12.");
  assert.equal(linkProblem("?runs=recorded&epochs=2", []), null);
});

test("a run named twice is shown once", () => {
  assert.deepEqual(readLink(TRAIN_FIELDS, "?runs=a,,b,a").runs, ["a", "b"]);
});
