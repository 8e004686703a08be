import assert from "node:assert/strict";
import test from "node:test";

import { figureRows, settingRows } from "../../static/lib/comparison.js";
import { RunRecord } from "../../static/lib/run-record.js";
import { CHAPTER } from "../../static/lib/settings.js";

const stamp = { at: "2026-01-01T00:00:00Z", attempt: 1 };

test("only the settings that are not the same in all runs differ", () => {
  const rows = settingRows([CHAPTER, { ...CHAPTER, label_noise: 0.2, shuffle_pixels: true }]);
  assert.deepEqual(
    rows.filter(({ differs }) => differs).map(({ name, values }) => [name, ...values]),
    [
      ["Label noise", "none", "20\u202f%"],
      ["Pixels", "in place", "shuffled"],
    ],
  );
  assert.deepEqual(rows.find(({ name }) => name === "Network")?.values, Array(2).fill("784 → 512 relu → 10"));
});

test("a setting that no optimizer of these runs knows is left out, and one that only some know is a dash", () => {
  const names = settingRows([CHAPTER]).map(({ name }) => name);
  assert.ok(names.includes("Rho") && !names.includes("Beta 1"));
  const [rho] = settingRows([CHAPTER, { ...CHAPTER, optimizer: "adam" }]).filter(({ name }) => name === "Rho");
  assert.deepEqual(rho, { name: "Rho", values: ["0.9", "–"], differs: true });
});

test("the usual learning rate of each optimizer is told as a number", () => {
  const [rates] = settingRows([CHAPTER, { ...CHAPTER, optimizer: "sgd" }]).filter(({ name }) => name === "Learning rate");
  assert.deepEqual(rates?.values, ["0.001", "0.01"]);
});

test("figures are those of the newest epoch, and dashes before there is one", () => {
  const record = new RunRecord(2, 1);
  record.apply({ ...stamp, seq: 1, type: "batches_trained", epoch: 1, first_step: 0, loss: [2, 1], accuracy: [0, 1], seconds: 3 });
  const figures = { loss: 1.5, accuracy: 0.5, test_loss: 1, test_accuracy: 0.75, seconds: 3 };
  record.apply({ ...stamp, seq: 2, type: "epoch_ended", epoch: 1, ...figures });
  const rows = figureRows([record, new RunRecord(2, 1)]);
  assert.deepEqual(
    rows.map(({ name, values }) => [name, ...values]),
    [
      ["Updates done", "2", "0"],
      ["Training time", "3.0\u202fs", "0.0\u202fs"],
      ["Loss", "1.5000", "–"],
      ["Accuracy", "50.00\u202f%", "–"],
      ["Test loss", "1.0000", "–"],
      ["Test accuracy", "75.00\u202f%", "–"],
    ],
  );
});
