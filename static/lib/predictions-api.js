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
 * The ten probabilities at every moment of the run.
 * @param {Asked} drawing
 * @returns {Promise<Life>}
 */
export async function postHistory(drawing) {
  /** @type {{run: string, steps: number[], probabilities: WireNumber[][]}} */
  const answer = await ask("POST", "/api/predictions/history", drawing);
  return { ...answer, probabilities: answer.probabilities.map((row) => row.map(fromWire)) };
}
