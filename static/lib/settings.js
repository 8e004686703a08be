/**
 * What a learner can choose for a run: one table of names, types and defaults. The defaults are the chapter's.
 * @typedef {import("./optimizers.js").OptimizerName} OptimizerName
 * @typedef {"relu" | "sigmoid" | "tanh"} Activation
 * @typedef {{units: number, activation: Activation}} HiddenLayer
 * @typedef {object} Settings
 * @property {readonly HiddenLayer[]} hidden
 * @property {OptimizerName} optimizer
 * @property {number | null} learning_rate null: the optimizer's usual one
 * @property {number} momentum
 * @property {boolean} nesterov
 * @property {number} rho
 * @property {number} beta_1
 * @property {number} beta_2
 * @property {number} epochs
 * @property {number} batch_size
 * @property {number} train_samples
 * @property {number} label_noise
 * @property {boolean} shuffle_pixels
 * @property {number} seed
 * @property {string} name
 */

import { oneOf, readLink, word } from "./link.js";
import { OPTIMIZER_NAMES, OPTIMIZERS } from "./optimizers.js";

const LONGEST_NAME = 80;
export const MOST_UNITS = 2048;

/** @type {import("./link.js").Fields<Settings>} */
export const SETTINGS = {
  hidden: layers("512-relu"),
  optimizer: oneOf(OPTIMIZER_NAMES),
  learning_rate: number(null, 1e-9, 1000),
  momentum: number(0, 0, 0.999999),
  nesterov: flag(),
  rho: number(0.9, 0, 0.999999),
  beta_1: number(0.9, 0, 0.999999),
  beta_2: number(0.999, 0, 0.999999),
  epochs: whole(5, 1, 100),
  batch_size: whole(128, 1, 10000),
  train_samples: whole(60000, 1, 60000),
  label_noise: number(0, 0, 1),
  shuffle_pixels: flag(),
  seed: whole(0, 0, 2147483647),
  name: { ...word(""), accepts: (text) => text.length <= LONGEST_NAME },
};

/** @type {Settings} */
export const CHAPTER = readLink(SETTINGS, "");

/**
 * The spec that the API is asked to train: only what the chosen optimizer knows.
 * @param {Settings} settings
 * @returns {import("./runs-api.js").Spec}
 */
export function toSpec(settings) {
  const { hidden, epochs, batch_size, train_samples, label_noise, shuffle_pixels, seed, name } = settings;
  const more = OPTIMIZERS[settings.optimizer].uses.map((use) => [use, settings[use]]);
  const optimizer = {
    name: settings.optimizer,
    learning_rate: learningRate(settings),
    ...Object.fromEntries(more),
  };
  return { hidden, optimizer, epochs, batch_size, train_samples, label_noise, shuffle_pixels, seed, name };
}

/**
 * The settings of a run that was trained before.
 * @param {import("./runs-api.js").Spec} spec
 * @returns {Settings}
 */
export function fromSpec(spec) {
  const { name, learning_rate, ...more } = spec.optimizer;
  const usual = OPTIMIZERS[name].learning_rate;
  return {
    ...CHAPTER,
    ...spec,
    ...more,
    optimizer: name,
    learning_rate: learning_rate === usual ? null : learning_rate,
  };
}

/**
 * @param {Settings} settings
 * @returns {number}
 */
export function learningRate(settings) {
  return settings.learning_rate ?? OPTIMIZERS[settings.optimizer].learning_rate;
}

/**
 * Batches in one epoch; the last may be partial.
 * @param {Settings} settings
 * @returns {number}
 */
export function updatesPerEpoch(settings) {
  return Math.ceil(settings.train_samples / settings.batch_size);
}

/**
 * @template {number | null} F
 * @param {F} usual
 * @param {number} least
 * @param {number} most
 * @returns {Required<import("./link.js").Field<number | F>>}
 */
function number(usual, least, most) {
  return {
    read: (text) => (text === null ? usual : Number(text)),
    write: (value) => (value === usual ? null : String(value)),
    accepts: (text) => text.trim() !== "" && Number(text) >= least && Number(text) <= most,
    expected: `a number from ${least} to ${most}`,
  };
}

/**
 * @param {number} usual
 * @param {number} least
 * @param {number} most
 * @returns {import("./link.js").Field<number>}
 */
function whole(usual, least, most) {
  const field = number(usual, least, most);
  return { ...field, accepts: (text) => field.accepts(text) && Number.isInteger(Number(text)) };
}

/** @returns {import("./link.js").Field<boolean>} */
function flag() {
  return {
    read: (text) => text === "true",
    write: (value) => (value ? "true" : null),
    accepts: (text) => ["true", "false"].includes(text),
  };
}

/**
 * Layers as "512-relu,64-tanh"; "none" for no hidden layer.
 * @param {string} usual
 * @returns {import("./link.js").Field<readonly HiddenLayer[]>}
 */
function layers(usual) {
  return {
    read: (text) => readLayers(text ?? usual) ?? readLayers(usual) ?? [],
    write: (value) => {
      const text = value.map(({ units, activation }) => `${units}-${activation}`).join(",") || "none";
      return text === usual ? null : text;
    },
    accepts: (text) => readLayers(text) !== null,
  };
}

/**
 * @param {string} text
 * @returns {readonly HiddenLayer[] | null} null if the text is wrong
 */
function readLayers(text) {
  if (text === "none") return [];
  const parts = text.split(",").map((part) => /^(\d{1,4})-(relu|sigmoid|tanh)$/.exec(part));
  if (parts.length > 4 || parts.includes(null)) return null;
  const layers = parts.map((part) => ({
    units: Number(part?.[1]),
    activation: /** @type {Activation} */ (part?.[2]),
  }));
  return layers.every(({ units }) => units >= 1 && units <= MOST_UNITS) ? layers : null;
}
