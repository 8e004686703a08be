import assert from "node:assert/strict";
import test from "node:test";

import { isLast } from "../../static/lib/run-events.js";

const stamp = { seq: 1, at: "2026-01-01T00:00:00Z", attempt: 1 };

test("a run that was cancelled is over", () => assert.equal(isLast({ ...stamp, type: "run_cancelled" }), true));

test("a run that was interrupted is not", () => {
  assert.equal(isLast({ ...stamp, type: "run_interrupted", reason: "lost" }), false);
});
