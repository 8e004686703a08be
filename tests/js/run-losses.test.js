import assert from "node:assert/strict";
import { test } from "node:test";
import { epochLine, getLosses } from "../../static/lib/run-losses.js";
import { serve } from "./server.js";

test("the losses of a run are put together from its events", async (t) => {
  const events = [{ type: "run_started" }, { type: "batches_trained", first_step: 0, loss: [2, 1.5] }, { type: "batches_trained", first_step: 2, loss: ["NaN"] }];
  const { asked } = await serve(t, 200, { events });
  assert.deepEqual(await getLosses("a b"), [2, 1.5, NaN]);
  assert.equal(asked[0]?.path, "/api/runs/a%20b/events?since=0");
});

test("an epoch is a line in a box of size 1", () => {
  assert.deepEqual(epochLine([9, 2, 1, 0], 1, 3), { points: "0.1667,0.0000 0.5000,0.5000 0.8333,1.0000", most: 2 });
  assert.equal(epochLine([1, NaN], 0, 2).points, "0.2500,0.0000");
  assert.equal(epochLine([1], 1, 2).points, "");
});
