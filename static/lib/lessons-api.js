/**
 * The REST API of the lessons.
 * @typedef {import("./operand.js").Operand} Operand
 * @typedef {{shape: number[], dtype: string, values: import("./nested.js").Nested, preview?: string | null}} Shown
 * @typedef {{title: string, text: string}} Step
 * @typedef {{numpy: string, keras: string | null}} Code
 * @typedef {object} Question
 * @typedef {{title: string, question: Question}} WayOut
 * @typedef {import("./run-events.js").Problem} Problem
 * @typedef {Omit<Problem, "fixes"> & {shapes?: Record<string, number[]> | null, axis?: number | null, place?: {start: number, end: number} | null, fixes?: WayOut[]}} Refusal
 */

import { ask } from "./ask.js";
import { operandJson } from "./operand.js";
import { isReal } from "./real.js";

/**
 * @template T
 * @param {string} slug
 * @param {Question} question
 * @returns {Promise<T>} the trace
 * @throws {import("./ask.js").Refused}
 */
export function askLesson(slug, question) {
  return ask("POST", `/api/lessons/${slug}`, questionJson(question));
}

/**
 * Written by hand, because JSON.stringify makes an integer of 2.0.
 * @param {Question} question
 */
export function questionJson(question) {
  const parts = Object.entries(question).map(([name, part]) => `${JSON.stringify(name)}: ${partJson(part)}`);
  return `{${parts.join(", ")}}`;
}

/**
 * A question that the server proposes. JSON has no fractions that are whole, so typed numbers stay what they were.
 * @param {Question} proposed
 * @param {Question} before
 * @returns {Question}
 */
export function readQuestion(proposed, before) {
  const read = (/** @type {string} */ name, /** @type {any} */ part) =>
    !isOperand(part) || !("values" in part) ? part : { ...part, float: /** @type {any} */ (before)[name]?.float ?? false };
  return Object.fromEntries(Object.entries(proposed).map(([name, part]) => [name, read(name, part)]));
}

/** @param {unknown} part */
function partJson(part) {
  return isOperand(part) ? operandJson(part) : JSON.stringify(part);
}

/** Variables may be called `shape` and `values`, too. @param {unknown} part @returns {part is Operand} */
function isOperand(part) {
  if (typeof part !== "object" || part === null) return false;
  const keys = Object.keys(part).sort().join();
  if (keys === "shape") return "shape" in part && Array.isArray(part.shape);
  if (isReal(part)) return true;
  return ["values", "float,values", "digit,float,values"].includes(keys) && "values" in part && !isNamed(part.values);
}

/** @param {unknown} part */
function isNamed(part) {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}
