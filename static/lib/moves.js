/**
 * Moves that give the same numbers another shape, as they are typed and as they stand in a link:
 * `reshape(3,2).transpose()`.
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {"reshape" | "transpose" | "flatten" | "expand_dims" | "squeeze"} Op
 * @typedef {{op: Op, shape?: number[], axes?: number[], axis?: number}} Move
 */

import { placeAt, rankOf } from "./places.js";

/** @type {readonly Op[]} */
export const OPS = ["reshape", "transpose", "flatten", "expand_dims", "squeeze"];
export const MOST_MOVES = 8;

/** How many numbers an operation takes between its brackets. */
export const MOST_NUMBERS = { reshape: 6, transpose: 6, flatten: 0, expand_dims: 1, squeeze: 1 };
const CALL = /^([a-z_]+)\(([^()]*)\)$/;
const NUMBERS = /^\s*(-?\d{1,5}([\s,]+-?\d{1,5})*)?[\s,]*$/;

/**
 * @param {Op} op
 * @param {string} text what stands between its brackets
 * @returns {Move | null} null if that is nothing for it
 */
export function readMove(op, text) {
  const inner = text.replace(/−/g, "-").replace(/^\s*[([]|[)\]]\s*$/g, "");
  if (!NUMBERS.test(inner)) return null;
  const numbers = (inner.match(/-?\d+/g) ?? []).map(Number);
  return numbers.length > MOST_NUMBERS[op] ? null : moveOf(op, numbers);
}

/**
 * @param {Move} move
 * @returns {string} what stands between its brackets
 */
export function argumentsText({ shape, axes, axis }) {
  const numbers = shape ?? axes ?? (axis === undefined ? [] : [axis]);
  return numbers.join(", ");
}

/** @param {Move} move */
export function moveText(move) {
  return `${move.op}(${argumentsText(move)})`;
}

/**
 * From and to the text of a link; the usual ones are left out.
 * @param {readonly Move[]} usual
 * @returns {import("./link.js").Field<readonly Move[]>}
 */
export function moves(usual) {
  return {
    read: (text) => (text === null ? usual : (readMoves(text) ?? usual)),
    write: (value) => (linkText(value) === linkText(usual) ? null : linkText(value)),
    accepts: (text) => readMoves(text) !== null,
    expected: `up to ${MOST_MOVES} of ${OPS.join(", ")}, with whole numbers between the brackets: reshape(3,2).transpose()`,
  };
}

/**
 * Where a number stood before a move.
 * @param {Move} move
 * @param {Place} place after it
 * @param {Shape} before
 * @param {Shape} after
 * @returns {number[]}
 */
export function placeBefore(move, place, before, after) {
  if (move.op !== "transpose") return placeAt(rankOf(place, after), before);
  const order = orderOf(move, before.length);
  return before.map((_, axis) => place[order.indexOf(axis)] ?? 0);
}

/**
 * Where a number stands after a move.
 * @param {Move} move
 * @param {Place} place before it
 * @param {Shape} before
 * @param {Shape} after
 * @returns {number[]}
 */
export function placeAfter(move, place, before, after) {
  if (move.op !== "transpose") return placeAt(rankOf(place, before), after);
  return orderOf(move, before.length).map((axis) => place[axis] ?? 0);
}

/** The old axes in their new order. @param {Move} move @param {number} rank */
function orderOf({ axes }, rank) {
  return axes?.map((axis) => (axis + rank) % rank) ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
}

/** @param {Op} op @param {number[]} numbers @returns {Move} */
function moveOf(op, numbers) {
  if (op === "reshape") return { op, shape: numbers };
  if (op === "expand_dims") return { op, axis: numbers[0] ?? 0 };
  if (numbers.length === 0) return { op };
  return op === "transpose" ? { op, axes: numbers } : { op, axis: /** @type {number} */ (numbers[0]) };
}

/** @param {string} text @returns {Move[] | null} */
function readMoves(text) {
  const read = text.split(".").filter(Boolean).map(readCall);
  return read.includes(null) || read.length > MOST_MOVES ? null : /** @type {Move[]} */ (read);
}

/** @param {string} call */
function readCall(call) {
  const [, name = "", inner = ""] = call.match(CALL) ?? [];
  const op = OPS.find((known) => known === name);
  return op ? readMove(op, inner) : null;
}

/** @param {readonly Move[]} value */
function linkText(value) {
  return value.map((move) => moveText(move).replaceAll(" ", "")).join(".");
}
