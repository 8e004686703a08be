/**
 * How many times as fast NumPy is, over the number of numbers; both axes count in powers of ten.
 *
 * In: `show(races)`.
 * @typedef {import("../lib/races.js").Race} Race
 */

import { sizeOf } from "../lib/nested.js";
import { whole } from "../lib/numbers.js";
import { ratioOf } from "../lib/races.js";
import { Plotted, powersOfTen } from "./plotted.js";
import { tokenColour } from "./token-colour.js";

/** The largest tensor of the playground, and room for its point. */
const SIZES = { min: 1, max: 100_000 };
const RATIOS = { min: 0.1, max: 1000 };
const POINT = 9;

export class RaceChart extends Plotted {
  /** @type {readonly Race[]} */ #races = [];

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.role = "img";
    this.build();
  }

  /** @param {readonly Race[]} races */
  show(races) {
    this.#races = races.filter(({ shape }) => sizeOf(shape) > 0).toSorted((a, b) => sizeOf(a.shape) - sizeOf(b.shape));
    const points = this.#races.map((race) => `${whole(sizeOf(race.shape))} numbers: ${ratioOf(race).toFixed(1)}`);
    this.ariaLabel = `How many times as fast NumPy is. ${points.join("; ") || "No race yet."}`;
    this.refresh();
  }

  /** @override */
  refresh() {
    this.plot?.setData([this.#races.map(({ shape }) => sizeOf(shape)), this.#races.map(ratioOf)]);
  }

  /** @override @returns {uPlot.Options} */
  options() {
    const [ink, hairline, accent] = ["--ink-quiet", "--hairline", "--accent"].map((token) => tokenColour(this, token));
    const axis = { stroke: ink, font: "12px sans-serif", grid: { stroke: hairline, width: 1, filter: powersOfTen }, ticks: { show: false }, filter: powersOfTen };
    const label = (/** @type {string} */ text) => ({ label: text, labelFont: "12px sans-serif", labelSize: 20 });
    return {
      width: 100,
      height: 100,
      padding: [8, 28, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, distr: 3, range: [SIZES.min, SIZES.max] }, y: { distr: 3, range: [RATIOS.min, RATIOS.max] } },
      axes: [
        { ...axis, ...label("numbers"), values: named },
        { ...axis, ...label("times as fast"), size: 48, values: named },
      ],
      series: [{}, { stroke: accent, fill: accent, paths: () => null, points: { show: true, size: POINT, fill: accent } }],
    };
  }
}

/** @param {uPlot} _plot @param {readonly (number | null)[]} splits */
function named(_plot, splits) {
  return splits.map((value) => (value === null ? "" : value < 1 ? String(value) : whole(value)));
}

customElements.define("race-chart", RaceChart);
