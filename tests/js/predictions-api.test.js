import assert from "node:assert/strict";
import test from "node:test";

import { postHistory, postPrediction } from "../../static/lib/predictions-api.js";

test("what is not finite travels as a word and arrives as a number", async () => {
  globalThis.fetch = async () =>
    Response.json({
      label: 0,
      probabilities: ["NaN", 0.5],
      stages: [],
      layers: [{ name: "hidden 1", shape: [2], values: ["Infinity", 1] }],
      model: { run: "recorded", step: 1 },
    });
  const { probabilities, layers } = await postPrediction({ pixels: [[0]], normalise: ["crop"] });
  assert.deepEqual(probabilities, [NaN, 0.5]);
  assert.deepEqual(layers[0]?.values, [Infinity, 1]);
});

test("the drawing is sent as it is", async () => {
  /** @type {unknown} */
  let body;
  globalThis.fetch = async (_address, init) => {
    body = JSON.parse(String(init?.body));
    return Response.json({ probabilities: [], layers: [] });
  };
  const drawing = { pixels: [[0, 255]], run: "ab12", step: 4, normalise: /** @type {const} */ (["box", "scale"]) };
  await postPrediction(drawing);
  assert.deepEqual(body, drawing);
});

test("a life has a row of ten numbers for each moment", async () => {
  globalThis.fetch = async () => Response.json({ run: "a", steps: [0, 1], probabilities: [[0.1], ["NaN"]] });
  const { steps, probabilities } = await postHistory({ pixels: [[0]], normalise: [] });
  assert.deepEqual([steps, probabilities], [[0, 1], [[0.1], [NaN]]]);
});
