/**
 * Curves of runs, over updates or over seconds; they may still grow.
 *
 * In: `show(lines)` for which runs, `refresh()` when they have news, `mark(record, step)` for a moment of one of them,
 * `data-measure`, `data-scale` ("log" or not), `data-over` ("seconds" or not), `data-label`. Out: `chartpoint` with `{place}`
 * on the axis, or null when nothing is pointed at; `chartpick` with `{step}`, the updates done of the run that is looked at,
 * when a place is clicked or Enter is pressed. All charts of a page point at the same place.
 * @typedef {{slot: import("../lib/slots.js").Slot, record: import("../lib/run-record.js").RunRecord}} Line
 * @typedef {import("../lib/chart-data.js").Measure} Measure
 */

import uPlot from "../vendor/uPlot.esm.js";
import { chartData } from "../lib/chart-data.js";
import { AXES } from "../lib/run-axis.js";
import { pointWords } from "../lib/run-words.js";
import { accuracyRange, logLossRange, lossRange } from "../lib/scale-range.js";
import { markEpochs, markMoment, markTests } from "./chart-marks.js";
import { chartOptions } from "./chart-options.js";
import { Plotted } from "./plotted.js";
import { tokenColour } from "./token-colour.js";

/** Points that an arrow key moves, alone and with shift. */
const STRIDE = 1;
const LONG_STRIDE = 25;

export class CurveChart extends Plotted {
  static observedAttributes = ["data-scale", "data-over"];

  /** @type {readonly Line[]} */ #lines = [];
  /** @type {{record: import("../lib/run-record.js").RunRecord | undefined, step: number | null}} */ #moment = { record: undefined, step: null };

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.tabIndex = 0;
    this.role = "slider";
    this.ariaValueMin = "1";
    this.ariaLabel = this.dataset.label ?? "";
    this.addEventListener("keydown", (event) => this.#walk(event), { signal: this.gone.signal });
    this.addEventListener("click", () => this.#pick(), { signal: this.gone.signal });
    this.addEventListener("blur", () => this.#point(null), { signal: this.gone.signal });
  }

  attributeChangedCallback() {
    if (this.isConnected) this.build();
  }

  /** @param {readonly Line[]} lines */
  show(lines) {
    this.#lines = lines;
    this.build();
  }

  /** @param {import("../lib/run-record.js").RunRecord | undefined} record @param {number | null} step updates done */
  mark(record, step) {
    this.#moment = { record, step };
    this.plot?.redraw(false, false);
  }

  /** @override */
  refresh() {
    const plot = this.plot;
    if (!plot) return;
    const data = chartData(this.#records, this.#measure, this.#over);
    const [low, high] = this.#range(data.filter((_, i) => i > 0 && i % 2 === 0));
    plot.batch(() => {
      plot.setData(/** @type {uPlot.AlignedData} */ (/** @type {unknown} */ (data)), false);
      plot.setScale("x", { min: 0, max: this.#end });
      plot.setScale("y", { min: low, max: high });
    });
    this.ariaValueMax = String(data[0]?.length ?? 0);
    if (plot.cursor.idx == null) this.#describe(null);
  }

  get #records() {
    return this.#lines.map(({ record }) => record);
  }

  get #measure() {
    return /** @type {Measure} */ (this.dataset.measure);
  }

  /** @returns {import("../lib/run-axis.js").Over} */
  get #over() {
    return this.dataset.over === "seconds" ? "seconds" : "updates";
  }

  get #end() {
    return Math.max(...this.#records.map(AXES[this.#over].end)) || 1;
  }

  /** @param {readonly import("../lib/chart-data.js").Series[]} smooth */
  #range(smooth) {
    const drawn = [...smooth, ...this.#tests];
    if (this.#measure === "accuracy") return accuracyRange(drawn);
    return this.dataset.scale === "log" ? logLossRange(drawn) : lossRange(drawn);
  }

  /** Of each run what the test set gave: an overfitting network leaves its training curve far behind. */
  get #tests() {
    const name = this.#measure === "loss" ? "testLoss" : "testAccuracy";
    return this.#records.map(({ epochs }) => epochs.map((epoch) => epoch[name]));
  }

  /** @override @returns {uPlot.Options} */
  options() {
    const over = this.#over;
    const ground = tokenColour(this, "--ground");
    const hairline = tokenColour(this, "--hairline");
    const drawn = this.#lines.map((line) => ({ line, colour: tokenColour(this, `--run-${line.slot}`) }));
    const colours = { ink: tokenColour(this, "--ink-quiet"), hairline, runs: drawn.map(({ colour }) => colour) };
    return {
      ...chartOptions(this.#measure, this.dataset.scale === "log", colours, over, this.#density),
      hooks: {
        drawClear: [(plot) => markEpochs(plot, drawn, over, hairline)],
        draw: [
          (plot) => markTests(plot, drawn, this.#measure, over, ground),
          (plot) => markMoment(plot, drawn.find(({ line }) => line.record === this.#moment.record), over, this.#moment.step),
        ],
        setCursor: [({ cursor }) => this.#tell(cursor.idx ?? null)],
      },
    };
  }

  /** Updates in one pixel. */
  get #density() {
    return Math.max(1, ...this.#records.map(({ steps }) => steps)) / (this.clientWidth || 1);
  }

  #pick() {
    const [place, record] = [this.#placeOf(this.plot?.cursor.idx ?? null), this.#moment.record ?? this.#records[0]];
    if (place === null || !record) return;
    const step = Math.min(record.step, AXES[this.#over].step(record, place) + 1);
    this.dispatchEvent(new CustomEvent("chartpick", { detail: { step } }));
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    if (event.key === "Enter") this.#pick();
    const stride = event.shiftKey ? LONG_STRIDE : STRIDE;
    const last = (this.plot?.data[0]?.length ?? 0) - 1;
    const now = this.plot?.cursor.idx ?? last;
    /** @type {Record<string, number | null>} */
    const goals = { ArrowLeft: now - stride, ArrowRight: now + stride, Home: 0, End: last, Escape: null };
    const goal = goals[event.key];
    if (goal === undefined || last < 0) return;
    event.preventDefault();
    this.#point(goal === null ? null : Math.max(0, Math.min(last, goal)));
  }

  /** @param {number | null} index */
  #point(index) {
    const place = this.#placeOf(index);
    const left = place === null ? -10 : (this.plot?.valToPos(place, "x") ?? -10);
    this.plot?.setCursor({ left, top: place === null ? -10 : 0 });
  }

  /** @param {number | null} index of a point */
  #tell(index) {
    this.#describe(index);
    this.dispatchEvent(new CustomEvent("chartpoint", { detail: { place: this.#placeOf(index) } }));
  }

  /**
   * The picture in words, at a point or at the newest.
   * @param {number | null} index
   */
  #describe(index) {
    const at = index ?? (this.plot?.data[0]?.length ?? 0) - 1;
    this.ariaValueNow = String(at + 1);
    this.ariaValueText = pointWords(this.#records, this.#measure, this.#over, this.#placeOf(at) ?? 0);
  }

  /** @param {number | null} index */
  #placeOf(index) {
    return index === null ? null : (this.plot?.data[0]?.[index] ?? null);
  }
}

customElements.define("curve-chart", CurveChart);
