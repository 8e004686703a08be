import assert from "node:assert/strict";
import test from "node:test";

import { origin, runTitle, subtitles } from "../../static/lib/run-title.js";
import { CHAPTER, toSpec } from "../../static/lib/settings.js";

test("a run is called by its name", () => {
  assert.equal(runTitle({ id: "ab12", spec: toSpec({ ...CHAPTER, name: "mine", epochs: 1 }) }), "mine");
});

test("without a name it is called by what is not as in the chapter", () => {
  assert.equal(runTitle({ id: "ab12", spec: toSpec({ ...CHAPTER, epochs: 1 }) }), "1 epoch");
  assert.equal(runTitle({ id: "ab12", spec: toSpec(CHAPTER) }), "As in the chapter");
});

test("runs are told apart by what their titles do not say, or by their time of day", () => {
  const created_at = "2026-01-01T14:05:09";
  const run = (/** @type {Partial<import("../../static/lib/settings.js").Settings>} */ settings) =>
    ({ id: "ab12", spec: toSpec({ ...CHAPTER, ...settings }), created_at });
  assert.deepEqual(subtitles([run({ epochs: 1 }), run({ name: "mine" })]), ["", "5 epochs"]);
  assert.deepEqual(subtitles([run({ seed: 1 }), run({ seed: 1 }), run({})]), ["14:05:09", "14:05:09", "seed 0"]);
  const noisy = run({ name: "a", seed: 1 });
  assert.deepEqual(subtitles([noisy, noisy, run({ name: "b" })]), ["seed 1, 14:05:09", "seed 1, 14:05:09", "seed 0"]);
});

test("the recorded run is told apart from the learner's own", () => {
  assert.equal(runTitle({ id: "recorded", spec: toSpec(CHAPTER) }), "The recorded run");
  assert.deepEqual(["recorded", "ab12"].map((id) => origin({ id })), ["came with the playground", ""]);
});
