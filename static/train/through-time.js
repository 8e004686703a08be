/**
 * The time machine: a run as it was at any moment at which its weights were kept.
 *
 * In: `show(runs, slots)`, `look(id)` when a run may have one moment more, `goTo(step)`, `state`. Out: `momentchange`
 * with `{id, step}`, step null at the newest moment; `timechange` when the link should hold another state.
 * @typedef {import("../lib/runs-api.js").Run} Run
 * @typedef {import("../lib/slots.js").Slot} Slot
 * @typedef {import("../lib/moments-api.js").Evaluation} Evaluation
 * @typedef {import("../lib/train-link.js").TimeState} TimeState
 */

import "../elements/confusion-matrix.js";
import "../elements/step-player.js";
import { SeenView } from "../elements/seen-view.js";
import { Trouble } from "../elements/trouble.js";
import { atMostEvery } from "../lib/at-most-every.js";
import { chosenBy } from "../lib/confusion.js";
import { getEvaluation, getHistograms, getSnapshots, getWeights } from "../lib/moments-api.js";
import { momentWords, nearestPlace, noMomentWords, placeOf } from "../lib/moments.js";
import { loss, percent } from "../lib/numbers.js";
import { hasEnded } from "../lib/runs-api.js";
import { fromWire } from "../lib/wire.js";
import { timeParts } from "./time-parts.js";

/** How often a run that trains is asked for its moments, and how often the link follows the slider. */
const LOOK_EVERY = 250;
const LINK_EVERY = 400;

export class ThroughTime extends HTMLElement {
  #parts = timeParts(this);
  /** @type {readonly Run[]} */ #runs = [];
  /** @type {readonly number[]} */ #steps = [];
  /** The moment at which units are ranked: the same ones stay in sight while one moves. */
  #ranked = -1;
  /** @type {TimeState} */ #state = { through: "", step: null, cell: null, images: "active" };
  #id = "";
  #trouble = new Trouble(this.#parts.note);
  #failed = (/** @type {unknown} */ problem, /** @type {() => void} */ again) => this.#trouble.show(problem, again);
  #judged = new SeenView(this, getEvaluation, (answer) => void this.#judge(answer), this.#failed);
  #weights = new SeenView(this.#parts.weights, getWeights, (answer) => this.#parts.weights.show(answer), this.#failed);
  #spread = new SeenView(this.#parts.histograms, getHistograms, (answer) => this.#parts.histograms.show(answer), this.#failed);
  #lookSoon = atMostEvery(LOOK_EVERY, () => void this.#look());
  #tellLink = atMostEvery(LINK_EVERY, () => this.dispatchEvent(new CustomEvent("timechange")));

