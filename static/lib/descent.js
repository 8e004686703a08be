/**
 * A descent as it is drawn: which part of a landscape is seen, and where in the picture its places lie.
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {"sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam" | "loop_as_written" | "loop_mended"} RuleName
 * @typedef {{name: RuleName, learning_rate: number, momentum?: number, rho?: number, beta_1?: number, beta_2?: number}} Optimizer
 * @typedef {"lowest" | "stuck" | "underway" | "bouncing" | "diverged"} Fate
 * @typedef {{title: string, question: object}} WayOut
 * @typedef {{optimizer: Optimizer, title: string, about: string, points: WireNumber[][], losses: WireNumber[], gradients: WireNumber[][], fate: Fate, text: string, fixes: WayOut[]}} Way
 * @typedef {{title: string, expression: string, x: number[], y: number[] | null, values: any, gradients: any, lowest: number | null, kinks: {text: string, at: number[]}[]}} Ground
 * @typedef {{x: [number, number], y: [number, number], width: number, height: number}} Frame  what is seen, and how many pixels show it
 * @typedef {[number, number]} Pixel
 */

import { fromWire } from "./wire.js";

/** Room below and above a curve, as a share of its height. */
const ROOM = 0.08;
const FARTHEST = 20_000;

/** @param {Ground} ground */
export function isSurface({ y }) {
  return y !== null;
}

/**
 * What is seen of a landscape: of a surface its window, of a curve also its losses.
 * @param {Ground} ground
 * @param {number} width
 * @param {number} height
 * @returns {Frame}
 */
export function frameOf({ x, y, values }, width, height) {
  const [first, last] = [x[0] ?? 0, x.at(-1) ?? 1];
  if (y) return { x: [first, last], y: [y[0] ?? 0, y.at(-1) ?? 1], width, height };
  const losses = values.map(fromWire).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...losses), Math.max(...losses)];
  const room = ROOM * (high - low) || 1;
  return { x: [first, last], y: [low - room, high + room], width, height };
}

/**
 * Where a place is drawn; what is far outside stays outside.
 * @param {Frame} frame
 * @param {number} x
 * @param {number} y of a surface; of a curve, the loss
 * @returns {Pixel}
 */
export function pixelOf({ x: [left, right], y: [low, high], width, height }, x, y) {
  return [near(((x - left) / (right - left)) * width), near(((high - y) / (high - low)) * height)];
}

/** @param {number} pixels */
function near(pixels) {
  return Number(Math.max(-FARTHEST, Math.min(FARTHEST, pixels)).toFixed(2));
}

/** The place under a pixel. @param {Frame} frame @param {Pixel} pixel @returns {[number, number]} */
export function placeOf({ x: [left, right], y: [low, high], width, height }, [across, down]) {
  return [left + (across / width) * (right - left), high - (down / height) * (high - low)];
}

/**
 * The pixels of a way up to a step; it ends before what is no number.
 * @param {Frame} frame
 * @param {Way} way
 * @param {number} step
 * @returns {Pixel[]}
 */
export function pixelsOf(frame, { points, losses }, step) {
  const places = points.slice(0, step + 1).map((point, i) => [...point.map(fromWire), fromWire(losses[i] ?? "NaN")]);
  const end = places.findIndex((place) => !place.every(Number.isFinite));
  return places.slice(0, end < 0 ? places.length : end).map(([x = 0, y = 0]) => pixelOf(frame, x, y));
}

/**
 * The place of the grid that is nearest to a place.
 * @param {Ground} ground
 * @param {readonly number[]} place
 * @returns {number[]} an index for each axis
 */
export function nearest({ x, y }, place) {
  return [x, ...(y ? [y] : [])].map((axis, i) => {
    const [first, last] = [axis[0] ?? 0, axis.at(-1) ?? 1];
    const index = Math.round((((place[i] ?? 0) - first) / (last - first)) * (axis.length - 1));
    return Math.max(0, Math.min(axis.length - 1, index));
  });
}

/**
 * What the server computed for a place of the grid.
 * @param {Ground} ground
 * @param {readonly number[]} index
 * @returns {{place: number[], loss: number, gradient: number[], kink: string}}
 */
export function probed({ x, y, values, gradients, kinks }, [i = 0, j]) {
  const at = (/** @type {any} */ grid) => fromWire(j === undefined ? grid[i] : grid[j][i]);
  const kink = kinks.filter((each) => each.at.includes((j ?? 0) * x.length + i)).map(({ text }) => text).join(" ");
  return { place: [x[i] ?? 0, ...(y && j !== undefined ? [y[j] ?? 0] : [])], loss: at(values), gradient: gradients.map(at), kink };
}

/** How many steps the longest way has. @param {readonly Way[]} ways */
export function stepsOf(ways) {
  return Math.max(0, ...ways.map(({ losses }) => losses.length - 1));
}

/**
 * Where the letters of balls stand: beside them, and one beside the other where balls meet.
 * @param {readonly Pixel[]} balls
 * @param {number} gap
 * @returns {Pixel[]}
 */
export function letterPixels(balls, gap) {
  /** @type {Pixel[]} */
  const taken = [];
  for (const [x, y] of balls) {
    const place = /** @type {Pixel} */ ([x + gap, y - 0.7 * gap]);
    while (taken.some(([u, v]) => Math.hypot(u - place[0], v - place[1]) < gap)) place[0] += gap / 4;
    taken.push(place);
  }
  return taken;
}

/** What has left the picture waits at its edge. @param {Frame} frame @param {Pixel} pixel @param {number} room @returns {Pixel} */
export function inside({ width, height }, [x, y], room) {
  const out = x < 0 || y < 0 || x > width || y > height;
  return out ? [Math.max(room, Math.min(width - room, x)), Math.max(room, Math.min(height - room, y))] : [x, y];
}

/**
 * A place as somebody types it: `-2.5`, `(1, −2)`, `1 2`.
 * @param {string} text
 * @returns {number[] | null}
 */
export function readPlace(text) {
  const words = text.replaceAll("−", "-").split(/[()[\],;\s]+/).filter((word) => word !== "");
  const numbers = words.map(Number);
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}
