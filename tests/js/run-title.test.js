import assert from "node:assert/strict";
import test from "node:test";

import { origin, runTitle } from "../../static/lib/run-title.js";
import { CHAPTER, toSpec } from "../../static/lib/settings.js";

test("a run is called by its name", () => {
  assert.equal(runTitle({ id: "ab12", spec: toSpec({ ...CHAPTER, name: "mine", epochs: 1 }) }), "mine");
});

test("without a name it is called by what is not as in the chapter", () => {
  assert.equal(runTitle({ id: "ab12", spec: toSpec({ ...CHAPTER, epochs: 1 }) }), "1 epoch");
  assert.equal(runTitle({ id: "ab12", spec: toSpec(CHAPTER) }), "As in the chapter");
});

test("the recorded run is told apart from the learner's own", () => {
  assert.equal(runTitle({ id: "recorded", spec: toSpec(CHAPTER) }), "The recorded run");
  assert.deepEqual(["recorded", "ab12"].map((id) => origin({ id })), ["came with the playground", ""]);
});
