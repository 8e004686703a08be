import assert from "node:assert/strict";
import { test } from "node:test";
import { batchText, digitText, epochText, nudgeText, termText, whyNotShape } from "../../static/lib/step-words.js";

const BATCH = { size: 3, places: [8192, 5, 6], labels: [7, 1, 2], predicted: [7, 1, 3], losses: [0.25, 0.1, 2] };
const PLACE = /** @type {any} */ ({ epoch: 1, epochs: 5, number: 65, updates_per_epoch: 469, batch: BATCH });

test("an epoch is told with the place of the batch, also beyond the end of the run", () => {
  assert.equal(epochText(PLACE), "Epoch 1 of 5 draws 469 batches. This is number 65, with 3 images.");
  assert.match(epochText({ ...PLACE, epoch: 6 }), /^The run has ended; one more epoch would begin here\. Epoch 6 of 5/);
});

test("a batch is told by what the network takes its images for", () => {
  assert.equal(batchText(BATCH), "The network, as it is, takes 2 of 3 images for what their label says.");
  assert.match(batchText({ ...BATCH, size: 500 }), /^The first 3 of 500 images\./);
  assert.equal(digitText(BATCH, 0), "Image 0 of the batch, number 8,192 of the training set: label 7, found most probable, loss 0.25.");
  assert.match(digitText(BATCH, 2), /label 2, taken for a 3, loss 2\.$/);
});

test("a term is told with its factors and the sum so far", () => {
  const dot = /** @type {any} */ ({ a: "X[3, :]", b: "W1[:, 7]", left: [1, 0.5], right: [2, -4], terms: [2, -2], over: "pixels" });
  assert.equal(termText(dot, 1), "Pixel 1: X[3, 1] × W1[1, 7] = 0.5 × (−4) = −2. Sum so far: 0.");
  const sum = { ...dot, a: "losses", b: null, terms: [2, 3], over: "images" };
  assert.equal(termText(sum, 1), "Image 1: losses[1] = 3. Sum so far: 5.");
  assert.equal(termText({ ...dot, terms: null }, 0), "");
});

test("a nudge is told with both losses and both slopes", () => {
  const nudged = { tensor: "W1", index: [0, 1], by: 0.0001, below: 0.249445525, above: 0.249445732, difference: 0.001036, gradient: 0.001036, error: 0 };
  assert.equal(nudgeText(nudged, "W1[0, 1]"), "W1[0, 1] − 1e−4 gives the loss 0.249445525, + 1e−4 gives 0.249445732: a slope of 0.001036. The backward pass says 0.001036.");
});

test("what speaks against a guessed shape of a gradient", () => {
  assert.deepEqual(whyNotShape("W1", [784, 512], [784, 512]), []);
  assert.match(whyNotShape("W1", [784, 512], [512, 784])[0] ?? "", /other way round/);
  assert.match(whyNotShape("W1", [784, 512], null)[0] ?? "", /one number for each number of W1/);
});
