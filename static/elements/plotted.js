/** A chart by uPlot, as large as its element and in the colours of the theme. */

import uPlot from "../vendor/uPlot.esm.js";
import { onThemeChange } from "./colours.js";

export class Plotted extends HTMLElement {
  /** @type {uPlot | null} */ plot = null;
  /** Ends what the element listens to, once it is gone. */
  gone = new AbortController();
  #resized = new ResizeObserver(() => this.#fit());

  connectedCallback() {
    this.gone = new AbortController();
    onThemeChange(() => this.build(), this.gone.signal);
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.gone.abort();
    this.#resized.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }

  /** Draw it anew: colours and scales belong to the chart for its life. */
  build() {
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), undefined, this);
    this.#fit();
    this.refresh();
  }

  /** @returns {uPlot.Options} */
  options() {
    throw new Error("Each chart has its own.");
  }

  /** Give the chart its newest numbers. */
  refresh() {}

  #fit() {
    this.plot?.setSize({ width: this.clientWidth, height: this.clientHeight });
  }
}

/**
 * Only powers of ten get a line and a number.
 * @param {uPlot} _plot
 * @param {readonly number[]} splits
 */
export function powersOfTen(_plot, splits) {
  return splits.map((value) => (Number.isInteger(Math.round(Math.log10(value) * 1e6) / 1e6) ? value : null));
}
