/**
 * Runs side by side in a table: their settings, and how far they came.
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./run-record.js").RunRecord} RunRecord
 * @typedef {{name: string, values: readonly string[], differs: boolean}} Row
 */

import { duration, loss, percent, whole } from "./numbers.js";
import { OPTIMIZERS } from "./optimizers.js";
import { learningRate } from "./settings.js";
import { applies, networkLine } from "./settings-words.js";

const NONE = "–";

/** @type {readonly [string, keyof Settings, (settings: Settings) => string][]} */
const SETTINGS = [
  ["Network", "hidden", networkLine],
  ["Optimizer", "optimizer", ({ optimizer }) => OPTIMIZERS[optimizer].title],
  ["Learning rate", "learning_rate", (settings) => String(learningRate(settings))],
  ["Momentum", "momentum", ({ momentum }) => String(momentum)],
  ["Nesterov", "nesterov", ({ nesterov }) => (nesterov ? "yes" : "no")],
  ["Rho", "rho", ({ rho }) => String(rho)],
  ["Beta 1", "beta_1", ({ beta_1 }) => String(beta_1)],
  ["Beta 2", "beta_2", ({ beta_2 }) => String(beta_2)],
  ["Epochs", "epochs", ({ epochs }) => whole(epochs)],
  ["Batch size", "batch_size", ({ batch_size }) => whole(batch_size)],
  ["Training images", "train_samples", ({ train_samples }) => whole(train_samples)],
  ["Label noise", "label_noise", ({ label_noise }) => (label_noise > 0 ? percent(label_noise, 0) : "none")],
  ["Pixels", "shuffle_pixels", ({ shuffle_pixels }) => (shuffle_pixels ? "shuffled" : "in place")],
  ["Seed", "seed", ({ seed }) => String(seed)],
];

/** @type {readonly [string, (record: RunRecord) => string][]} */
const FIGURES = [
  ["Updates done", ({ step }) => whole(step)],
  ["Training time", ({ seconds }) => duration(seconds)],
  ["Loss", ({ epochs }) => said(epochs.at(-1)?.loss, loss)],
  ["Accuracy", ({ epochs }) => said(epochs.at(-1)?.accuracy, percent)],
  ["Test loss", ({ epochs }) => said(epochs.at(-1)?.testLoss, loss)],
  ["Test accuracy", ({ epochs }) => said(epochs.at(-1)?.testAccuracy, percent)],
];

/**
 * @param {readonly Settings[]} many
 * @returns {Row[]} every setting that means something in one of them
 */
export function settingRows(many) {
  return SETTINGS.filter(([, key]) => many.some((settings) => applies(settings, key))).map(([name, key, say]) =>
    row(name, many.map((settings) => (applies(settings, key) ? say(settings) : NONE))),
  );
}

/**
 * @param {readonly RunRecord[]} records
 * @returns {Row[]} what each has reached in its newest epoch
 */
export function figureRows(records) {
  return FIGURES.map(([name, say]) => row(name, records.map(say)));
}

/**
 * @param {string} name
 * @param {readonly string[]} values
 * @returns {Row}
 */
function row(name, values) {
  return { name, values, differs: new Set(values).size > 1 };
}

/**
 * @param {number | undefined} value
 * @param {(value: number) => string} say
 */
function said(value, say) {
  return value === undefined ? NONE : say(value);
}
