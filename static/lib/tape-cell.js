/** One number of a gradient, as a link and a sentence name it: `W[1, 2]`, of a scalar `x`. */

/** @typedef {{name: string, index: number[]}} TapeCell */
/** @typedef {import("./parts.js").Part} Part */

import { placeParts } from "./parts.js";

const CELL = /^([A-Za-z_]\w*)(?:\[(\d+(?:,\s*\d+)*)\])?$/;
const CELLS = /([A-Za-z_]\w*\[\d+(?:, \d+)*\])/;

/** @type {import("./link.js").Field<TapeCell | null>} */
export const cellField = {
  read: (text) => readCell(text ?? ""),
  write: (cell) => cell && `${cell.name}${cell.index.length > 0 ? `[${cell.index}]` : ""}`,
  accepts: (text) => readCell(text) !== null,
  expected: "a number of a gradient, such as W[1,2]",
};

/** @param {TapeCell} cell @returns {Part[]} */
export function cellParts({ name, index }) {
  return placeParts(name, index);
}

/**
 * A formula in which the indices have the colours of their axes.
 * @param {string} formula
 * @returns {Part[]}
 */
export function formulaParts(formula) {
  return formula.split(CELLS).flatMap((text) => {
    const cell = text.includes("[") ? readCell(text) : null;
    return cell ? cellParts(cell) : text === "" ? [] : [text];
  });
}

/** @param {string} text @returns {TapeCell | null} */
function readCell(text) {
  const [, name, indices = ""] = CELL.exec(text) ?? [];
  return name ? { name, index: indices.split(",").filter((i) => i !== "").map(Number) } : null;
}
