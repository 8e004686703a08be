/** What there is to say about moves: about a number, its memory, a guess. */

import { bytesOf } from "./bytes.js";
import { entryAt, sizeOf } from "./nested.js";
import { whole } from "./numbers.js";
import { placeParts, plain } from "./parts.js";
import { placeAfter, placeBefore } from "./moves.js";
import { cellOf, hops, placeAt } from "./places.js";
import { shapeText, textAt } from "./spelling.js";

/**
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./moves.js").Move} Move
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./lessons-api.js").Shown} Shown
 * @typedef {{result: Shown, strides: number[], copied: boolean, title: string, text: string}} MoveStep
 * @typedef {{a: Shown, strides: number[], steps: MoveStep[], result: Shown, contrast: {result: Shown, differ: number}}} Told
 * @typedef {{tensor: Shown, strides: number[], memory: Shown}} Stage  a tensor, and the one in whose order the memory was written
 */

/** Cells of the memory that are drawn, and numbers whose way is followed to find those between these cells. */
const [DRAWN, MOST_HOPS] = [24, 4096];
/** Cells in front of the one that is to be seen. */
const BEFORE = 8;

/**
 * The tensor before all moves, and after each.
 * @param {Told} told
 * @returns {Stage[]}
 */
export function stagesOf({ a, strides, steps }) {
  const stages = [{ tensor: a, strides, memory: a }];
  for (const { result, strides: next, copied } of steps) {
    const memory = copied ? result : /** @type {Stage} */ (stages.at(-1)).memory;
    stages.push({ tensor: result, strides: next, memory });
  }
  return stages;
}

/**
 * The code that leads to a stage.
 * @param {Told} told
 * @param {number} stage
 */
export function stageTitle({ steps }, stage) {
  return steps[stage - 1]?.title ?? "a";
}

/**
 * Whose memory a stage is read from.
 * @param {Told} told
 * @param {number} stage
 */
export function memoryName({ steps }, stage) {
  if (stage === 0) return "its own";
  return steps[stage - 1]?.copied ? "a copy" : "a view: nothing was copied";
}

/**
 * Which cell of its memory a number of a stage is.
 * @param {Stage} stage
 * @param {Place} place
 */
export function memoryCell({ tensor, strides }, place) {
  return cellOf(place, strides, bytesOf([], tensor.dtype));
}

/**
 * The place of the number in a cell of the memory.
 * @param {Stage} stage
 * @param {number} cell
 * @returns {number[]}
 */
export function placeOfCell({ tensor, strides }, cell) {
  const bytes = bytesOf([], tensor.dtype);
  let rest = cell;
  const place = Array(strides.length).fill(0);
  for (const axis of axesFromFarthest(tensor.shape, strides)) {
    const step = (strides[axis] ?? 0) / bytes;
    place[axis] = Math.floor(rest / step);
    rest %= step;
  }
  return place;
}

/**
 * Some cells of the memory, and the way on which they are read.
 * @param {Stage} stage
 * @param {number} [near] a cell that is to be among them; else the first of those that differ
 */
export function tapeOf({ tensor, strides, memory }, near) {
  const total = sizeOf(memory.shape);
  const text = (/** @type {number} */ cell) => textAt(memory, placeAt(cell, memory.shape));
  const first = Math.max(0, Math.min(total - DRAWN, (near ?? firstOther(total, text)) - BEFORE));
  const texts = Array.from({ length: Math.min(total, DRAWN) }, (_, i) => text(first + i));
  return { first, texts, total, hops: hops(tensor.shape, strides, bytesOf([], tensor.dtype), MOST_HOPS) };
}

/**
 * Where a number of one stage stands in another.
 * @param {readonly Stage[]} stages
 * @param {readonly Move[]} moves
 * @param {Place} place
 * @param {number} from
 * @param {number} to
 * @returns {Place}
 */
