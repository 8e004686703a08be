/** What there is to say about a dot product: about a cell, an operand, a guess; an index has the colour of its axis in the result. */

import { sizeOf } from "./nested.js";
import { whole } from "./numbers.js";
import { shapeText, textAt } from "./spelling.js";

/**
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./lessons-api.js").Shown} Shown
 * @typedef {import("./parts.js").Part} Part
 * @typedef {readonly (number | null)[]} Line a place with null where it runs along an axis
 * @typedef {{place: number[], a: Line, b: Line, row: Shown, column: Shown, terms: Shown, sum: any, text: string}} Cell
 * @typedef {"a" | "b"} Name
 */

/** Terms of a number that one can compute in the head, and its digits. */
const FEW = 4;
const SHORT = 6;

/**
 * The axes that meet: the last of a and the last but one of b, or its only one.
 * @param {Shape} a
 * @param {Shape} b
 */
export function meetingAxes(a, b) {
  if (a.length === 0 || b.length === 0) return { a: null, b: null };
  return { a: a.length - 1, b: Math.max(b.length - 2, 0) };
}

/**
 * Whether the axes that meet are equally long.
 * @param {Shape} a
 * @param {Shape} b
 */
export function shakesHands(a, b) {
  const axes = meetingAxes(a, b);
  return axes.a === null || a[axes.a] === b[axes.b];
}

/**
 * Which axis of the result an axis of an operand becomes, null for the one that vanishes.
 * @param {Name} name
 * @param {Shape} a
 * @param {Shape} b
 * @returns {(number | null)[]}
 */
export function axesOf(name, a, b) {
  const { [name]: meeting } = meetingAxes(a, b);
  let next = name === "a" ? 0 : a.length - (meeting === null ? 0 : 1);
  return (name === "a" ? a : b).map((_, axis) => (axis === meeting ? null : next++));
}

/**
 * a[0, :], each index in the colour of the axis that it is of in the result.
 * @param {string} name
 * @param {Line} line
 * @param {readonly (number | null)[]} axes
 * @returns {Part[]}
 */
export function lineParts(name, line, axes) {
  if (line.length === 0) return [name];
  const indices = line.flatMap((i, at) => [...(at > 0 ? [", "] : []), indexPart(i, axes[at] ?? null)]);
  return [`${name}[`, ...indices, "]"];
}

/**
 * result[0, 1] = a[0, :] · b[:, 1] = 0 × 1 + 1 × 5 + 2 × 9 = 23
 * @param {Cell} cell
 * @param {Shape} a
 * @param {Shape} b
 * @returns {Part[]}
 */
export function cellParts({ place, a: row, b: column, text }, a, b) {
  const formula = text.slice(text.indexOf(" = "));
  const own = lineParts("result", place, place.map((_, axis) => axis));
  const lines = [...lineParts("a", row, axesOf("a", a, b)), " · ", ...lineParts("b", column, axesOf("b", a, b))];
  return [...own, " = ", ...lines, formula];
}

/**
 * What becomes of a number of an operand.
 * @param {Name} name
 * @param {Place} place
 * @param {{a: Shown, b: Shown, result: Shown}} tensors
 * @returns {Part[]}
 */
export function operandParts(name, place, { a, b, result }) {
  const own = name === "a" ? a : b;
  const used = sizeOf(result.shape) / sizeOf(place.map((_, axis) => (axesOf(name, a.shape, b.shape)[axis] === null ? 1 : (own.shape[axis] ?? 1))));
  const numbers = used === 1 ? "1 number" : `${whole(used)} numbers`;
  return [...lineParts(name, place, axesOf(name, a.shape, b.shape)), ` = ${textAt(own, place)}. It is a factor in ${numbers} of the result.`];
}

/**
 * Which cells of the other tensors have to do with one that is pointed at.
 * @param {Name | "result"} name
 * @param {Place} place
 * @param {Shape} a
 * @param {Shape} b
 * @returns {{a: Line, b: Line, result: Line}}
 */
export function linesAt(name, place, a, b) {
  const [ofA, ofB] = [axesOf("a", a, b), axesOf("b", a, b)];
  const rank = [...ofA, ...ofB].filter((axis) => axis !== null).length;
  if (name === "result") return { a: ofA.map((axis) => indexAt(place, axis)), b: ofB.map((axis) => indexAt(place, axis)), result: place };
  const own = name === "a" ? ofA : ofB;
  const met = place[own.indexOf(null)] ?? null;
  const partner = (name === "a" ? ofB : ofA).map((axis) => (axis === null ? met : null));
  const result = Array.from({ length: rank }, (_, axis) => place[own.indexOf(axis)] ?? null);
  return name === "a" ? { a: place, b: partner, result } : { a: partner, b: place, result };
}

/**
 * @param {Place} place
 * @param {Line} line
 */
export function isOn(place, line) {
  return place.length === line.length && line.every((i, axis) => i === null || i === place[axis]);
}

/**
 * Why a guess is not the shape of the result.
 * @param {Shape} a
 * @param {Shape} b
 * @param {Shape | null} guess null for "they do not fit"
 * @returns {string[]}
 */
export function whyNot(a, b, guess) {
  const axes = meetingAxes(a, b);
  const [row, column] = [a[axes.a ?? -1], b[axes.b ?? -1]];
  if (!shakesHands(a, b)) return guess === null ? [] : [`A row of a has ${row} numbers, a column of b ${column}.`];
  const result = [...a.filter((_, axis) => axis !== axes.a), ...b.filter((_, axis) => axis !== axes.b)];
  if (guess && shapeText(guess) === shapeText(result)) return [];
  if (axes.a === null) return ["A scalar is multiplied with every number."];
  if (guess === null) return [`They fit: axis ${axes.a} of a and axis ${axes.b} of b are both ${row} long.`];
  return [`The two axes that meet, both ${row} long, vanish; what is left of ${shapeText(a)} comes first, then what is left of ${shapeText(b)}.`];
}

/**
 * The last number of a result, to be guessed, if one can compute it in the head.
 * @param {readonly Cell[]} cells
 * @param {string} dtype
 */
export function cellGuess(cells, dtype) {
  const cell = cells.at(-1);
  if (!cell || dtype === "bool" || cell.row.shape[0] === undefined || cell.row.shape[0] > FEW) return null;
  const text = textAt({ values: cell.sum, dtype }, []);
  if (text.length > SHORT || !Number.isFinite(Number(cell.sum))) return null;
  const name = cell.text.slice(0, cell.text.indexOf(" = "));
  return { name, text, how: `${cell.text.slice(0, cell.text.lastIndexOf(" = "))}.` };
}

/** @param {number | null} index @param {number | null} axis @returns {Part} */
function indexPart(index, axis) {
  const text = index === null ? ":" : String(index);
  return axis === null || index === null ? text : { axis, text };
}

/** @param {Place} place @param {number | null} axis */
function indexAt(place, axis) {
  return axis === null ? null : (place[axis] ?? null);
}
