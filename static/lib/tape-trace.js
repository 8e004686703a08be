/**
 * What is seen of a tape at a step: values as far as it has recorded, gradients as far as it was read backwards.
 * @typedef {import("./lessons-api.js").Shown} Shown
 * @typedef {import("./tape-cell.js").TapeCell} TapeCell
 * @typedef {{name: string, kind: "variable" | "constant", used: boolean, value: Shown}} Leaf
 * @typedef {{name: string, code: string, recorded: boolean, value: Shown, gradient: Shown | null}} TapeLine
 * @typedef {{kind: "watch" | "record" | "seed" | "back" | "gradients", title: string, text: string, name: string | null,
 *   line: string | null, complete: boolean}} TapeStep
 * @typedef {{made: TapeCell, formula: string, cells: TapeCell[]}} Factor
 * @typedef {{factors: Factor[], formula: string, text: string}} Term
 * @typedef {{variable: string, index: number[], count: number, terms: Term[], left_out: string | null, text: string,
 *   gradient: import("./wire.js").WireNumber}} Why
 * @typedef {{value: Shown, gradients: Record<string, Shown | null>, leaves: Leaf[], tape: TapeLine[], steps: TapeStep[],
 *   terms: Why | null}} TapeTrace
 * @typedef {"none" | "partly" | "whole"} Arrived how much of a gradient has come
 * @typedef {{known: ReadonlySet<string>, arrived: ReadonlyMap<string, Arrived>, line: string | null, name: string | null}} Seen
 */

import { textAt } from "./spelling.js";
import { cellParts } from "./tape-cell.js";

/**
 * @param {readonly TapeStep[]} steps
 * @param {number} step
 * @returns {Seen}
 */
export function seenAt(steps, step) {
  const gone = steps.slice(0, step + 1);
  const known = new Set(gone.flatMap(({ kind, name }) => (kind === "record" && name ? [name] : [])));
  /** @type {Map<string, Arrived>} */
  const arrived = new Map();
  for (const { kind, name, complete } of gone) {
    if ((kind === "seed" || kind === "back") && name) arrived.set(name, complete ? "whole" : "partly");
  }
  const { line = null, name = null } = steps[step] ?? {};
  return { known, arrived, line, name };
}

/**
 * What is seen before a gradient is guessed: all values, and the gradients that were guessed already.
 * @param {TapeTrace} trace
 * @param {readonly string[]} guessed
 * @returns {Seen}
 */
export function seenBefore({ tape }, guessed) {
  const known = new Set(tape.map(({ name }) => name));
  return { known, arrived: new Map(guessed.map((name) => [name, "whole"])), line: null, name: null };
}

/**
 * The numbers that terms are made of: those that stand in their formulas, and those through which the gradient comes.
 * @param {readonly Term[]} terms
 * @returns {{values: TapeCell[], gradients: TapeCell[]}}
 */
export function cellsOf(terms) {
  const factors = terms.flatMap((term) => term.factors);
  return { values: factors.flatMap(({ cells }) => cells), gradients: factors.map(({ made }) => made) };
}

/**
 * The number that is told of when nobody has asked: the last one of the first gradient that there is.
 * @param {TapeTrace} trace
 * @returns {TapeCell | null}
 */
export function firstCell({ leaves, gradients }) {
  const leaf = leaves.find(({ name, value }) => gradients[name] && value.shape.every((length) => length > 0));
  return leaf ? lastCell(leaf) : null;
}

/** @param {Leaf} leaf @returns {TapeCell} */
export function lastCell({ name, value }) {
  return { name, index: value.shape.map((length) => length - 1) };
}

/**
 * Whether a number is one whose gradient can be told.
 * @param {TapeTrace} trace
 * @param {TapeCell | null} cell
 */
export function hasGradient({ gradients, tape }, cell) {
  const gradient = cell && (gradients[cell.name] ?? tape.find(({ name }) => name === cell.name)?.gradient);
  return Boolean(gradient && cell.index.length === gradient.shape.length && cell.index.every((i, axis) => i < (gradient.shape[axis] ?? 0)));
}

/**
 * What there is to say about a value.
 * @param {TapeTrace} trace
 * @param {TapeCell} cell
 * @returns {import("./parts.js").Part[]} x1[0, 2] = 1.0, recorded as x1 = x @ W.
 */
export function valueParts({ leaves, tape }, cell) {
  const line = tape.find(({ name }) => name === cell.name);
  const value = line?.value ?? leaves.find(({ name }) => name === cell.name)?.value ?? null;
  return [...cellParts(cell), ` = ${textAt(value, cell.index)}${line ? `, recorded as ${line.code}` : ""}.`];
}

/**
 * The numbers of those gradients that there are.
 * @param {TapeTrace["gradients"]} gradients
 * @returns {Record<string, import("./nested.js").Nested>}
 */
export function numbersOf(gradients) {
  return Object.fromEntries(Object.entries(gradients).flatMap(([name, gradient]) => (gradient ? [[name, gradient.values]] : [])));
}
