/**
 * The chosen runs: each in numbers, all in two charts and in a table.
 *
 * In: `show(runs, slots)`, `mark(moment)`, `scale`, `over`. Out: `runended` when a run had its last event, `rungone` with `{id}`
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
import "./run-comparison.js";
import { AXES } from "../lib/run-axis.js";
import { isLast, isNews } from "../lib/run-events.js";
import { hasEnded } from "../lib/runs-api.js";
import { runTitle, subtitles } from "../lib/run-title.js";
import { told } from "../lib/run-words.js";
import { Frames } from "./frames.js";
import { RunHints } from "./run-hints.js";
import { WatchedRuns } from "./watched-runs.js";

/** How often the end of an epoch is told at most: a screen reader needs time to read a sentence. */
const TELL_EVERY = 3000;

export class RunCurves extends HTMLElement {
  #watched = new WatchedRuns(location.origin.replace("http", "ws"), (id, event) => this.#news(id, event));
  #frames = new Frames(() => this.#draw());
  #hints = new RunHints((id) => this.#advise(id));
  /** @type {readonly Run[]} */ #runs = [];
  /** @type {import("../lib/slots.js").Slot[]} */ #slots = [];
  /** @type {number | null} */ #pointed = null;
  #toldAt = -Infinity;

  connectedCallback() {
    for (const chart of this.#charts) {
      chart.addEventListener("chartpoint", (event) => this.#point(/** @type {CustomEvent} */ (event).detail.place));
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

  /** @returns {import("../lib/run-axis.js").Over} what the charts count along their axis */
  get over() {
    return this.#lossChart?.dataset.over === "seconds" ? "seconds" : "updates";
  }

  set over(over) {
    if (this.over === over) return;
    this.#pointed = null;
    for (const chart of this.#charts) chart.dataset.over = over;
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
    this.#slots = lines.map(({ slot }) => slot);
    this.#showCards(lines);
    for (const run of runs) this.#hints.ask(run.id);
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
    const card = this.#card(id);
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
    for (const { watched } of lines) this.#advise(watched.run.id);
  }

  /** @param {string} id */
  #advise(id) {
    this.#card(id)?.advise(this.#hints.get(id));
  }

  #showTable() {
    const told = this.#runs.map((run) => ({ title: runTitle(run), epochs: this.#watched.get(run.id)?.record.epochs ?? [] }));
    /** @type {EpochTable} */ (this.querySelector("epoch-table")).show(told);
    this.#compare();
  }

  #compare() {
    const compared = this.#runs.flatMap((run, i) => {
      const [slot, watched] = [this.#slots[i], this.#watched.get(run.id)];
      return slot && watched ? [{ slot, title: runTitle(run), run, record: watched.record }] : [];
    });
    this.#comparison.show(compared);
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
    if (event.type === "epoch_ended" || isLast(event)) this.#hints.ask(id);
    if (isLast(event)) this.#ended(id);
  }

  /** @param {string} id */
  #ended(id) {
    this.#showTable();
    this.#out("runended", { id });
  }

  /** Whether what is told of it is no past. @param {string} id */
  #isTraining(id) {
    const watched = this.#watched.get(id);
    return watched !== undefined && !hasEnded(watched.met);
  }

  #draw() {
    for (const chart of this.#charts) chart.refresh();
    this.#refreshCards();
    this.#comparison.refresh();
  }

  /** @param {number | null} place on the axis of the charts */
  #point(place) {
    if (place === this.#pointed) return;
    this.#pointed = place;
    this.#refreshCards();
  }

  #refreshCards() {
    for (const card of this.#cards) {
      const record = this.#watched.get(card.dataset.run ?? "")?.record;
      if (record) card.refresh(this.#pointed === null ? null : AXES[this.over].step(record, this.#pointed));
    }
  }

  /** @param {string} id */
  #card(id) {
    return this.#cards.find((card) => card.dataset.run === id);
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

  get #comparison() {
    return /** @type {import("./run-comparison.js").RunComparison} */ (this.querySelector("run-comparison"));
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
