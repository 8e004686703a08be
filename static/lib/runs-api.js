/**
 * The REST API of the runs.
 * @typedef {{name: import("./optimizers.js").OptimizerName, learning_rate: number, momentum?: number, nesterov?: boolean, rho?: number, beta_1?: number, beta_2?: number}} OptimizerSpec
 * @typedef {{hidden: readonly import("./settings.js").HiddenLayer[], optimizer: OptimizerSpec, epochs: number, batch_size: number, train_samples: number, label_noise: number, shuffle_pixels: boolean, seed: number, name: string}} Spec
 * @typedef {object} Run
 * @property {string} id
 * @property {Spec} spec
 * @property {"queued" | "running" | "finished" | "cancelled" | "failed"} status
 * @property {number} seq of its newest event
 * @property {number} step updates done
 * @property {number} steps
 * @property {string} created_at
 * @property {number | null} [snapshot] step of the newest moment of which the weights are kept
 * @property {number | null} place 1 is next; null when the run does not wait
 * @property {import("./wire.js").WireNumber | null} test_accuracy
 * @property {import("./wire.js").WireNumber | null} test_loss
 * @property {number} seconds
 * @typedef {{status: string, trainer: "starting" | "ready" | "busy"}} Health
 */

import { ask } from "./ask.js";

/**
 * What is typical of how a run goes.
 * @typedef {{code: string, what: string, why: string, fix: {title: string, spec: Spec}}} Hint
 */

/** @returns {Promise<Health>} */
export function getHealth() {
  return ask("GET", "/api/health");
}

/** @returns {Promise<Run[]>} the newest first */
export async function getRuns() {
  /** @type {{runs: Run[]}} */
  const { runs } = await ask("GET", "/api/runs");
  return runs;
}

/**
 * @param {Spec} spec
 * @returns {Promise<Run>}
 */
export function postRun(spec) {
  return ask("POST", "/api/runs", spec);
}

/**
 * @param {string} id
 * @returns {Promise<Run>}
 */
export function cancelRun(id) {
  return ask("POST", `/api/runs/${encodeURIComponent(id)}/cancellation`);
}

/**
 * @param {string} id
 * @returns {Promise<void>}
 */
export function deleteRun(id) {
  return ask("DELETE", `/api/runs/${encodeURIComponent(id)}`);
}

/**
 * @param {Spec} spec
 * @returns {Promise<string>} the Keras lines that train this
 */
export async function postCode(spec) {
  /** @type {{keras: string}} */
  const { keras } = await ask("POST", "/api/runs/code", spec);
  return keras;
}

/**
 * @param {string} id
 * @returns {Promise<string>} the Keras lines that train the same
 */
export async function getCode(id) {
  /** @type {{keras: string}} */
  const { keras } = await ask("GET", `/api/runs/${encodeURIComponent(id)}/code`);
  return keras;
}

/**
 * @param {string} id
 * @returns {Promise<Hint | null>}
 */
export async function getHint(id) {
  /** @type {{hint: Hint | null}} */
  const { hint } = await ask("GET", `/api/runs/${encodeURIComponent(id)}/hint`);
  return hint;
}

/**
 * @param {Run} run
 * @returns {boolean} whether nothing can happen to it any more
 */
export function hasEnded({ status }) {
  return status !== "queued" && status !== "running";
}
