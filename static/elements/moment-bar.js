import { momentWords } from "../lib/moments.js";
import { getSnapshots } from "../lib/moments-api.js";
import { getRuns } from "../lib/runs-api.js";
import { runTitle } from "../lib/run-title.js";

/**
 * Which run, and at which of its moments.
 *
 * In: `show(run, step)`. Out: `momentchoose` with `{run, step}`, step null for the newest.
 * @typedef {import("../lib/runs-api.js").Run} Run
 */

export class MomentBar extends HTMLElement {
  /** @type {readonly number[]} */ #steps = [];
  /** @type {readonly Run[]} */ #runs = [];
  #run = document.createElement("select");
  #slider = document.createElement("input");
  #says = document.createElement("output");

  connectedCallback() {
    this.#slider.type = "range";
    this.#slider.ariaLabel = "Moment";
    this.#says.className = "small quiet number";
    this.#run.ariaLabel = "Run";
    this.replaceChildren(this.#run, this.#slider, this.#says);
    this.#run.addEventListener("change", () => this.#tell(this.#run.value, null));
    this.#slider.addEventListener("input", () => this.#say(this.#chosen));
    this.#slider.addEventListener("change", () => this.#tell(this.#run.value, this.#chosen));
  }

  /** @param {string} run @param {number} step */
  async show(run, step) {
    const [runs, steps] = await Promise.all([getRuns(), getSnapshots(run)]);
    [this.#runs, this.#steps] = [runs, steps];
    const known = runs.filter(({ id, snapshot }) => id === run || typeof snapshot === "number");
    this.#run.replaceChildren(...known.map((each) => new Option(runTitle(each), each.id)));
    this.#run.value = run;
    this.#slider.max = String(steps.length - 1);
    this.#slider.value = String(steps.indexOf(step));
    this.#say(step);
  }

  get #chosen() {
    return this.#steps[this.#slider.valueAsNumber] ?? 0;
  }

  /** @param {number} step */
  #say(step) {
    const steps = this.#runs.find(({ id }) => id === this.#run.value)?.steps ?? step;
    this.#says.value = momentWords(step, steps);
    this.#slider.ariaValueText = this.#says.value;
  }

  /** @param {string} run @param {number | null} step */
  #tell(run, step) {
    this.dispatchEvent(new CustomEvent("momentchoose", { detail: { run, step } }));
  }
}

customElements.define("moment-bar", MomentBar);
