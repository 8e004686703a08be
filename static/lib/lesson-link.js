/** What to say about a link to a lesson that asks for something which the lesson cannot do. */

import { refused } from "./link.js";

/**
 * @typedef {import("./run-events.js").Problem} Problem
 * @typedef {{title: string, query: string}} OtherLink
 */

const LONGEST = 60;

/**
 * @template {object} S
 * @param {import("./link.js").Fields<S>} fields
 * @param {string} query
 * @returns {{problem: Problem, waysOut: OtherLink[]} | null} null where all of it is understood
 */
export function linkTrouble(fields, query) {
  const given = new URLSearchParams(query);
  const unknown = [...new Set(given.keys())].filter((name) => !Object.hasOwn(fields, name));
  const wrong = [...refused(fields, query), ...unknown];
  if (wrong.length === 0) return null;
  const said = wrong.map((name) => brief(`${name}=${given.get(name)}`)).join(", ");
  const expected = wrong.map((name) => `${name}: ${fields[/** @type {keyof S} */ (name)]?.expected ?? "nothing of this name"}`).join("; ");
  for (const name of wrong) given.delete(name);
  const rest = given.size > 0 ? [{ title: "Open it without that", query: `?${given}` }] : [];
  const problem = { code: "link", what: "This link says what cannot be used.", expected, got: said, hint: "" };
  return { problem, waysOut: [...rest, { title: "Open the example", query: "" }] };
}

/** @param {string} text */
function brief(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
