import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { CHAPTER, fromSpec, learningRate, SETTINGS, toSpec, updatesPerEpoch } from "../../static/lib/settings.js";

test("an empty link means the chapter's network", () => {
  assert.deepEqual(toSpec(readLink(SETTINGS, "")), {
    hidden: [{ units: 512, activation: "relu" }],
    optimizer: { name: "rmsprop", learning_rate: 0.001, rho: 0.9, momentum: 0 },
    epochs: 5,
    batch_size: 128,
    train_samples: 60000,
    label_noise: 0,
    shuffle_pixels: false,
    seed: 0,
    name: "",
  });
});

test("the chapter's settings leave the link empty", () => {
  assert.equal(writeLink(SETTINGS, CHAPTER), "");
});

test("any settings come back from their link", () => {
  /** @type {import("../../static/lib/settings.js").Settings} */
  const settings = {
    ...CHAPTER,
    hidden: [
      { units: 32, activation: "tanh" },
      { units: 7, activation: "sigmoid" },
    ],
    optimizer: "sgd",
    learning_rate: 0.5,
    momentum: 0.9,
    nesterov: true,
    label_noise: 0.25,
    shuffle_pixels: true,
    name: "bumpy & wide",
  };
  assert.deepEqual(readLink(SETTINGS, writeLink(SETTINGS, settings)), settings);
});

test("no hidden layer is a choice of its own", () => {
  const link = writeLink(SETTINGS, { ...CHAPTER, hidden: [] });
  assert.equal(link, "?hidden=none");
  assert.deepEqual(readLink(SETTINGS, link).hidden, []);
});

test("what a link says wrongly is as in the chapter", () => {
  const read = readLink(SETTINGS, "?hidden=512-swish&optimizer=lion&epochs=many&batch_size=");
  assert.deepEqual(read, CHAPTER);
});

test("a fifth hidden layer is not read", () => {
  const layers = Array(5).fill("8-relu").join(",");
  assert.deepEqual(readLink(SETTINGS, `?hidden=${layers}`).hidden, CHAPTER.hidden);
});

test("the usual learning rate is the optimizer's own", () => {
  assert.equal(learningRate({ ...CHAPTER, optimizer: "sgd" }), 0.01);
  assert.equal(learningRate({ ...CHAPTER, optimizer: "sgd", learning_rate: 3 }), 3);
});

test("a spec names only what its optimizer knows", () => {
  const { optimizer } = toSpec({ ...CHAPTER, optimizer: "sgd", rho: 0.5, momentum: 0.9 });
  assert.deepEqual(optimizer, { name: "sgd", learning_rate: 0.01, momentum: 0.9, nesterov: false });
});

test("a run's spec becomes settings and the same spec again", () => {
  const spec = toSpec({ ...CHAPTER, optimizer: "adam", learning_rate: 0.02, beta_2: 0.9, epochs: 2, name: "x" });
  assert.deepEqual(toSpec(fromSpec(spec)), spec);
});

test("the last partial batch is an update too", () => {
  assert.equal(updatesPerEpoch(CHAPTER), 469);
  assert.equal(updatesPerEpoch({ ...CHAPTER, train_samples: 100, batch_size: 128 }), 1);
});
