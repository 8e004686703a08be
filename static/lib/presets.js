/**
 * Trainings that are worth watching: the chapter's, and those that differ from it in the one thing that they show.
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {{title: string, watch: string, settings: Settings}} Preset
 */

import { writeLink } from "./link.js";
import { CHAPTER, SETTINGS } from "./settings.js";

/** @type {readonly Preset[]} */
export const PRESETS = [
  preset("The chapter’s run", "The loss falls in the first hundred updates; after that, every epoch finds a little less.", {}),
  preset("Rate too small", "The curve points the right way, but a thousandth of the chapter’s step takes it hardly anywhere.", { learning_rate: 1e-6 }),
  preset("Rate too large", "The loss leaps in the first updates, and what was thrown too far never quite comes back. Look with a log scale.", { learning_rate: 0.1 }),
  preset("No hidden layer", "Ten templates, one for each digit: the loss soon flattens, and more epochs do not help.", { hidden: [] }),
  preset("300 images", "Training accuracy reaches all, test accuracy does not: then the test loss begins to rise.", { train_samples: 300, batch_size: 32, epochs: 20 }),
  preset("A fifth of the labels random", "The network does better on the test digits than on the labels that it learns from.", { label_noise: 0.2 }),
  preset("Shuffled pixels", "No eye can read these digits, yet the curves are as good as the chapter’s: a Dense layer has no idea of neighbours.", { shuffle_pixels: true }),
];

/**
 * @param {Settings} settings
 * @returns {Preset | undefined} the one that they are, whatever the run is called
 */
export function presetOf(settings) {
  const link = writeLink(SETTINGS, { ...settings, name: "" });
  return PRESETS.find((preset) => writeLink(SETTINGS, preset.settings) === link);
}

/**
 * @param {string} title
 * @param {string} watch what to watch for
 * @param {Partial<Settings>} difference from the chapter
 * @returns {Preset}
 */
function preset(title, watch, difference) {
  return { title, watch, settings: { ...CHAPTER, ...difference } };
}
