/** What to call a run, and where it comes from. */

import { fromSpec } from "./settings.js";
import { differenceFromChapter } from "./settings-words.js";

/**
 * What to call a run: its name, or what is not as in the chapter.
 * @param {{id: string, spec: import("./runs-api.js").Spec}} run
 * @returns {string}
 */
export function runTitle({ id, spec }) {
  if (spec.name) return spec.name;
  if (id === "recorded") return "The recorded run";
  return differenceFromChapter(fromSpec(spec)) || "As in the chapter";
}

/**
 * @param {{id: string}} run
 * @returns {string} "" if it was trained here
 */
export function origin({ id }) {
  return id === "recorded" ? "came with the playground" : "";
}
