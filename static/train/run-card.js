/**
 * One chosen run in numbers: now, or at the update that is pointed at.
 *
 * In: `show(view)` once, `refresh(step)` at every news, `advise(hint)`. Out: `cancelrun` and `applyfix` with `{id, fix?}`.
 * @typedef {import("./watched-runs.js").Watched} Watched
 * @typedef {{slot: import("../lib/slots.js").Slot, alone: boolean, title: string, apart: string, watched: Watched}} View
 */

import "./hint-note.js";
import { loss, percent, whole } from "../lib/numbers.js";
import { origin } from "../lib/run-title.js";
import { lineWords, statusWords } from "../lib/run-words.js";
import { hasEnded } from "../lib/runs-api.js";

export class RunCard extends HTMLElement {
  /** @type {View | null} */ #view = null;
  /** @type {import("../lib/runs-api.js").Hint | null} */ #hint = null;

  connectedCallback() {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("run-card"));
    this.replaceChildren(template.content.cloneNode(true));
    this.#part("cancel").addEventListener("click", () => this.#out("cancelrun", {}));
    this.#hintNote.addEventListener("applyhint", (event) => this.#out("applyfix", { fix: /** @type {CustomEvent} */ (event).detail.spec }));
    this.#render();
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    if (this.isConnected) this.#render();
  }

  /** @param {number | null} step 0-based, null for now */
  refresh(step) {
    if (!this.#view) return;
    const { run, record, line } = this.#view.watched;
    this.#write("status", origin(run) || statusWords(record, run.place));
    this.#write("line", lineWords(line));
    this.#part("draw").hidden = record.step === 0 || record.status === "failed";
    this.#showCancel(record.active && !hasEnded(run));
    const progress = /** @type {HTMLProgressElement} */ (this.#part("progress"));
    progress.max = record.steps;
    progress.value = record.step;
    this.#figures(record, step);
    this.#problem(record.problem);
  }

  /** @param {import("../lib/runs-api.js").Hint | null} hint */
  advise(hint) {
    this.#hint = hint;
    if (this.isConnected) this.#render();
  }

  /** @param {boolean} active */
  #showCancel(active) {
    const button = this.#part("cancel");
    if (!active && document.activeElement === button) this.#part("title").focus({ preventScroll: true });
    button.hidden = !active;
  }

  #render() {
    if (!this.#view) return;
    const { slot, alone, title, apart, watched } = this.#view;
    this.dataset.slot = slot;
    this.dataset.run = watched.run.id;
    this.#write("letter", alone ? "" : slot.toUpperCase());
    this.#write("title", title);
    this.#write("apart", apart);
    this.#part("draw").setAttribute("href", `/draw?run=${encodeURIComponent(watched.run.id)}`);
    this.#part("progress").ariaLabel = `Progress of ${title}`;
    this.#hintNote.show(this.#hint, alone);
    this.refresh(null);
  }

  /**
   * @param {import("../lib/run-record.js").RunRecord} record
   * @param {number | null} pointed
   */
  #figures(record, pointed) {
    const step = pointed ?? record.step - 1;
    const point = record.at(step);
    const shown = (/** @type {"loss" | "accuracy"} */ measure) =>
      (pointed === null ? record[measure].smooth : record[measure].raw)[step] ?? NaN;
    const test = record.epochs.findLast((epoch) => epoch.step <= step);
    this.#write("update", point ? whole(step + 1) : "–");
    this.#write("of", `of ${whole(record.steps)}`);
    this.#write("epoch", point ? `${point.epoch}` : "–");
    this.#write("of-epochs", `of ${record.steps / record.updatesPerEpoch}`);
    this.#write("loss", point ? loss(shown("loss")) : "–");
    this.#write("accuracy", point ? percent(shown("accuracy")) : "–");
    const kind = pointed === null ? ", smoothed" : ", this batch";
    this.#write("loss-kind", kind);
    this.#write("accuracy-kind", kind);
    this.#write("test-loss", test ? loss(test.testLoss) : "–");
    this.#write("test-accuracy", test ? percent(test.testAccuracy) : "–");
  }

  /** @param {import("../lib/run-events.js").Problem | null} problem */
  #problem(problem) {
    const note = /** @type {import("../elements/problem-note.js").ProblemNote} */ (this.querySelector("problem-note"));
    if (problem?.code === this.#hint?.code) note.clear();
    else if (problem && !note.code) this.#tell(note, problem);
  }

  /**
   * @param {import("../elements/problem-note.js").ProblemNote} note
   * @param {import("../lib/run-events.js").Problem} problem
   */
  #tell(note, problem) {
    const fix = problem.fixes?.[0];
    const got = problem.what.includes(problem.got) ? "" : problem.got;
    note.show({ ...problem, expected: "", got }, fix ? { label: fixLabel(fix), run: () => this.#out("applyfix", { fix }) } : null);
  }

  /**
   * @param {string} name
   * @param {object} more
   */
  #out(name, more) {
    const id = this.#view?.watched.run.id;
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { id, ...more } }));
  }

  get #hintNote() {
    return /** @type {import("./hint-note.js").HintNote} */ (this.querySelector("hint-note"));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    const part = this.#part(name);
    if (part.textContent !== text) part.textContent = text;
  }
}

/** @param {Partial<import("../lib/runs-api.js").Spec>} fix */
function fixLabel({ optimizer }) {
  return optimizer ? `Set the learning rate to ${optimizer.learning_rate}` : "Change the settings so";
}

customElements.define("run-card", RunCard);
