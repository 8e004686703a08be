import { percent, whole } from "../lib/numbers.js";
import { Refused } from "../lib/ask.js";
import { getSnapshots } from "../lib/moments-api.js";
import { runTitle } from "../lib/run-title.js";
import { fromWire } from "../lib/wire.js";
import { say } from "../elements/say.js";

/** @typedef {import("../lib/runs-api.js").Run} Run */
/** @typedef {{run: string, step: number | null}} Choice */

const SHUFFLED = "It learned with shuffled pixels, and gets yours shuffled in the same way; every picture here shows them back in their places.";

/** Which network answers: the newest one, or a run, at its end or at an earlier moment. */
export class Who {
  /** @type {Choice} */ choice = { run: "", step: null };
  /** A moment that is looked at in passing. */
  /** @type {{run: string, step: number} | null} */ peek = null;
  /** @type {Map<string, Run>} */ #runs = new Map();
  /** @type {number[]} */ #steps = [];
  /** @type {{run: string, step: number} | null} */ #model = null;
  /** @type {number | undefined} */ #stepsReadAt;
  #select;
  #slider;
  #changed;

  /** @param {HTMLFormElement} form @param {() => void} changed */
  constructor(form, changed) {
    this.#changed = changed;
    this.#select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("run"));
    this.#slider = /** @type {HTMLInputElement} */ (form.elements.namedItem("moment"));
    this.#select.addEventListener("change", () => this.#choose({ run: this.#select.value, step: null }));
    this.#slider.addEventListener("input", () => this.#choose({ run: this.choice.run, step: this.#stepAtSlider }));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  get isNewest() {
    return this.choice.run === "";
  }

  /** Who is asked now. @returns {Choice} */
  get moment() {
    return this.peek ?? this.choice;
  }

  askNewest() {
    this.#select.value = "";
    this.#choose({ run: "", step: null });
  }

  /** The run that a choice follows while it trains, if it does. @returns {Run | undefined} */
  get training() {
    if (this.choice.step !== null) return undefined;
    const runs = [...this.#runs.values()].filter(({ status }) => status === "running");
    return this.choice.run === "" ? runs[0] : runs.find(({ id }) => id === this.choice.run);
  }

  /** @param {string} id @returns {readonly string[]} activations of its hidden layers */
  activations(id) {
    return this.#runs.get(id)?.spec.hidden.map(({ activation }) => activation) ?? [];
  }

  /** @param {readonly Run[]} runs  the newest first */
  know(runs) {
    this.#runs = new Map(runs.map((run) => [run.id, run]));
    const options = runs.map((run) => new Option(optionText(run), run.id));
    const [newest] = this.#select.options;
    if (newest && options.map(textOf).join() !== [...this.#select.options].slice(1).map(textOf).join()) {
      this.#select.replaceChildren(newest, ...options);
    }
    this.#select.value = this.choice.run;
    this.#say();
    if (this.#runs.get(this.choice.run)?.step !== this.#stepsReadAt) void this.#readSteps();
  }

  /** @param {string} id */
  knows(id) {
    return this.#runs.has(id);
  }

  /** @param {Choice} choice */
  async set(choice) {
    this.choice = choice;
    this.#select.value = choice.run;
    await this.#readSteps();
  }

  /** @param {{run: string, step: number}} model */
  answered(model) {
    this.#model = model;
    this.#say();
  }

  /** Say in words who answered. */
  #say() {
    if (!this.#model) return;
    const { run, step } = this.#model;
    const known = this.#runs.get(run);
    const follows = this.moment.step === null;
    const shuffled = known?.spec.shuffle_pixels ? ` ${SHUFFLED}` : "";
    say("who", known ? answeredBy(known, step, follows) + shuffled : `Answered by run ${run}, after ${whole(step)} updates.`);
  }

  get #stepAtSlider() {
    const place = Number(this.#slider.value);
    return place >= this.#steps.length - 1 ? null : (this.#steps[place] ?? null);
  }

  /** @param {Choice} choice */
  #choose(choice) {
    const anotherRun = choice.run !== this.choice.run;
    this.choice = choice;
    this.#tellMoment();
    if (anotherRun) void this.#readSteps();
    this.#changed();
  }

  /** The moments that a run can answer from. */
  async #readSteps() {
    const { run } = this.choice;
    const steps = run ? await snapshotsOf(run) : [];
    if (run !== this.choice.run) return;
    this.#steps = steps;
    this.#stepsReadAt = this.#runs.get(run)?.step;
    const place = this.choice.step === null ? -1 : steps.findLastIndex((step) => step <= (this.choice.step ?? 0));
    this.#slider.max = String(Math.max(0, steps.length - 1));
    this.#slider.value = String(place < 0 ? steps.length - 1 : place);
    this.#slider.parentElement?.toggleAttribute("hidden", steps.length < 2);
    this.#tellMoment();
  }

  #tellMoment() {
    this.#slider.ariaValueText = `after update ${whole(this.#steps[Number(this.#slider.value)] ?? 0)}`;
  }
}

/**
 * The steps at which a run's weights were kept; none if it is not there, which the prediction's answer will say.
 * @param {string} run
 */
async function snapshotsOf(run) {
  try {
    return await getSnapshots(run);
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    return [];
  }
}

/** @param {HTMLOptionElement} option */
function textOf(option) {
  return option.value + option.text;
}

/** @param {Run} run */
function optionText(run) {
  const { id, status, test_accuracy, created_at } = run;
  const end = test_accuracy === null ? status : `reads ${percent(fromWire(test_accuracy))}`;
  const time = id === "recorded" ? [] : [new Date(created_at).toLocaleTimeString("en-GB", { timeStyle: "short" })];
  return [runTitle(run), ...time, status === "running" ? "training" : end].join(" · ");
}

/** @param {Run} run @param {number} step @param {boolean} follows  its newest weights, not those of a chosen moment */
function answeredBy(run, step, follows) {
  const name = run.id === "recorded" ? "the recorded run" : `the run “${runTitle(run)}”`;
  const place = `update ${whole(step)} of ${whole(run.steps)}`;
  if (run.status === "running" && follows) return `Answered by ${name} while it trains: ${place}.`;
  if (step === run.steps) return `Answered by ${name}, after all ${whole(step)} updates.`;
  return `Answered by ${name} as it was after ${place}.`;
}