  connectedCallback() {
    const { player, live, matrix, weights, runs } = this.#parts;
    player.addEventListener("stepchange", (event) => this.#moved(/** @type {CustomEvent} */ (event).detail.step));
    live.addEventListener("click", () => player.rest(this.#steps.length - 1));
    matrix.addEventListener("cellpoint", (event) => (this.#parts.cell.value = /** @type {CustomEvent} */ (event).detail.text));
    matrix.addEventListener("cellchoose", (event) => this.#change({ cell: /** @type {CustomEvent} */ (event).detail.cell }));
    weights.addEventListener("imageschange", () => this.#change({ images: weights.choice }));
    runs.addEventListener("change", ({ target }) => this.#change({ through: /** @type {HTMLInputElement} */ (target).value, step: null }));
  }

  get state() {
    return this.#state;
  }

  /** @param {TimeState} state */
  set state(state) {
    this.#state = state;
    this.#parts.matrix.choose(state.cell);
    this.#parts.weights.choice = state.images;
    this.#open();
  }

  /** @param {readonly Run[]} runs @param {ReadonlyMap<string, Slot>} slots */
  show(runs, slots) {
    this.#runs = runs;
    this.#parts.showRuns(runs, slots);
    this.#open();
  }

  /** What the list knows of the runs by now. @param {readonly Run[]} runs */
  update(runs) {
    this.#runs = this.#runs.map((run) => runs.find(({ id }) => id === run.id) ?? run);
    this.#describe();
  }

  /** @param {string} id */
  look(id) {
    if (id === this.#run?.id) this.#lookSoon();
  }

  /** The moment nearest to a step. @param {number} step */
  goTo(step) {
    if (this.#steps.length > 0) this.#parts.player.rest(nearestPlace(this.#steps, step));
    else this.#change({ step });
  }

  get #run() {
    return this.#runs.find(({ id }) => id === this.#state.through) ?? this.#runs.at(-1);
  }

  get #follows() {
    return this.#state.step === null;
  }

  #open() {
    this.hidden = !this.#run;
    if (this.#run?.id !== this.#id) [this.#steps, this.#ranked] = [[], -1];
    this.#id = this.#run?.id ?? "";
    this.#parts.chooseRun(this.#id);
    this.#lookSoon();
  }

  async #look() {
    const id = this.#id;
    await this.#trouble.attempt(async () => {
      const steps = id ? await getSnapshots(id) : [];
      if (id === this.#id) this.#know(steps);
    });
  }

  /** @param {readonly number[]} steps */
  #know(steps) {
    const { player } = this.#parts;
    this.#steps = steps;
    this.#describe();
    if (steps.length === 0) return this.#tell();
    player.name(steps.map((step) => momentWords(step, this.#run?.steps ?? 0)));
    if (!player.playing) player.go(placeOf(steps, this.#state.step));
  }

  /** @param {number} place */
  #moved(place) {
    const step = place === this.#steps.length - 1 ? null : (this.#steps[place] ?? null);
    const isAnother = step !== this.#state.step;
    this.#state = { ...this.#state, step };
    if (isAnother) this.#tellLink();
    this.#describe();
    this.#ask();
    this.#tell();
  }

  /** @param {Partial<TimeState>} what */
  #change(what) {
    this.#state = { ...this.#state, ...what };
    this.#tellLink();
    if ("through" in what) this.#open();
    else this.#ask();
  }

  #ask() {
    const place = this.#parts.player.step;
    const step = this.#steps[place];
    if (step === undefined) return;
    if (this.#follows || this.#ranked < 0) this.#ranked = this.#steps.at(-1) ?? step;
    const questions = this.#questions(step);
    this.#judged.want(questions.evaluation);
    this.#weights.want(questions.weights);
    this.#spread.want(questions.histograms);
    if (this.#parts.player.playing) this.#askAhead(this.#steps[place + 1]);
  }

  /** The next moment while it plays, so that it is there in time. @param {number | undefined} step */
  #askAhead(step) {
    if (step === undefined) return;
    const { evaluation, weights, histograms } = this.#questions(step);
    const asked = [
      this.#judged.seen && getEvaluation(evaluation),
      this.#weights.seen && getWeights(weights),
      this.#spread.seen && getHistograms(histograms),
    ];
    // What fails ahead of time is asked again in its time, and says why then.
    void Promise.allSettled(asked);
  }

  /** @param {number} step */
  #questions(step) {
    const moment = { run: this.#id, step };
    const { cell, images } = this.#state;
    /** @type {Pick<import("../lib/moments-api.js").Weights, "by" | "label">} */
    const ranking = typeof images === "number" ? { by: "class", label: images } : { by: images, label: null };
    return {
      evaluation: { ...moment, ...chosenBy(cell) },
      weights: { ...moment, ...ranking, ranked: this.#ranked },
      histograms: moment,
    };
  }

  /** @param {Evaluation} answer */
  async #judge(answer) {
    this.#trouble.clear();
    this.#parts.accuracy.textContent = percent(answer.accuracy);
    this.#parts.loss.textContent = loss(fromWire(answer.loss));
    this.#parts.matrix.show(answer.confusion);
    await this.#parts.mistakes.show(answer, { run: this.#id, step: answer.step }, this.#state.cell);
  }

  #describe() {
    const { moments, none, live, grain, figures, player } = this.#parts;
    if (!this.#run) return;
    moments.hidden = this.#steps.length === 0;
    none.textContent = this.#steps.length === 0 ? noMomentWords(this.#run) : "";
    grain.hidden = this.#id !== "recorded";
    live.hidden = hasEnded(this.#run);
    live.ariaPressed = String(this.#follows);
    // Read out when one goes somewhere, not while everything moves by itself.
    figures.ariaLive = this.#follows || player.playing ? "off" : "polite";
    live.textContent = this.#follows ? "Live" : "Back to live";
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("momentchange", { detail: { id: this.#id, step: this.#state.step } }));
  }
}

customElements.define("through-time", ThroughTime);
