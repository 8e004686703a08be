import assert from "node:assert/strict";
import test from "node:test";

import { scoreWords } from "../../static/lib/unit-words.js";

test("a score is told with what it measures", () => {
  assert.equal(scoreWords({ by: "active", label: null, since: null }, 1.841), "mean activation 1.841");
  assert.equal(scoreWords({ by: "changed", label: null, since: 0 }, 2), "moved by 2 since update 0");
  assert.equal(scoreWords({ by: "class", label: 3, since: null }, 0.5), "mean activation +0.5 for a 3, beside all others");
});
