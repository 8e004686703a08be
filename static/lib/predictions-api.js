/**
 * The REST API of the predictions.
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {"crop" | "box" | "centre" | "scale"} Switch
 * @typedef {object} Drawing
 * @property {number[][]} pixels  0 is paper, 255 ink
 * @property {string} [run]  without it the server's choice: the newest
 * @property {number} [step]  without it the last that was kept
 * @property {readonly Switch[]} normalise  the stages that are on
 * @typedef {{name: string, image: number[][] | number[]}} Stage
 * @typedef {{name: string, shape: number[], values: number[]}} Layer
 * @typedef {object} Prediction
 * @property {number} label
 * @property {number[]} probabilities
 * @property {Stage[]} stages
 * @property {Layer[]} layers
 * @property {{run: string, step: number}} model
 * @typedef {{label: number, predicted: number, score: number, rest: number, input: number[], gradient: number[], evidence: number[]}} Evidence
 *   of 28 × 28 pixels; score = sum of the evidence + rest
 * @typedef {{label: number, flipped: number, change: number[], size: number, share: number, largest: number, pixels: number[][], probabilities: number[]}} Flip
 * @typedef {{index: number, label: number, distance: WireNumber}} Neighbour
 * @typedef {{spaces: {name: string, searched: number, neighbours: Neighbour[]}[]}} Neighbours  the nearest first
 * @typedef {Omit<Drawing, "step">} Asked  of all moments of a run
 * @typedef {{run: string, steps: number[], probabilities: number[][]}} Life  row i belongs to steps[i]
 */

import { ask } from "./ask.js";
import { fromWire } from "./wire.js";

/** @type {readonly Switch[]} */
export const SWITCHES = ["crop", "box", "centre", "scale"];

/**
 * @param {Drawing} drawing
 * @returns {Promise<Prediction>}
 */
export async function postPrediction(drawing) {
  /** @type {Prediction} */
  const answer = await ask("POST", "/api/predictions", drawing);
  return {
    ...answer,
    probabilities: answer.probabilities.map(fromWire),
    layers: answer.layers.map((layer) => ({ ...layer, values: layer.values.map(fromWire) })),
  };
}

/**
 * What each pixel says for or against a class; without one the predicted.
 * @param {Drawing & {label?: number}} question
 * @returns {Promise<Evidence>}
 */
export async function postEvidence(question) {
  const { score, rest, input, gradient, evidence, ...answer } = await ask("POST", "/api/predictions/evidence", question);
  return { ...answer, score: fromWire(score), rest: fromWire(rest), input: flat(input), gradient: flat(gradient), evidence: flat(evidence) };
}

/**
 * The least change that makes another digit of a drawing.
 * @param {Drawing} question
 * @returns {Promise<Flip>}
 */
export async function postFlip(question) {
  const { size, share, largest, change, probabilities, ...answer } = await ask("POST", "/api/predictions/flip", question);
  const [length, part, most] = [size, share, largest].map(fromWire);
  return { ...answer, size: length, share: part, largest: most, change: flat(change), probabilities: probabilities.map(fromWire) };
}

/**
 * The training digits that are most like a drawing.
 * @param {Drawing} question
 * @returns {Promise<Neighbours>}
 */
export function postNeighbours(question) {
  return ask("POST", "/api/predictions/neighbours", question);
}

/** @param {WireNumber[][]} image */
function flat(image) {
  return image.flat().map(fromWire);
}

/**
 * The ten probabilities at every moment of the run.
 * @param {Asked} drawing
 * @returns {Promise<Life>}
 */
export async function postHistory(drawing) {
  /** @type {{run: string, steps: number[], probabilities: WireNumber[][]}} */
  const answer = await ask("POST", "/api/predictions/history", drawing);
  return { ...answer, probabilities: answer.probabilities.map((row) => row.map(fromWire)) };
}
