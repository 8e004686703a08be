/**
 * The page Train as a link: the settings, the chosen runs, the scale of the loss.
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {Settings & {runs: readonly string[], scale: "linear" | "log"}} TrainState
 */

import { oneOf } from "./link.js";
import { SETTINGS } from "./settings.js";

/** @type {import("./link.js").Fields<TrainState>} */
export const TRAIN_FIELDS = {
  ...SETTINGS,
  runs: {
    read: (text) => [...new Set((text ?? "").split(",").filter(Boolean))],
    write: (ids) => ids.join(",") || null,
  },
  scale: oneOf(["linear", "log"]),
};
