/** What to call a run, and where it comes from. */

import { fromSpec } from "./settings.js";
import { differenceFromChapter, differing } from "./settings-words.js";

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
 * What to say below the titles of runs that are compared.
 * @param {readonly {id: string, spec: import("./runs-api.js").Spec, created_at: string}[]} runs
 * @returns {string[]} what sets them apart and is not in their title, and their time of day where nothing does
 */
export function subtitles(runs) {
  const titles = runs.map(runTitle);
  const apart = differing(runs.map(({ spec }) => fromSpec(spec)));
  const words = titles.map((title, i) => apart[i]?.filter((word) => !title.includes(word)).join(", ") ?? "");
  const said = titles.map((title, i) => `${title} ${words[i]}`);
  return runs.map((run, i) => {
    const isTwin = said.some((other, j) => j !== i && other === said[i]);
    return [words[i], isTwin && timeOfDay(run)].filter(Boolean).join(", ");
  });
}

/**
 * @param {{created_at: string}} run
 * @returns {string} "14:05:09"
 */
export function timeOfDay({ created_at }) {
  return new Date(created_at).toLocaleTimeString("en-GB");
}

/**
 * @param {{id: string}} run
 * @returns {string} "" if it was trained here
 */
export function origin({ id }) {
  return id === "recorded" ? "came with the playground" : "";
}
