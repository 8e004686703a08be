/**
 * The REST API of the time machine: a run as it was at one of its moments.
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {{run: string, step: number}} Moment
 * @typedef {{index: number, label: number, predicted: number, probability: WireNumber}} Mistake
 * @typedef {object} Evaluation
 * @property {number} step
 * @property {number} accuracy
 * @property {WireNumber} loss
 * @property {number[][]} confusion  row: what the digits are; column: what the network takes them for
 * @property {Mistake[]} mistakes  the surest first
 * @property {number} mistakes_total
 * @typedef {"active" | "changed" | "class"} Ranking
 * @typedef {{unit: number, score: WireNumber, bias: WireNumber, image: WireNumber[][]}} Unit
 * @typedef {{step: number, by: Ranking, label: number | null, since: number | null, shape: number[], limit: WireNumber, units: Unit[]}} Weights
 * @typedef {{low: WireNumber, high: WireNumber, counts: number[], minimum: WireNumber, maximum: WireNumber, mean: WireNumber, deviation: WireNumber}} Histogram
 * @typedef {{name: string, shape: number[], weights: Histogram, biases: Histogram, activations: Histogram}} LayerHistograms
 * @typedef {{step: number, digits: number, layers: LayerHistograms[]}} Histograms
 * @typedef {{label: number | null, predicted: number | null}} Chosen  null is all
 */

import { ask } from "./ask.js";
import { remembered } from "./remembered.js";

const REMEMBERED = 80;

/**
 * @param {string} run
 * @returns {Promise<number[]>} the steps at which its weights were kept, ascending
 */
export async function getSnapshots(run) {
  /** @type {{steps: number[]}} */
  const { steps } = await ask("GET", `${path(run)}/snapshots`);
  return steps;
}

/** @type {(question: Moment & Chosen) => Promise<Evaluation>} */
export const getEvaluation = asking("evaluation");

/** @type {(question: Moment & {by: Ranking, label: number | null, ranked: number}) => Promise<Weights>} */
export const getWeights = asking("weights");

/**
 * The tensors of the update that follows a moment, in the order in which they come about.
 * @type {(question: Moment) => Promise<readonly {name: string, shape: number[]}[]>}
 */
export const getTensors = remembered(async ({ run, step }) => (await ask("GET", `${path(run)}/tensors/${step}`)).tensors, REMEMBERED);

/**
 * The plane through the first moment, the last and this one, or the one that lies farthest aside.
 * @type {(question: {run: string, step: number | null}) => Promise<import("./run-plane.js").PlaneAnswer>}
 */
export const getPlane = /** @type {(question: any) => Promise<any>} */ (asking("plane"));

/** Where they are to be had as a file. @param {Moment} moment */
export function tensorsFile({ run, step }) {
  return `${path(run)}/tensors/${step}/tensors.npz`;
}

/** @type {(question: Moment) => Promise<Histograms>} */
export const getHistograms = asking("histograms");

/**
 * @param {string} what
 * @returns {(question: Moment) => Promise<any>}
 */
function asking(what) {
  return remembered(({ run, ...query }) => ask("GET", `${path(run)}/${what}${queryText(query)}`), REMEMBERED);
}

/** @param {Record<string, string | number | null>} query */
function queryText(query) {
  const given = Object.entries(query).filter(([, value]) => value !== null);
  return `?${given.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** @param {string} run */
function path(run) {
  return `/api/runs/${encodeURIComponent(run)}`;
}
