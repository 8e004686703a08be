import assert from "node:assert/strict";
import test from "node:test";

import { getEvaluation, getHistograms, getSnapshots, getTensors, getWeights } from "../../static/lib/moments-api.js";
import { serve } from "./server.js";

const MOMENT = { run: "a/b", step: 8 };

test("a moment is asked by run and step, with what was chosen", async (t) => {
  const { asked } = await serve(t, 200, { steps: [0, 1] });
  assert.deepEqual(await getSnapshots("a/b"), [0, 1]);
  await getEvaluation({ ...MOMENT, label: 4, predicted: null });
  await getWeights({ ...MOMENT, by: "class", label: 3, ranked: 16 });
  await getHistograms(MOMENT);
  await getTensors(MOMENT);
  assert.deepEqual(asked.map(({ path }) => path), [
    "/api/runs/a%2Fb/snapshots",
    "/api/runs/a%2Fb/evaluation?step=8&label=4",
    "/api/runs/a%2Fb/weights?step=8&by=class&label=3&ranked=16",
    "/api/runs/a%2Fb/histograms?step=8",
    "/api/runs/a%2Fb/tensors/8",
  ]);
});

test("a moment never changes, so it is asked about once; which moments there are is asked each time", async (t) => {
  const { asked } = await serve(t, 200, { steps: [] });
  for (let i = 0; i < 2; i++) await Promise.all([getSnapshots("c"), getHistograms({ run: "c", step: 1 })]);
  assert.equal(asked.length, 3);
});
