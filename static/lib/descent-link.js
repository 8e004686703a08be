/** A start and a list of optimizers in a link, as the API spells them. What is no list is not even asked about. */

import { RULES, trimmed, USUAL } from "./descent-optimizers.js";

/** @typedef {import("./descent.js").Optimizer} Optimizer */

/** @type {import("./link.js").Field<readonly number[] | null>} null is the landscape's own start */
export const startField = {
  read: (text) => listOf(text),
  write: (start) => start && JSON.stringify(start),
  accepts: (text) => listOf(text)?.every((axis) => typeof axis === "number") ?? false,
  expected: "a list of one number or two, such as [-2.5]",
};

/** @param {readonly Optimizer[]} usual @returns {import("./link.js").Field<readonly Optimizer[]>} */
export function optimizersField(usual) {
  const usualText = JSON.stringify(usual.map(brief));
  return {
    read: (text) => (listOf(text) ?? usual).map(trimmed),
    write: (optimizers) => {
      const text = JSON.stringify(optimizers.map(brief));
      return text === usualText ? null : text;
    },
    accepts: (text) => listOf(text)?.every((optimizer) => optimizer?.name in RULES) ?? false,
    expected: 'a list of optimizers such as [{"name":"sgd","learning_rate":0.1}]',
  };
}

/** @param {string | null} text @returns {any[] | null} */
function listOf(text) {
  try {
    const read = JSON.parse(text ?? "");
    return Array.isArray(read) && read.length > 0 ? read : null;
  } catch {
    return null;
  }
}

/** Without what is usual. @param {Optimizer} optimizer */
function brief(optimizer) {
  const entries = Object.entries(optimizer).filter(
    ([name, value]) => name === "learning_rate" || value !== /** @type {Record<string, number>} */ (USUAL)[name],
  );
  return Object.fromEntries(entries);
}