export function carried(stages, moves, place, from, to) {
  const shape = (/** @type {number} */ stage) => stages[stage]?.tensor.shape ?? [];
  let carriedPlace = place;
  for (let i = from; i < to; i++) carriedPlace = placeAfter(/** @type {Move} */ (moves[i]), carriedPlace, shape(i), shape(i + 1));
  for (let i = from; i > to; i--) carriedPlace = placeBefore(/** @type {Move} */ (moves[i - 1]), carriedPlace, shape(i - 1), shape(i));
  return carriedPlace;
}

/**
 * result[1, 0] = 4: cell 1 of the memory, 1 × 8 + 0 × 24 = 8 bytes behind the first.
 * @param {string} name
 * @param {Stage} stage
 * @param {Place} place
 * @returns {Part[]}
 */
export function numberParts(name, stage, place) {
  const { tensor, strides } = stage;
  const cell = memoryCell(stage, place);
  const bytes = cell * bytesOf([], tensor.dtype);
  const terms = place.flatMap((index, axis) => [axis > 0 ? " + " : "", { axis, text: `${index} × ${strides[axis]}` }]);
  const sum = place.length > 0 ? [...terms, ` = ${bytes}`] : ["0"];
  return [...placeParts(name, place), ` = ${textAt(tensor, place)}: cell ${cell} of the memory, `, ...sum, " bytes behind the first."];
}

/**
 * Why a guess is not the shape of the result.
 * @param {Shape | null} right null where one of the moves does not fit
 * @param {Shape | null} guess null for "they do not fit"
 * @returns {string[]} empty if it is right
 */
export function whyNotShape(right, guess) {
  if (right === null) return guess === null ? [] : ["One of these moves cannot be made."];
  if (guess === null) return ["All of these moves can be made."];
  if (String(guess) === String(right) && guess.length === right.length) return [];
  const [held, there] = [sizeOf(guess), sizeOf(right)];
  if (held !== there) return [`${shapeText(guess)} holds ${held} numbers, and there are ${there}.`];
  if (guess.length !== right.length) return [`It holds all ${there} numbers, but the result has ${right.length === 1 ? "1 axis" : `${right.length} axes`}.`];
  return [`It holds all ${there} numbers, but the lengths stand otherwise.`];
}

/**
 * The second number of a small result, to be guessed.
 * @param {Shown} result
 */
export function numberGuess(result) {
  if (sizeOf(result.shape) < 2 || sizeOf(result.shape) > 64) return null;
  const place = placeAt(1, result.shape);
  return {
    name: plain(placeParts("result", place)),
    text: textAt(result, place),
    how: "A reshape keeps the numbers in their order; a transpose reads along another axis first.",
  };
}

/**
 * What a reshape alone would have made of it.
 * @param {Told["contrast"]} contrast
 */
export function contrastText({ result, differ }) {
  const size = sizeOf(result.shape);
  if (differ === 0) return `A reshape alone makes the same: all ${whole(size)} numbers stand where they stand here.`;
  return `A reshape alone makes the same shape, but ${whole(differ)} of ${whole(size)} places hold another number.`;
}

/**
 * Whether a place of the result holds another number than a reshape alone would have put there.
 * @param {Shown} result
 * @param {Shown} straight
 * @returns {(place: Place) => boolean}
 */
export function differing(result, straight) {
  return (place) => !Object.is(entryAt(result.values, place), entryAt(straight.values, place));
}

/** A long memory may begin with many equal numbers. @param {number} total @param {(cell: number) => string} text */
function firstOther(total, text) {
  for (let cell = 1; cell < total; cell++) if (text(cell) !== text(0)) return cell;
  return 0;
}

/** Axes of length 1 lead nowhere. @param {Shape} shape @param {readonly number[]} strides */
function axesFromFarthest(shape, strides) {
  const axes = shape.flatMap((length, axis) => (length > 1 ? [axis] : []));
  return axes.sort((a, b) => (strides[b] ?? 0) - (strides[a] ?? 0));
}
