import assert from "node:assert/strict";
import test from "node:test";

import { nudgeText } from "../../static/lib/nudge-words.js";

const NUDGED = { name: "w", by: 0.01, before: 1, after: 1.03, change: 0.03, predicted: 0.03 };

test("the loss moves by the gradient times ε", () => {
  assert.equal(
    nudgeText(NUDGED, 3, [], "loss"),
    "w + 0.01: loss goes from 1 to 1.03, so it moves by 0.03. The gradient foretells 3 · 0.01 = 0.03.",
  );
});

test("of a tensor each number is nudged, and the gradients add up", () => {
  assert.match(nudgeText(NUDGED, [1, 2], [2], "loss"), /^Each number of w \+ 0.01: .*sum of gradients · 0.01 = 0.03\.$/);
});
