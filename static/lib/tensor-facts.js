/** What there is to say about a tensor: its facts, its axes, its losses, a number, a guess. */

import { entryAt, placesOf } from "./nested.js";
import { whole } from "./numbers.js";
import { placeParts, shapeParts } from "./parts.js";
import { entryTexts, shapeText, textAt } from "./spelling.js";
import { takenFrom } from "./slices.js";

/**
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./parts.js").Part} Part
 * @typedef {import("./lessons-api.js").Shown} Shown
 * @typedef {import("./slices.js").Cut} Cut
 * @typedef {import("./wire.js").WireNumber | string} Entry
 * @typedef {{axis: number, name: string, length: number, stride: number}} AxisRow
 * @typedef {{place: number[], before: Entry, after: Entry, why: string}} Change
 * @typedef {{changed: number, of: number, examples: Change[]}} Lost
 * @typedef {object} Told
 * @property {Shown | null} a
 * @property {Shown | null} result
 * @property {number} rank
 * @property {number[]} shape
 * @property {number} size
 * @property {string} dtype
 * @property {number[]} strides
 * @property {number} bytes
 * @property {AxisRow[]} axes
 * @property {Lost | null} lost
 * @property {Cut[] | null} cuts
 * @property {{kind: string, title: string, text: string}[]} steps
 */

/** Which facts a step is about. */
const ABOUT = { rank: ["ndim"], shape: ["shape", "size"], dtype: ["dtype"], cast: ["dtype"], slice: ["shape", "size"], memory: ["strides", "nbytes"] };

/**
 * What NumPy says of a tensor, under NumPy's names.
 * @param {Told} told
 * @param {string | undefined} kind of the step that is told
 * @returns {{rows: Part[][][], marked: number[]}}
 */
export function factRows({ rank, shape, size, dtype, strides, bytes }, kind) {
  /** @type {[string, Part[]][]} */
  const facts = [
    ["ndim", [String(rank)]],
    ["shape", shapeParts(shape)],
    ["size", [whole(size)]],
    ["dtype", [dtype]],
    ["strides", shapeParts(strides)],
    ["nbytes", [whole(bytes)]],
  ];
  const about = ABOUT[/** @type {keyof typeof ABOUT} */ (kind)] ?? [];
  const marked = facts.flatMap(([name], row) => (about.includes(name) ? [row] : []));
  return { rows: facts.map(([name, parts]) => [[`.${name}`], parts]), marked };
}

/**
 * @param {readonly AxisRow[]} axes
 * @returns {Part[][][]}
 */
export function axisRows(axes) {
  return axes.map(({ axis, name, length, stride }) => [[{ axis, text: `axis ${axis}` }], [name], [whole(length)], [`${whole(stride)} bytes`]]);
}

/**
 * @param {Lost} lost
 * @param {string} before dtype
 * @param {string} after dtype
 * @returns {Part[][][]}
 */
export function lostRows({ examples }, before, after) {
  return examples.map(({ place, before: old, after: now, why }) => [placeParts("a", place), [entryTexts(old, before)[1]], [entryTexts(now, after)[1]], [why]]);
}

/**
 * @param {Lost} lost
 * @returns {string}
 */
export function lostText({ changed, of, examples }) {
  if (changed === 0) return `All ${whole(of)} values come through as they were.`;
  const more = changed > examples.length ? ` The first ${examples.length}:` : "";
  return `${whole(changed)} of ${whole(of)} values ${changed === 1 ? "is another" : "are others"} now.${more}`;
}

/**
 * result[0, 1] = 44, taken from a[1, 4] = 300.
 * @param {Told} told
 * @param {Place} place in the result
 * @returns {Part[]}
 */
export function resultParts({ a, result, cuts }, place) {
  const from = cuts ? takenFrom(cuts, place) : place;
  return [...placeParts("result", place), ` = ${textAt(result, place)}, taken from `, ...placeParts("a", from), ` = ${textAt(a, from)}.`];
}

/**
 * a[1, 4] = 300: index 1 along axis 0, index 4 along axis 1.
 * @param {Told} told
 * @param {Place} place
 * @returns {Part[]}
 */
export function numberParts({ a }, place) {
  const rank = place.length;
  /** @type {Part[]} */
  const indices = place.flatMap((index, axis) => [axis > 0 ? ", " : "", { axis, text: `index ${index}` }, ` along axis ${axis}`]);
  return [...placeParts("a", place), ` = ${textAt(a, place)}: `, ...(rank > 0 ? indices : ["a scalar has no axis, so its number needs no index"]), "."];
}

/**
 * Why a guess is not the shape.
 * @param {Told} told
 * @param {Shape | null} guess null for "they do not fit"
 * @returns {string[]} empty if it is right
 */
export function whyNotShape({ shape, axes, cuts }, guess) {
  if (guess === null) return ["It is a tensor, so it has a shape."];
  if (guess.length !== shape.length) {
    const dropped = cuts?.some(({ kept }) => !kept) ? " A single index takes its axis away." : "";
    return [`There ${shape.length === 1 ? "is 1 axis" : `are ${shape.length} axes`}, and ${shapeText(guess)} has ${guess.length}.${dropped}`];
  }
  return axes.filter(({ axis, length }) => guess[axis] !== length).map(({ axis, name, length }) => `Axis ${axis}, the ${name}: ${whole(length)}.`);
}

/**
 * The last number of a small result, to be guessed; where nothing was done to it, it is only read.
 * @param {Told} told
 */
export function numberGuess({ result, cuts, lost, size, dtype }) {
  if (!result || (!cuts && !lost) || size === 0 || size > 64 || dtype.startsWith("<U") || dtype === "bool") return null;
  const place = placesOf(result.shape).at(-1) ?? [];
  const name = place.length > 0 ? `result[${place.join(", ")}]` : "result";
  return { name, text: String(entryAt(result.values, place)), how: "Count from 0 along each axis, and think of the dtype." };
}
