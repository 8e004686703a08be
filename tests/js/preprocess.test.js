import assert from "node:assert/strict";
import test from "node:test";

import { extent, shapeText } from "../../static/lib/spelling.js";
import { preprocess } from "../../static/lib/preprocess.js";

const pixels = Array.from({ length: 28 }, (_, y) => Array.from({ length: 28 }, (_, x) => (28 * y + x) % 256));
const steps = preprocess(pixels, { images: "train_images", count: 60000, index: 4 });

test("the four steps have the chapter's shapes and types", () => {
  assert.deepEqual(steps.map(({ shape, dtype }) => [shapeText(shape), dtype]), [
    ["(28, 28)", "uint8"],
    ["(784,)", "uint8"],
    ["(784,)", "float32"],
    ["(784,)", "float32"],
  ]);
});

test("reshape lays row after row", () => {
  assert.equal(steps[1]?.values[12 * 28 + 7], pixels[12]?.[7]);
});

test("only the last step changes a value, to a float32 between 0 and 1", () => {
  assert.deepEqual(steps.map(({ values }) => values[255]), [255, 255, 255, 1]);
  assert.equal(steps[3]?.values[253], Math.fround(253 / 255));
  assert.deepEqual(steps.map(({ values }) => extent(values)).at(-1), { low: 0, high: 1 });
});

test("the code names the array, its size and the sample", () => {
  assert.equal(steps[0]?.code, "train_images[4]");
  assert.equal(steps[1]?.code, "train_images = train_images.reshape((60000, 28 * 28))");
  assert.match(steps[1]?.text ?? "", /\(60000,\s28,\s28\) → \(60000,\s784\)/);
});
