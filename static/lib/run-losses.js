/** The loss of each update of a run, as its events tell it. */

import { ask } from "./ask.js";
import { fromWire } from "./wire.js";

/**
 * @param {string} run
 * @returns {Promise<number[]>} by update
 */
export async function getLosses(run) {
  /** @type {{events: import("./run-events.js").RunEvent[]}} */
  const { events } = await ask("GET", `/api/runs/${encodeURIComponent(run)}/events?since=0`);
  /** @type {number[]} */
  const losses = [];
  for (const event of events) {
    if (event.type === "batches_trained") event.loss.forEach((loss, i) => (losses[event.first_step + i] = fromWire(loss)));
  }
  return losses;
}

/**
 * The losses of an epoch as the points of a line in a box of width and height 1.
 * @param {readonly number[]} losses of the whole run
 * @param {number} first update of the epoch
 * @param {number} updates in it
 */
export function epochLine(losses, first, updates) {
  const part = losses.slice(first, first + updates);
  const most = Math.max(...part.filter(Number.isFinite), 0) || 1;
  const points = part.map((loss, i) => `${((i + 0.5) / updates).toFixed(4)},${(1 - Math.min(loss, most) / most).toFixed(4)}`);
  return { points: points.filter((point) => !point.includes("NaN")).join(" "), most };
}
