import assert from "node:assert/strict";
import test from "node:test";

import { CHAPTER } from "../../static/lib/settings.js";
import * as words from "../../static/lib/settings-words.js";

test("the chapter's network in one line each", () => {
  assert.equal(words.networkLine(CHAPTER), "784 → 512 relu → 10");
  assert.equal(words.optimizerLine(CHAPTER), "RMSprop, 0.001");
  assert.equal(words.loopLine(CHAPTER), "5 epochs × 469 updates");
  assert.equal(words.dataLine(CHAPTER), "60,000 images");
  assert.equal(words.identityLine(CHAPTER), "seed 0");
});

test("one epoch is singular", () => {
  assert.equal(words.loopLine({ ...CHAPTER, epochs: 1, train_samples: 128 }), "1 epoch × 1 update");
});

test("nothing differs from the chapter in the chapter", () => {
  assert.equal(words.differenceFromChapter(CHAPTER), "");
});

test("what differs from the chapter is named, and nothing else", () => {
  const settings = { ...CHAPTER, batch_size: 32, label_noise: 0.2 };
  assert.equal(words.differenceFromChapter(settings), "batch 32, 20\u202f% label noise");
});

test("shuffled pixels are told of the data", () => {
  const settings = { ...CHAPTER, shuffle_pixels: true };
  assert.equal(words.dataLine(settings), "60,000 images, shuffled pixels");
  assert.equal(words.differenceFromChapter(settings), "shuffled pixels");
});

test("a setting that the optimizer does not know sets no runs apart", () => {
  assert.equal(words.differenceFromChapter({ ...CHAPTER, beta_1: 0.5 }), "");
});

test("runs are set apart by exactly the settings that are not the same in all", () => {
  const runs = [
    { ...CHAPTER, learning_rate: 0.1, epochs: 2 },
    { ...CHAPTER, epochs: 2 },
  ];
  assert.deepEqual(words.differing(runs), [["learning rate 0.1"], ["learning rate 0.001"]]);
});

test("another optimizer brings its learning rate into the comparison", () => {
  /** @type {import("../../static/lib/settings.js").Settings} */
  const sgd = { ...CHAPTER, optimizer: "sgd", momentum: 0.9 };
  assert.deepEqual(words.differing([CHAPTER, sgd]), [
    ["RMSprop", "learning rate 0.001", "momentum 0"],
    ["SGD", "learning rate 0.01", "momentum 0.9"],
  ]);
});
