/**
 * The loss of each way over its steps.
 *
 * In: `show(ways, step)`, `go(step)`. Out: `steppoint` with `{step}`, where somebody presses.
 * @typedef {import("../lib/descent.js").Way} Way
 */

import uPlot from "../vendor/uPlot.esm.js";
import { stepsOf } from "../lib/descent.js";
import { isSpread, lossCurves, lossSpan } from "../lib/loss-curves.js";
import { short, tick } from "../lib/numbers.js";
import { SLOTS } from "../lib/slots.js";
import { fromWire } from "../lib/wire.js";
import { curveLetters } from "./curve-letters.js";
import { Plotted, powersOfTen } from "./plotted.js";
import { tokenColour } from "./token-colour.js";

export class LossChart extends Plotted {
  /** @type {readonly Way[]} */ #ways = [];
  #step = 0;
  #built = "";

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.role = "img";
  }

  /** @param {readonly Way[]} ways */
  show(ways) {
    this.#ways = ways;
    const ends = ways.map(({ title, losses }) => `${title}: ${short(fromWire(losses.at(-1) ?? "NaN"))}`);
    this.ariaLabel = `The loss over the steps. At the end ${ends.join(", ")}.`;
    const kind = `${ways.length} ${isSpread(ways)}`;
    if (kind !== this.#built || !this.plot) this.build();
    else this.refresh();
    this.#built = kind;
  }

  /** Mark a step. @param {number} step */
  go(step) {
    this.#step = step;
    this.plot?.redraw(false);
  }

  /** @override */
  build() {
    super.build();
    this.plot?.over.addEventListener("click", () => this.#press());
  }

  /** @override */
  refresh() {
    const plot = this.plot;
    if (!plot) return;
    const curves = lossCurves(this.#ways);
    const steps = Math.max(1, stepsOf(this.#ways));
    const [min, max] = lossSpan(this.#ways);
    plot.batch(() => {
      plot.setData(/** @type {uPlot.AlignedData} */ ([Array.from({ length: steps + 1 }, (_, i) => i), ...curves]), false);
      plot.setScale("x", { min: 0, max: steps });
      plot.setScale("y", { min, max });
    });
  }

  #press() {
    const step = this.plot?.cursor.idx;
    if (step != null) this.dispatchEvent(new CustomEvent("steppoint", { bubbles: true, detail: { step } }));
  }

  /** @override @returns {uPlot.Options} */
  options() {
    const [ink, hairline, outline] = /** @type {[string, string, string]} */ (
      ["--ink-quiet", "--hairline", "--outline"].map((token) => tokenColour(this, token))
    );
    const colours = this.#ways.map((_, i) => tokenColour(this, `--run-${SLOTS[i]}`));
    const axis = { stroke: ink, font: `12px ${getComputedStyle(this).fontFamily}`, grid: { stroke: hairline, width: 1 }, ticks: { show: false } };
    return {
      width: 100,
      height: 100,
      padding: [12, 28, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: false, auto: false }, y: { auto: false, distr: isSpread(this.#ways) ? 3 : 1 } },
      axes: [
        { ...axis, size: 30, grid: { show: false }, values: (_, splits) => splits.map((split) => (Number.isInteger(split) ? String(split) : "")) },
        { ...axis, size: 52, ...(isSpread(this.#ways) ? { filter: powersOfTen, grid: { ...axis.grid, filter: powersOfTen } } : {}), values: (_, splits) => splits.map((split) => (split === null ? "" : tick(split))) },
      ],
      series: [{}, ...colours.map((stroke) => ({ stroke, width: 2, points: { show: false } }))],
      hooks: {
        drawClear: [(plot) => this.#markStep(plot, outline)],
        draw: [(plot) => this.#ways.length > 1 && curveLetters(plot, colours)],
      },
    };
  }

  /** A line through the step that is seen. @param {uPlot} plot @param {string} colour */
  #markStep(plot, colour) {
    const { ctx, bbox } = plot;
    const x = Math.round(plot.valToPos(this.#step, "x", true)) + 0.5;
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.lineWidth = uPlot.pxRatio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  }
}

customElements.define("loss-chart", LossChart);
