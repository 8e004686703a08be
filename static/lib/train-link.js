/**
 * The page Train as a link: the settings, the chosen runs, the axes of the charts, the moment that is looked at.
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {object} TimeState
 * @property {string} through the run whose moments are looked at; "" is the last of the chosen ones
 * @property {number | null} step the moment; null is the newest
 * @property {number | null} cell of the confusion matrix, row after row
 * @property {"active" | "changed" | number} images which units are shown: by activity, by change, or for a class
 * @typedef {Settings & TimeState & {runs: readonly string[], scale: "linear" | "log", over: import("./run-axis.js").Over}} TrainState
 */

import { integer, oneOf, refused, word } from "./link.js";
import { SETTINGS } from "./settings.js";

/** @type {import("./link.js").Fields<TrainState>} */
export const TRAIN_FIELDS = {
  ...SETTINGS,
  runs: {
    read: (text) => [...new Set((text ?? "").split(",").filter(Boolean))],
    write: (ids) => ids.join(",") || null,
  },
  scale: oneOf(["linear", "log"]),
  over: oneOf(["updates", "seconds"]),
  through: word(""),
  step: integer(null),
  cell: {
    read: (text) => (text === null ? null : Number(text.replace("-", ""))),
    write: (cell) => (cell === null ? null : `${Math.floor(cell / 10)}-${cell % 10}`),
    accepts: (text) => /^\d-\d$/.test(text),
    expected: "a true and a predicted class, such as 4-9",
  },
  images: {
    read: (text) => (text === "changed" ? text : /^\d$/.test(text ?? "") ? Number(text) : "active"),
    write: (images) => (images === "active" ? null : String(images)),
    accepts: (text) => /^(active|changed|\d)$/.test(text),
    expected: "active, changed or a class",
  },
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
