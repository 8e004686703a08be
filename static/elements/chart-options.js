/** How a chart of runs looks: quiet axes, each batch faint, the smoothed line strong. */

import uPlot from "../vendor/uPlot.esm.js";
import { percent, tick, whole } from "../lib/numbers.js";

/**
 * @typedef {import("../lib/chart-data.js").Measure} Measure
 * @typedef {import("../lib/run-axis.js").Over} Over
 * @typedef {{ink: string, hairline: string, runs: readonly string[]}} Colours
 */

const FAINT = 0.26;
/** Batches in one pixel from which on they are drawn fainter: else they fill the picture, and the smoothed line drowns. */
const DENSE = 4;
const MOST_DECADES = 5;

/**
 * @param {Measure} measure
 * @param {boolean} logarithmic
 * @param {Colours} colours
 * @param {Over} over
 * @param {number} density points in one pixel
 * @returns {uPlot.Options}
 */
export function chartOptions(measure, logarithmic, colours, over, density) {
  const faint = FAINT / Math.sqrt(colours.runs.length * Math.max(1, density / DENSE));
  return {
    width: 100,
    height: 100,
    padding: [12, 36, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, sync: { key: "runs" }, points: { size: 7, show: showsPoint } },
    scales: { x: { time: false, auto: false }, y: { auto: false, distr: logarithmic ? 3 : 1 } },
    axes: [
      axis(colours, { size: 32, grid: { show: false }, values: (_plot, splits) => splits.map(over === "seconds" ? secondsTick : wholeTick) }),
      yAxis(measure, logarithmic, colours),
    ],
    series: [{}, ...colours.runs.flatMap((colour) => pair(colour, faint))],
  };
}

/** @param {number} value */
function wholeTick(value) {
  return Number.isInteger(value) ? whole(value) : "";
}

/** @param {number} value */
function secondsTick(value) {
  return `${tick(value)}\u202fs`;
}

/**
 * @param {Measure} measure
 * @param {boolean} logarithmic
 * @param {Colours} colours
 */
function yAxis(measure, logarithmic, colours) {
  const say = measure === "loss" ? tick : (/** @type {number} */ value) => percent(value, 0);
  const more = logarithmic ? { splits: decades, grid: { stroke: colours.hairline, width: 1, filter: all }, filter: all } : {};
  return axis(colours, { values: (_plot, splits) => splits.map(say), ...more });
}

/**
 * Powers of ten; of many only every so many.
 * @param {uPlot} _plot
 * @param {number} _axis
 * @param {number} low
 * @param {number} high
 */
function decades(_plot, _axis, low, high) {
  const [first, last] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const stride = Math.ceil((last - first) / MOST_DECADES);
  const count = Math.floor((last - first) / stride) + 1;
  return Array.from({ length: count }, (_, i) => 10 ** (first + i * stride));
}

/**
 * @param {uPlot} _plot
 * @param {number[]} splits
 */
function all(_plot, splits) {
  return splits;
}

/**
 * @param {Colours} colours
 * @param {uPlot.Axis} more
 * @returns {uPlot.Axis}
 */
function axis({ ink, hairline }, more) {
  return {
    stroke: ink,
    font: `12px ${getComputedStyle(document.body).fontFamily}`,
    size: 44,
    gap: 8,
    grid: { stroke: hairline, width: 1 },
    ticks: { show: false },
    ...more,
  };
}

/**
 * @param {string} colour
 * @param {number} alpha of what each batch gave
 * @returns {uPlot.Series[]} each batch, and smoothed
 */
function pair(colour, alpha) {
  const quiet = { points: { show: false } };
  return [
    { ...quiet, stroke: colour, alpha, width: 1 },
    { ...quiet, stroke: colour, width: 2 },
  ];
}

/**
 * Only each batch's own value gets a point under the pointer: the smoothed one was never measured.
 * @param {uPlot} _plot
 * @param {number} series
 * @returns {any} uPlot takes no element for an answer, its types do not know that
 */
function showsPoint(_plot, series) {
  if (series % 2 === 0) return false;
  const point = document.createElement("div");
  point.className = "u-cursor-pt";
  return point;
}
