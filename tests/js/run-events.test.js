import assert from "node:assert/strict";
import test from "node:test";

import { isLast, isNews } from "../../static/lib/run-events.js";
import { CHAPTER, toSpec } from "../../static/lib/settings.js";

const stamp = { seq: 1, at: "2026-01-01T00:00:00Z", attempt: 1 };

test("a run that was cancelled is over", () => assert.equal(isLast({ ...stamp, type: "run_cancelled" }), true));

test("a run that was interrupted is not", () => {
  assert.equal(isLast({ ...stamp, type: "run_interrupted", reason: "lost" }), false);
});

test("what a run had done when it was read is no news, what it did then is", () => {
  const spec = toSpec({ ...CHAPTER, epochs: 5 });
  const begun = { status: /** @type {const} */ ("running"), step: 469, steps: 2345, spec };
  const measures = { loss: 0, accuracy: 1, test_loss: 0, test_accuracy: 1, seconds: 1 };
  const ended = (/** @type {number} */ epoch) =>
    /** @type {const} */ ({ ...stamp, type: "epoch_ended", epoch, ...measures });
  const started = /** @type {const} */ ({ ...stamp, type: "run_started" });
  assert.deepEqual([1, 2].map((epoch) => isNews(ended(epoch), begun)), [false, true]);
  assert.equal(isNews(started, begun), false);
  assert.equal(isNews(started, { ...begun, status: "queued", step: 0 }), true);
  assert.equal(isNews(ended(2), { ...begun, status: "finished" }), false);
});
