import assert from "node:assert/strict";
import test from "node:test";

import { OPTIMIZER_NAMES, OPTIMIZERS } from "../../static/lib/optimizers.js";
import { CHAPTER } from "../../static/lib/settings.js";

test("every optimizer that can be chosen is described", () => {
  assert.deepEqual([...OPTIMIZER_NAMES].sort(), Object.keys(OPTIMIZERS).sort());
});

test("whatever an optimizer uses is a setting", () => {
  for (const { uses } of Object.values(OPTIMIZERS)) for (const use of uses) assert.ok(use in CHAPTER);
});
