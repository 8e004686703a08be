/** Losses of ways as a chart draws them: what is no number ends a curve, and one that explodes does not flatten the others. */

import { fromWire } from "./wire.js";

/** @typedef {import("./descent.js").Way} Way */

/** From this ratio on, losses are counted in powers of ten. */
const SPREAD = 100;
const DECADES = 8;
const ROOM = 0.06;
/** How many times the first loss is still drawn where one explodes and powers of ten do not help. */
const HIGHEST = 3;

/** @param {readonly Way[]} ways @returns {(number | null)[][]} a number for each step */
export function lossCurves(ways) {
  const logarithmic = isSpread(ways);
  const steps = Math.max(0, ...ways.map(({ losses }) => losses.length));
  const [floor] = lossSpan(ways);
  return ways.map(({ losses }) => {
    const drawn = losses.map(fromWire).map((loss) => (Number.isFinite(loss) ? (logarithmic ? Math.max(loss, floor) : loss) : null));
    return [...drawn, ...Array(steps - drawn.length).fill(null)];
  });
}

/** Whether the losses are best counted in powers of ten. @param {readonly Way[]} ways */
export function isSpread(ways) {
  const losses = finite(ways);
  const positive = losses.filter((loss) => loss > 0);
  return losses.every((loss) => loss >= 0) && Math.max(...positive) > SPREAD * Math.min(...positive);
}

/** From where to where losses are drawn. @param {readonly Way[]} ways @returns {[number, number]} */
export function lossSpan(ways) {
  const losses = finite(ways);
  const first = fromWire(ways[0]?.losses[0] ?? 1);
  if (isSpread(ways)) return decades(losses, first);
  const low = Math.min(0, ...losses);
  const high = Math.min(Math.max(...losses, low), Math.max(HIGHEST * first, first + HIGHEST * (first - low)));
  const room = ROOM * (high - low) || 1;
  return [low === 0 ? 0 : low - room, high + room];
}

/** Whole powers of ten; of what goes to nothing only the first few. @param {readonly number[]} losses @param {number} first @returns {[number, number]} */
function decades(losses, first) {
  const high = Math.ceil(Math.log10(Math.max(...losses)));
  const least = Math.min(...losses.filter((loss) => loss > 0));
  const low = Math.max(Math.floor(Math.log10(least)), Math.floor(Math.log10(first || 1)) - DECADES);
  return [10 ** Math.min(low, high - 1), 10 ** high];
}

/** @param {readonly Way[]} ways */
function finite(ways) {
  return ways.flatMap(({ losses }) => losses.map(fromWire)).filter(Number.isFinite);
}
