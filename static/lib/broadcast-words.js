/** What there is to say about broadcasting: about an axis, a cell, a guess. */

import { sourceOf } from "./broadcast.js";
import { sizeOf } from "./nested.js";
import { whole } from "./numbers.js";
import { applied, second } from "./operations.js";
import { placeParts, plain } from "./parts.js";
import { shapeText, textAt } from "./spelling.js";

/**
 * @typedef {import("./broadcast.js").Axis} Axis
 * @typedef {import("./broadcast.js").Name} Name
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./lessons-api.js").Shown} Shown
 * @typedef {import("./parts.js").Part} Part
 * @typedef {{a: Shown, b: Shown, result: Shown}} Tensors
 * @typedef {{kind: "equal" | "stretched" | "added" | "failing", text: string}} Verdict
 */

/** So many numbers one can still work out in one's head. */
const SMALL = 12;

/**
 * How two lengths come to fit, or that they do not.
 * @param {Axis} axis
 * @returns {Verdict}
 */
export function verdict({ a, b, result }) {
  if (result === null) return { kind: "failing", text: `${a} ≠ ${b}` };
  if (a === b) return { kind: "equal", text: "equal" };
  const name = a === null || (a === 1 && b !== null) ? "a" : "b";
  const read = `read ${whole(result)} ${result === 1 ? "time" : "times"}`;
  if (a === null || b === null) return { kind: "added", text: `added to ${name}, ${read}` };
  return { kind: "stretched", text: `${name} is ${read}` };
}

/**
 * Why a guess is not the shape of the result: first the number of axes, then each axis.
 * @param {readonly Axis[]} axes
 * @param {Shape | null} guess null for "they do not fit"
 * @returns {string[]} empty if it is right
 */
export function whyNot(axes, guess) {
  const failing = axes.find(({ result }) => result === null);
  if (failing) return guess === null ? [] : [`On axis ${failing.axis}, ${failing.a} meets ${failing.b}, and neither is 1.`];
  if (guess === null) return ["They fit: on every axis the lengths are equal, or one is 1 or missing."];
  if (guess.length !== axes.length) {
    const wanted = axes.length === 1 ? "1 axis" : `${axes.length} axes`;
    return [`The result has ${wanted}, as many as the operand with more of them; ${shapeText(guess)} has ${guess.length}.`];
  }
  return axes.filter(({ axis, result }) => guess[axis] !== result).map((axis) => axisReason(axis));
}

/**
 * result[1, 2] = a[1, 2] + b[2] = 5 + 2 = 7
 * @param {string} op
 * @param {Place} place
 * @param {Tensors} tensors
 * @returns {Part[]}
 */
export function resultParts(op, place, { a, b, result }) {
  const read = (/** @type {Shown} */ tensor) => textAt(tensor, sourceOf(place, tensor.shape));
  const named = applied(op, sourceParts("a", place, a.shape), sourceParts("b", place, b.shape));
  const numbers = applied(op, [read(a)], [second(op, read(b))]);
  return [...placeParts("result", place), " = ", ...named, " = ", ...numbers, ` = ${textAt(result, place)}`];
}

/**
 * What becomes of a number of an operand.
 * @param {Name} name
 * @param {Place} place of the result, where it is read
 * @param {Shown} tensor
 * @param {Shape} result
 * @returns {Part[]}
 */
export function operandParts(name, place, tensor, result) {
  const cells = whole(timesRead(tensor.shape, result));
  const used = cells === "1" ? "It is read once." : `It is read ${cells} times, and stored once.`;
  const read = textAt(tensor, sourceOf(place, tensor.shape));
  return [...sourceParts(name, place, tensor.shape), ` = ${read}. ${used}`];
}

/**
 * The last number of a small result, to be guessed.
 * @param {string} op
 * @param {Tensors} tensors
 */
export function cellGuess(op, tensors) {
  const { shape } = tensors.result;
  if (sizeOf(shape) > SMALL || sizeOf(shape) === 0) return null;
  const place = shape.map((length) => length - 1);
  const parts = resultParts(op, place, tensors);
  const how = plain(parts.slice(0, -1));
  return { name: plain(placeParts("result", place)), text: textAt(tensors.result, place), how: `${how}.` };
}

/**
 * @param {Shape} own
 * @param {Shape} result
 */
export function timesRead(own, result) {
  const missing = result.length - own.length;
  return result.reduce((times, length, axis) => times * ((own[axis - missing] ?? 1) === 1 ? length : 1), 1);
}

/** @param {string} name @param {Place} place @param {Shape} shape */
function sourceParts(name, place, shape) {
  return placeParts(name, sourceOf(place, shape), place.length - shape.length);
}

/** @param {Axis} axis */
function axisReason({ axis, a, b, result }) {
  if (a === b) return `Axis ${axis}: both are ${result} long.`;
  const [name, length] = a === null || (a === 1 && b !== null) ? ["a", a] : ["b", b];
  if (length === null) return `Axis ${axis}: ${name} has no such axis, so it gets one, as long as the other’s ${result}.`;
  return `Axis ${axis}: ${name} is 1 long there and is stretched to ${result}.`;
}
