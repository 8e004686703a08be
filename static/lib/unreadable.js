/**
 * A text that cannot be read: what is wrong, and texts that could be meant instead.
 * @typedef {{title: string, text: string}} Rewriting
 * @typedef {import("./run-events.js").Problem} Problem
 */

const LONGEST = 24;

/** What somebody typed cannot be read. */
export class Unreadable extends Error {
  /**
   * @param {{what: string, expected: string, got: string}} problem
   * @param {readonly Rewriting[]} [rewritings]
   */
  constructor({ what, expected, got }, rewritings = []) {
    super(what);
    /** @type {Problem} */
    this.problem = { code: "unreadable", what, expected, got, hint: "" };
    this.rewritings = rewritings;
  }
}

/**
 * A part of a text, quoted, and where it stands.
 * @param {string} text
 * @param {string} part
 * @param {number} index where it begins
 * @returns {string} “two” at line 1, character 3
 */
export function partAt(text, part, index) {
  const lines = text.slice(0, index).split("\n");
  const character = `character ${(lines.at(-1) ?? "").length + 1}`;
  return `${quoted(part)} at ${text.trimEnd().includes("\n") ? `line ${lines.length}, ` : ""}${character}`;
}

/** @param {string} part */
export function quoted(part) {
  return `“${part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part}”`;
}
