/** Settings in words: short lines for the form, and what sets two runs apart. */

import { percent, whole } from "./numbers.js";
import { OPTIMIZERS } from "./optimizers.js";
import { CHAPTER, learningRate, updatesPerEpoch } from "./settings.js";

/** @typedef {import("./settings.js").Settings} Settings */

const PIXELS = 784;
const CLASSES = 10;

/** @type {readonly [keyof Settings, (settings: Settings) => string][]} */
const WORDS = [
  ["hidden", networkLine],
  ["optimizer", (settings) => OPTIMIZERS[settings.optimizer].title],
  ["learning_rate", (settings) => `learning rate ${learningRate(settings)}`],
  ["momentum", ({ momentum }) => `momentum ${momentum}`],
  ["nesterov", ({ nesterov }) => (nesterov ? "Nesterov" : "no Nesterov")],
  ["rho", ({ rho }) => `rho ${rho}`],
  ["beta_1", ({ beta_1 }) => `beta 1 ${beta_1}`],
  ["beta_2", ({ beta_2 }) => `beta 2 ${beta_2}`],
  ["epochs", ({ epochs }) => counted(epochs, "epoch")],
  ["batch_size", ({ batch_size }) => `batch ${whole(batch_size)}`],
  ["train_samples", ({ train_samples }) => counted(train_samples, "image")],
  ["label_noise", ({ label_noise }) => `${percent(label_noise, 0)} label noise`],
  ["shuffle_pixels", ({ shuffle_pixels }) => (shuffle_pixels ? "shuffled pixels" : "pixels in place")],
  ["seed", ({ seed }) => `seed ${seed}`],
];

/**
 * @param {Settings} settings
 * @returns {string} "784 → 512 relu → 10"
 */
export function networkLine({ hidden }) {
  const layers = hidden.map(({ units, activation }) => `${whole(units)} ${activation}`);
  return [PIXELS, ...layers, CLASSES].join(" → ");
}

/**
 * @param {Settings} settings
 * @returns {string} "RMSprop, 0.001"
 */
export function optimizerLine(settings) {
  return `${OPTIMIZERS[settings.optimizer].title}, ${learningRate(settings)}`;
}

/**
 * @param {Settings} settings
 * @returns {string} "5 epochs × 469 updates"
 */
export function loopLine(settings) {
  return `${counted(settings.epochs, "epoch")} × ${counted(updatesPerEpoch(settings), "update")}`;
}

/**
 * @param {Settings} settings
 * @returns {string} "60,000 images"
 */
export function dataLine({ train_samples, label_noise, shuffle_pixels }) {
  const noise = label_noise > 0 ? `, ${percent(label_noise, 0)} noise` : "";
  return `${counted(train_samples, "image")}${noise}${shuffle_pixels ? ", shuffled pixels" : ""}`;
}

/**
 * @param {Settings} settings
 * @returns {string} "seed 0"
 */
export function identityLine({ seed, name }) {
  return name ? `seed ${seed}, “${name}”` : `seed ${seed}`;
}

/**
 * @param {Settings} settings
 * @returns {string} what is not as in the chapter, "" if nothing is
 */
export function differenceFromChapter(settings) {
  return differing([settings, CHAPTER])[0]?.join(", ") ?? "";
}

/**
 * What sets some runs apart.
 * @param {readonly Settings[]} many
 * @returns {string[][]} for each, its words for the settings that are not the same in all
 */
export function differing(many) {
  const apart = WORDS.filter(([name, say]) => isApart(many, name, say));
  return many.map((settings) => apart.filter(([name]) => applies(settings, name)).map(([, say]) => say(settings)));
}

/**
 * A setting that the optimizer does not know counts as the chapter's.
 * @param {readonly Settings[]} many
 * @param {keyof Settings} name
 * @param {(settings: Settings) => string} say
 */
function isApart(many, name, say) {
  return new Set(many.map((settings) => say(applies(settings, name) ? settings : CHAPTER))).size > 1;
}

/**
 * Whether a setting means anything for the optimizer.
 * @param {Settings} settings
 * @param {keyof Settings} name
 */
export function applies({ optimizer }, name) {
  const isSpecial = Object.values(OPTIMIZERS).some(({ uses }) => uses.some((use) => use === name));
  return !isSpecial || OPTIMIZERS[optimizer].uses.some((use) => use === name);
}

/**
 * @param {number} count
 * @param {string} thing
 */
function counted(count, thing) {
  return `${whole(count)} ${thing}${count === 1 ? "" : "s"}`;
}
