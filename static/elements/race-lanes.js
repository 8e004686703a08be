/**
 * Two runners side by side: how far each gets in the time of the other.
 *
 * In: `show(result)`, `data-running` while they run.
 * @typedef {import("../lib/races.js").RaceResult} RaceResult
 */

import { whole } from "../lib/numbers.js";
import { rateText, secondsText } from "../lib/races.js";

const RUNNERS = /** @type {const} */ ([["naive", "loops"], ["numpy", "NumPy"]]);

export class RaceLanes extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(...RUNNERS.map(([name, title]) => lane(name, title)));
  }

  /** @param {RaceResult} result */
  show({ naive, numpy, operations, repetitions }) {
    const seconds = { naive, numpy };
    for (const [name] of RUNNERS) {
      const row = /** @type {HTMLElement} */ (this.querySelector(`[data-runner=${name}]`));
      row.style.setProperty("--share", String(Math.min(naive, numpy) / seconds[name]));
      const [time, rate] = row.querySelectorAll("b, small");
      if (time) time.textContent = secondsText(seconds[name]);
      if (rate) rate.textContent = `${rateText(operations[name])} operations a second, ${whole(repetitions[name])} repetitions`;
    }
  }
}

/** @param {string} runner @param {string} title */
function lane(runner, title) {
  const [row, name, track, time, rate] = ["p", "span", "i", "b", "small"].map((tag) => document.createElement(tag));
  if (!row || !name || !track || !time || !rate) return "";
  row.dataset.runner = runner;
  name.textContent = title;
  time.textContent = "–";
  row.append(name, track, time, rate);
  return row;
}

customElements.define("race-lanes", RaceLanes);
