/**
 * The chosen runs: each in numbers, all in two charts and in a table.
 *
 * In: `show(runs, slots)`, `mark(moment)`, `scale`. Out: `runended` when a run had its last event, `rungone` with `{id}`
 * when there is no such run any more, `snapshotsaved` with `{id}`, `momentpick` with `{step}` when an update was clicked;
 * what the cards say bubbles.
 * @typedef {import("../lib/runs-api.js").Run} Run
 * @typedef {import("../lib/run-events.js").RunEvent} RunEvent
 * @typedef {import("../elements/curve-chart.js").CurveChart} CurveChart
 * @typedef {import("./run-card.js").RunCard} RunCard
 * @typedef {import("./epoch-table.js").EpochTable} EpochTable
 */

import "../elements/curve-chart.js";
import "./epoch-table.js";
import "./run-card.js";
import { isLast, isNews } from "../lib/run-events.js";
import { hasEnded } from "../lib/runs-api.js";
import { runTitle, subtitles } from "../lib/run-title.js";
import { told } from "../lib/run-words.js";
import { Frames } from "./frames.js";
import { WatchedRuns } from "./watched-runs.js";

/** How often the end of an epoch is told at most: a screen reader needs time to read a sentence. */
const TELL_EVERY = 3000;

export class RunCurves extends HTMLElement {
  #watched = new WatchedRuns(location.origin.replace("http", "ws"), (id, event) => this.#news(id, event));
  #frames = new Frames(() => this.#draw());
  /** @type {readonly Run[]} */ #runs = [];
  /** @type {number | null} */ #pointed = null;
  #toldAt = -Infinity;

  connectedCallback() {
    for (const chart of this.#charts) {
      chart.addEventListener("chartpoint", (event) => this.#point(/** @type {CustomEvent} */ (event).detail.step));
      chart.addEventListener("chartpick", (event) => this.#out("momentpick", /** @type {CustomEvent} */ (event).detail));
    }
  }

  /** @returns {"linear" | "log"} of the loss */
  get scale() {
    return this.#lossChart?.dataset.scale === "log" ? "log" : "linear";
  }

  set scale(scale) {
    if (this.#lossChart && this.scale !== scale) this.#lossChart.dataset.scale = scale;
  }

  /**
   * @param {readonly Run[]} runs
   * @param {ReadonlyMap<string, import("../lib/slots.js").Slot>} slots
   */
  show(runs, slots) {
    this.#watched.watch(runs);
    this.#runs = runs;
    const lines = runs.flatMap((run) => {
      const [slot, watched] = [slots.get(run.id), this.#watched.get(run.id)];
      return slot && watched ? [{ slot, record: watched.record, watched }] : [];
    });
    this.#showCards(lines);
    for (const chart of this.#charts) chart.show(lines);
    this.#showTable();
  }

  /** The moment of a run that is looked at. @param {{id: string, step: number | null}} moment step null marks nothing */
  mark({ id, step }) {
    for (const chart of this.#charts) chart.mark(this.#watched.get(id)?.record, step);
  }

  /** @param {string} id */
  forget(id) {
    this.#watched.forget(id);
  }

  /**
   * Where the settings fill the screen, what they started would go unseen.
   * @param {string} id
   */
  bringIntoView(id) {
    const card = this.#cards.find((card) => card.dataset.run === id);
    const { top = 0, bottom = 0 } = card?.getBoundingClientRect() ?? {};
    if (top < 0 || bottom > innerHeight) card?.scrollIntoView();
  }

  /**
   * What the list knows of a run beside its events: its place in the queue.
   * @param {readonly Run[]} runs
   */
  update(runs) {
    for (const run of runs) this.#watched.update(run);
    this.#frames.ask();
  }

  /** @param {readonly {slot: import("../lib/slots.js").Slot, watched: import("./watched-runs.js").Watched}[]} lines */
  #showCards(lines) {
    const apart = subtitles(lines.map(({ watched }) => watched.run));
    const cards = lines.map(({ slot, watched }, i) => {
      const card = /** @type {RunCard} */ (document.createElement("run-card"));
      const title = runTitle(watched.run);
      card.show({ slot, alone: lines.length === 1, title, apart: apart[i] ?? "", watched });
      return card;
    });
    this.querySelector(".cards")?.replaceChildren(...cards);
  }

  #showTable() {
    const told = this.#runs.map((run) => ({ title: runTitle(run), epochs: this.#watched.get(run.id)?.record.epochs ?? [] }));
    /** @type {EpochTable} */ (this.querySelector("epoch-table")).show(told);
  }

  /**
   * @param {string} id
   * @param {RunEvent | null} event null: the line to the server changed
   */
  #news(id, event) {
    this.#frames.ask();
    if (this.#watched.get(id)?.line === "unknown") this.#out("rungone", { id });
    if (!event) return;
    this.#tell(id, event);
    if (event.type === "epoch_ended") this.#showTable();
    if (event.type === "snapshot_saved" && this.#isTraining(id)) this.#out("snapshotsaved", { id });
    if (isLast(event)) this.#out("runended", { id });
  }

  /** Whether what is told of it is no past. @param {string} id */
  #isTraining(id) {
    const watched = this.#watched.get(id);
    return watched !== undefined && !hasEnded(watched.met);
  }

  #draw() {
    for (const chart of this.#charts) chart.refresh();
    this.#refreshCards();
  }

  /** @param {number | null} step */
  #point(step) {
    if (step === this.#pointed) return;
    this.#pointed = step;
    this.#refreshCards();
  }

  #refreshCards() {
    for (const card of this.#cards) card.refresh(this.#pointed);
  }

  /**
   * Say aloud what happens, and nothing that had happened before.
   * @param {string} id
   * @param {RunEvent} event
   */
  #tell(id, event) {
    const watched = this.#watched.get(id);
    const words = watched && isNews(event, watched.met) ? told(event, watched.record) : "";
    const now = performance.now();
    if (!watched || !words || (event.type === "epoch_ended" && now - this.#toldAt < TELL_EVERY)) return;
    this.#toldAt = now;
    /** @type {HTMLElement} */ (this.querySelector('[data-part="told"]')).textContent = `${runTitle(watched.run)}: ${words}.`;
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #out(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  get #lossChart() {
    return this.#charts.find(({ dataset }) => dataset.measure === "loss");
  }

  get #cards() {
    return /** @type {RunCard[]} */ ([...this.querySelectorAll("run-card")]);
  }

  get #charts() {
    return /** @type {CurveChart[]} */ ([...this.querySelectorAll("curve-chart")]);
  }
}

customElements.define("run-curves", RunCurves);
