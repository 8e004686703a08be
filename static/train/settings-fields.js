/**
 * Settings in the fields of their form: each field has the name of its setting.
 * @typedef {import("../lib/settings.js").Settings} Settings
 * @typedef {import("./hidden-layers.js").HiddenLayers} HiddenLayers
 */

import "./hidden-layers.js";
import { OPTIMIZERS } from "../lib/optimizers.js";
import { learningRate, SETTINGS } from "../lib/settings.js";

const NUMBERS = /** @type {const} */ ([
  "momentum",
  "rho",
  "beta_1",
  "beta_2",
  "epochs",
  "batch_size",
  "train_samples",
  "label_noise",
  "seed",
]);

const CHECKS = /** @type {const} */ (["nesterov", "shuffle_pixels"]);

/**
 * @param {HTMLFormElement} form
 * @param {Settings} settings
 */
export function writeFields(form, settings) {
  layers(form).value = settings.hidden;
  for (const name of NUMBERS) field(form, name).value = String(settings[name]);
  field(form, "learning_rate").value = String(learningRate(settings));
  for (const name of CHECKS) field(form, name).checked = settings[name];
  field(form, "name").value = settings.name;
  optimizers(form).value = settings.optimizer;
}

/**
 * @param {HTMLFormElement} form
 * @param {Settings} before what the trainer would refuse stays as it was
 * @returns {Settings}
 */
export function readFields(form, before) {
  const numbers = NUMBERS.map((name) => [name, numberIn(form, name, before[name])]);
  const optimizer = /** @type {Settings["optimizer"]} */ (optimizers(form).value);
  const rate = numberIn(form, "learning_rate", learningRate(before));
  return {
    ...before,
    ...Object.fromEntries(numbers),
    hidden: layers(form).value,
    optimizer,
    learning_rate: rate === OPTIMIZERS[optimizer].learning_rate ? null : rate,
    ...Object.fromEntries(CHECKS.map((name) => [name, field(form, name).checked])),
    name: field(form, "name").value,
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {(typeof NUMBERS)[number] | "learning_rate"} name
 * @param {number} before
 */
function numberIn(form, name, before) {
  const { value, valueAsNumber } = field(form, name);
  return SETTINGS[name].accepts?.(value) ? valueAsNumber : before;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** @param {HTMLFormElement} form */
function optimizers(form) {
  return /** @type {RadioNodeList} */ (form.elements.namedItem("optimizer"));
}

/** @param {HTMLFormElement} form */
function layers(form) {
  return /** @type {HiddenLayers} */ (form.querySelector("hidden-layers"));
}
