/**
 * Races of the chapter's loops against NumPy, and what there is to say about them.
 * @typedef {{shape: number[], naive: number, numpy: number}} Race seconds per repetition
 * @typedef {{naive: number, numpy: number}} Both
 * @typedef {Race & {ratio: number, operations: Both, repetitions: Both}} RaceResult
 */

import { ask } from "./ask.js";
import { sizeOf } from "./nested.js";
import { whole } from "./numbers.js";

/** Races that a link remembers, the newest of them. */
const MOST = 24;
const RACE = /^(\d+(?:x\d+)*|)_([\d.e+-]+)_([\d.e+-]+)$/;
const UNITS = /** @type {const} */ ([[1, "s"], [1e-3, "ms"], [1e-6, "µs"], [1e-9, "ns"]]);
const POWERS = /** @type {const} */ ([[1e9, " billion"], [1e6, " million"], [1, ""]]);

/**
 * Let both run on tensors of a shape.
 * @param {readonly number[]} shape
 * @returns {Promise<RaceResult>}
 */
export function postRace(shape) {
  return ask("POST", "/api/lessons/element_wise/race", { shape });
}

/**
 * From and to the text of a link: 20x100_8.3e-4_2.6e-6.
 * @type {import("./link.js").Field<readonly Race[]>}
 */
export const racesField = {
  read: (text) => (text ?? "").split(",").flatMap(readRace),
  write: (races) => (races.length === 0 ? null : races.map(writeRace).join(",")),
  accepts: (text) => text.split(",").every((race) => readRace(race).length === 1),
  expected: "races such as 20x100_8.3e-4_2.6e-6",
};

/**
 * @param {readonly Race[]} races
 * @param {Race} newest
 */
export function withRace(races, { shape, naive, numpy }) {
  return [...races, { shape, naive, numpy }].slice(-MOST);
}

/** @param {Race} race */
export function ratioOf({ naive, numpy }) {
  return naive / numpy;
}

/**
 * @param {Race} race
 * @returns {string} "NumPy is 322 times as fast on 2,000 numbers: 2.56 µs against 825 µs."
 */
export function raceText(race) {
  const ratio = ratioOf(race);
  const size = sizeOf(race.shape);
  const times = `${secondsText(race.numpy)} against ${secondsText(race.naive)}`;
  const numbers = `${whole(size)} ${size === 1 ? "number" : "numbers"}`;
  if (ratio < 1) return `On ${numbers} the loops are faster, for calling NumPy is more work than the work: ${times}.`;
  return `NumPy is ${timesText(ratio)} as fast on ${numbers}: ${times}.`;
}

/**
 * @param {number} ratio
 * @returns {string} "3.1 times", "322 times"
 */
export function timesText(ratio) {
  return `${ratio < 10 ? ratio.toFixed(1) : whole(ratio)} times`;
}

/**
 * @param {number} seconds
 * @returns {string} "825 µs"
 */
export function secondsText(seconds) {
  const [unit, name] = UNITS.find(([size]) => seconds >= size) ?? [1e-9, "ns"];
  return `${Number((seconds / unit).toPrecision(3))}\u202f${name}`;
}

/**
 * @param {number} rate
 * @returns {string} "4.85 million"
 */
export function rateText(rate) {
  const [unit, name] = POWERS.find(([size]) => rate >= size) ?? [1, ""];
  return `${Number((rate / unit).toPrecision(3))}${name}`;
}

/** @param {string} text @returns {Race[]} */
function readRace(text) {
  const [, shape, naive, numpy] = RACE.exec(text) ?? [];
  const race = { shape: (shape ?? "").split("x").filter(Boolean).map(Number), naive: Number(naive), numpy: Number(numpy) };
  return race.naive > 0 && race.numpy > 0 ? [race] : [];
}

/** @param {Race} race */
function writeRace({ shape, naive, numpy }) {
  return [shape.join("x"), ...[naive, numpy].map((seconds) => seconds.toExponential(2))].join("_");
}
