import assert from "node:assert/strict";
import test from "node:test";

import { postEvidence, postFlip, postHistory, postNeighbours, postPrediction } from "../../static/lib/predictions-api.js";

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

test("evidence and change are asked about one drawing, and their pictures come row after row", async () => {
  /** @type {string[]} */
  const asked = [];
  const image = [[1, "NaN"], [2, 3]];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    const numbers = { score: "Infinity", rest: 0, size: 1, share: 0.5, largest: "NaN", probabilities: [1] };
    return Response.json({ ...numbers, input: image, gradient: image, evidence: image, change: image, pixels: [[7]], spaces: [] });
  };
  const drawing = { pixels: [[0]], normalise: [] };
  const { score, evidence } = await postEvidence({ ...drawing, label: 3 });
  assert.deepEqual([score, evidence], [Infinity, [1, NaN, 2, 3]]);
  const { change, pixels, largest } = await postFlip(drawing);
  assert.deepEqual([change, pixels, largest], [[1, NaN, 2, 3], [[7]], NaN]);
  assert.deepEqual((await postNeighbours(drawing)).spaces, []);
  assert.deepEqual(asked, ["evidence", "flip", "neighbours"].map((name) => `/api/predictions/${name}`));
});
