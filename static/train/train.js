/**
 * The page Train: settings on one side, the chosen runs on the other, all of it in the link.
 */

import { Refused } from "../lib/ask.js";
import { Choice } from "../lib/choice.js";
import { readLink, writeLink } from "../lib/link.js";
import * as api from "../lib/runs-api.js";
import { fromSpec, toSpec } from "../lib/settings.js";
import { SLOTS } from "../lib/slots.js";
import { linkProblem, TRAIN_FIELDS } from "../lib/train-link.js";
import { partsOf } from "./parts.js";

/** How often the list is asked for: other pages and other people start runs too. */
const LIST_EVERY = 2500;

export class TrainPage extends HTMLElement {
  #choice = new Choice();
  #parts = partsOf(this);

  connectedCallback() {
    this.#listen();
    this.#readLink();
    void this.#refresh();
  }

  #listen() {
    const { form, presets, curves, time } = this.#parts;
    addEventListener("popstate", () => this.#goTo());
    presets.addEventListener("presetchoice", (event) => this.#set(detail(event).settings));
    form.addEventListener("settingsinput", () => this.#showCode());
    form.addEventListener("settingschange", () => this.#settingsChanged());
    form.addEventListener("start", () => void this.#try(() => form.waitFor(this.#start())));
    curves.addEventListener("runended", () => void this.#refresh());
    curves.addEventListener("rungone", (event) => this.#forget(detail(event).id));
    curves.addEventListener("snapshotsaved", (event) => time.look(detail(event).id));
    curves.addEventListener("momentpick", (event) => time.goTo(detail(event).step));
    time.addEventListener("momentchange", (event) => curves.mark(detail(event)));
    time.addEventListener("timechange", () => this.#writeLink(true));
    this.addEventListener("change", ({ target }) => this.#redraw(target));
    this.addEventListener("chooserun", (event) => this.#toggle(detail(event)));
    this.addEventListener("cancelrun", (event) => void this.#try(() => this.#cancel(detail(event).id)));
    this.addEventListener("deleterun", (event) => void this.#try(() => this.#delete(detail(event).id)));
    this.addEventListener("userun", (event) => this.#use(detail(event)));
    this.addEventListener("applyfix", (event) => this.#use(detail(event)));
    setInterval(() => document.hidden || void this.#refresh(), LIST_EVERY);
  }

  #goTo() {
    this.#readLink();
    this.#open();
  }

  #open() {
    this.#showCode();
    this.#showChosen();
    const problem = linkProblem(location.search, this.#choice.dropUnknown());
    if (problem) this.#parts.note.show(problem);
  }

  #settingsChanged() {
    this.#showCode();
    this.#writeLink();
  }

  #showCode() {
    this.#parts.presets.show(this.#parts.form.settings);
    this.#parts.code.showSettings(this.#parts.form.settings);
  }

  #readLink() {
    const { runs, scale, over, through, step, cell, images, ...settings } = readLink(TRAIN_FIELDS, location.search);
    this.#choice.ids = runs;
    this.#parts.form.settings = settings;
    this.#parts.curves.scale = scale;
    this.#parts.curves.over = over;
    this.#parts.time.state = { through, step, cell, images };
    for (const radio of this.#parts.axes) radio.checked = [scale, over].some((value) => value === radio.value);
  }

  /** @param {boolean} [replaces] another moment is no new entry in the browser's history */
  #writeLink(replaces = false) {
    const { form, curves, time } = this.#parts;
    const state = { ...form.settings, ...time.state, runs: this.#choice.ids, scale: curves.scale, over: curves.over };
    const link = writeLink(TRAIN_FIELDS, state);
    if (link === location.search) return;
    const write = replaces ? history.replaceState : history.pushState;
    write.call(history, null, "", `${location.pathname}${link}`);
  }

  /** The list as the server knows it; the curves come by their own streams. */
  async #refresh() {
    try {
      const [runs, health] = await Promise.all([api.getRuns(), api.getHealth()]);
      this.#know(runs);
      if (this.#parts.note.code === "unreachable") this.#parts.note.clear();
      this.#parts.loading.hidden = health.trainer !== "starting" || !this.#choice.needsTrainer;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (this.#parts.note.code !== error.problem.code) this.#parts.note.show(error.problem);
    }
  }

  /** @param {readonly import("../lib/runs-api.js").Run[]} runs */
  #know(runs) {
    const isFirst = this.#choice.runs.length === 0;
    this.#choice.runs = runs;
    if (isFirst) this.#open();
    this.#showList();
    this.#parts.curves.update(runs);
    this.#parts.time.update(runs);
  }

  async #start() {
    const run = await api.postRun(toSpec(this.#parts.form.settings));
    await this.#refresh();
    this.#choice.start(run.id);
    this.#choiceChanged();
    this.#parts.curves.bringIntoView(run.id);
  }

  /** @param {string} id */
  async #cancel(id) {
    await api.cancelRun(id);
    await this.#refresh();
  }

  /** @param {string} id */
  async #delete(id) {
    await api.deleteRun(id);
    await this.#refresh();
    this.#forget(id);
  }

  /** @param {string} id */
  #forget(id) {
    this.#parts.curves.forget(id);
    if (!this.#choice.slots.has(id)) return;
    this.#choice.remove(id);
    this.#choiceChanged();
  }

  /** @param {{id: string, chosen: boolean}} what */
  #toggle({ id, chosen }) {
    if (chosen) this.#choice.add(id);
    else this.#choice.remove(id);
    this.#choiceChanged();
  }

  /** @param {{id: string, fix?: Partial<import("../lib/runs-api.js").Spec>}} what */
  #use({ id, fix }) {
    const run = this.#choice.find(id);
    if (!run) return;
    this.#set(fromSpec({ ...run.spec, ...fix }));
    this.#parts.form.focusStart();
  }

  /** @param {import("../lib/settings.js").Settings} settings */
  #set(settings) {
    this.#parts.form.settings = settings;
    this.#settingsChanged();
  }

  /** @param {EventTarget | null} target */
  #redraw(target) {
    if (!(target instanceof HTMLInputElement) || !this.#parts.axes.includes(target)) return;
    if (target.name === "scale") this.#parts.curves.scale = target.value === "log" ? "log" : "linear";
    else this.#parts.curves.over = target.value === "seconds" ? "seconds" : "updates";
    this.#writeLink();
  }

  #choiceChanged() {
    this.#showChosen();
    this.#writeLink();
    const last = this.#choice.find(this.#choice.ids.at(-1) ?? "");
    if (last) this.#parts.code.showRun(last);
    else this.#showCode();
  }

  #showChosen() {
    const runs = this.#choice.present();
    this.#parts.curves.show(runs, this.#choice.slots);
    this.#parts.time.show(runs, this.#choice.slots);
    this.#showList();
  }

  #showList() {
    const { runs, slots } = this.#choice;
    this.#parts.list.show(runs, slots);
    this.#parts.full.hidden = slots.size < SLOTS.length || runs.length <= SLOTS.length;
  }

  /**
   * Do what was asked for, or say why not.
   * @param {() => Promise<void>} act
   */
  async #try(act) {
    this.#parts.note.clear();
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#parts.note.show(error.problem);
    }
  }
}

/** @param {Event} event */
function detail(event) {
  return /** @type {CustomEvent} */ (event).detail;
}

customElements.define("train-page", TrainPage);
