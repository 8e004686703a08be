/** What there is to say about an element-wise operation: about a cell, a guess. */

import { sourceOf } from "./broadcast.js";
import { withNumbers, withParts } from "./expression.js";
import { sizeOf, valueAt } from "./nested.js";
import { placeParts, plain } from "./parts.js";
import { shapeText, textAt } from "./spelling.js";

/**
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./lessons-api.js").Shown} Shown
 * @typedef {import("./parts.js").Part} Part
 * @typedef {{a: Shown, b: Shown | null, result: Shown, expression: string}} Answer
 */

/** Most numbers of a result of which one is to be guessed, and most digits of it. */
const SMALL = 30;
const SHORT = 6;

/**
 * result[1, 2] = a[1, 2] + b[2] = 5 + 2 = 7
 * @param {Answer} answer
 * @param {Place} place
 * @returns {Part[]}
 */
export function cellParts({ a, b, result, expression }, place) {
  const operands = Object.entries({ a, ...(b && { b }) });
  const named = operands.map(([name, { shape }]) => [name, placeParts(name, sourceOf(place, shape), place.length - shape.length)]);
  const numbers = operands.map(([name, tensor]) => [name, textAt(tensor, sourceOf(place, tensor.shape))]);
  const formula = withParts(expression, Object.fromEntries(named));
  const computed = withNumbers(expression, Object.fromEntries(numbers));
  return [...placeParts("result", place), " = ", ...formula, " = ", computed, " = ", textAt(result, place)];
}

/**
 * The last number of a small result, to be guessed, if one can compute it in the head.
 * @param {Answer} answer
 */
export function cellGuess(answer) {
  const { shape, dtype, values } = answer.result;
  const place = shape.map((length) => length - 1);
  const text = textAt(answer.result, place);
  if (sizeOf(shape) > SMALL || text.length > SHORT || dtype === "bool" || !Number.isFinite(valueAt(values, place))) return null;
  const how = plain(cellParts(answer, place).slice(0, -2));
  return { name: plain(placeParts("result", place)), text, how: `${how}.` };
}

/**
 * Why a guess is not the shape of what one tensor becomes.
 * @param {Shape} shape
 * @param {Shape | null} guess
 */
export function whyNotSame(shape, guess) {
  if (guess && shapeText(guess) === shapeText(shape)) return [];
  return [`Each number gives one number, so nothing changes about the shape ${shapeText(shape)}.`];
}
