/**
 * The page Train as a link: the settings, the chosen runs, the scale of the loss.
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {Settings & {runs: readonly string[], scale: "linear" | "log"}} TrainState
 */

import { oneOf, refused } from "./link.js";
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

/**
 * What to say about a link that cannot be followed in all it says.
 * @param {string} query
 * @param {readonly string[]} unknown runs that it names and that are not there
 * @returns {import("./run-events.js").Problem | null}
 */
export function linkProblem(query, unknown) {
  const given = new URLSearchParams(query);
  const wrong = refused(TRAIN_FIELDS, query).map((name) => `${name}=${given.get(name)}`);
  const lines = [
    unknown.length > 0 && `This link names ${unknown.length > 1 ? "runs that are" : "a run that is"} not here: ${unknown.join(", ")}.`,
    wrong.length > 0 && `This link says what cannot be used: ${wrong.join(", ")}.`,
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  const hint = wrong.length > 0 ? "The chapter’s values are used instead." : "";
  return { code: "link", what: lines.join(" "), expected: "", got: "", hint };
}
