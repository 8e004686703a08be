/**
 * The page Train: settings on one side, the chosen runs on the other, all of it in the link.
 * @typedef {import("../lib/runs-api.js").Run} Run
 * @typedef {import("../lib/slots.js").Slot} Slot
 */

import "../elements/problem-note.js";
import "../elements/stop-slider.js";
import "./keras-code.js";
import "./run-curves.js";
import "./run-list.js";
import "./settings-form.js";
import { Refused } from "../lib/ask.js";
import { readLink, writeLink } from "../lib/link.js";
import * as api from "../lib/runs-api.js";
import { fromSpec, toSpec } from "../lib/settings.js";
import { assignSlots, SLOTS } from "../lib/slots.js";
import { TRAIN_FIELDS } from "../lib/train-link.js";

/** How often the list is asked for: other pages and other people start runs too. */
const LIST_EVERY = 2500;

export class TrainPage extends HTMLElement {
  /** @type {readonly Run[]} */ #runs = [];
  /** @type {readonly string[]} */ #chosen = [];
  /** @type {ReadonlyMap<string, Slot>} */ #slots = new Map();

  connectedCallback() {
    this.#listen();
    this.#readLink();
    void this.#open();
  }

  #listen() {
    addEventListener("popstate", () => this.#goTo());
    this.#form.addEventListener("settingsinput", () => this.#code.showSettings(this.#form.settings));
    this.#form.addEventListener("settingschange", () => this.#writeLink());
    this.#form.addEventListener("start", () => void this.#try(() => this.#start()));
    this.#curves.addEventListener("runended", () => void this.#refresh());
    this.#curves.addEventListener("rungone", (event) => this.#gone(detail(event).id));
    this.addEventListener("change", ({ target }) => this.#rescale(target));
    this.addEventListener("chooserun", (event) => this.#toggle(detail(event)));
    this.addEventListener("cancelrun", (event) => void this.#try(() => this.#cancel(detail(event).id)));
    this.addEventListener("deleterun", (event) => void this.#try(() => this.#delete(detail(event).id)));
    this.addEventListener("userun", (event) => this.#use(detail(event)));
    this.addEventListener("applyfix", (event) => this.#use(detail(event)));
    setInterval(() => document.hidden || void this.#refresh(), LIST_EVERY);
  }

  async #open() {
    this.#code.showSettings(this.#form.settings);
    await this.#refresh();
    this.#showChosen();
  }

  #goTo() {
    this.#readLink();
    this.#showChosen();
  }

  #readLink() {
    const { runs, scale, ...settings } = readLink(TRAIN_FIELDS, location.search);
    this.#chosen = runs;
    this.#form.settings = settings;
    this.#curves.scale = scale;
    for (const radio of this.#scales) radio.checked = radio.value === scale;
  }

  #writeLink() {
    const { scale } = this.#curves;
    const link = writeLink(TRAIN_FIELDS, { ...this.#form.settings, runs: this.#chosen, scale });
    if (link !== location.search) history.pushState(null, "", `${location.pathname}${link}`);
  }

  /** The list as the server knows it; the curves come by their own streams. */
  async #refresh() {
    try {
      const [runs, health] = await Promise.all([api.getRuns(), api.getHealth()]);
      this.#runs = runs;
      if (this.#note.code === "unreachable") this.#note.clear();
      this.#part(".trainer-note").hidden = health.trainer !== "starting";
      this.#list.show(runs, this.#slots);
      this.#curves.update(runs);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  async #start() {
    const run = await api.postRun(toSpec(this.#form.settings));
    await this.#refresh();
    this.#choose([...this.#stillTraining(), run.id]);
    this.#code.showRun(run);
  }

  /** What still trains stays in the picture when a new run joins. */
  #stillTraining() {
    const shown = this.#runs.filter(({ id }) => this.#slots.has(id));
    return shown.filter(isActive).map(({ id }) => id);
  }

  /** @param {string} id */
  async #cancel(id) {
    await api.cancelRun(id);
    await this.#refresh();
  }

  /** @param {string} id */
  async #delete(id) {
    await api.deleteRun(id);
    this.#curves.forget(id);
    await this.#refresh();
    this.#choose(this.#chosen.filter((other) => other !== id));
  }

  /** @param {string} id */
  #gone(id) {
    this.#curves.forget(id);
    this.#choose(this.#chosen.filter((other) => other !== id));
  }

  /** @param {{id: string, chosen?: boolean}} what */
  #toggle({ id, chosen }) {
    const shown = [...this.#slots.keys()];
    this.#choose(chosen ? [...shown, id] : shown.filter((other) => other !== id));
    const run = this.#runs.find((known) => known.id === id);
    if (chosen && run) this.#code.showRun(run);
  }

  /** @param {{id: string, fix?: Partial<import("../lib/runs-api.js").Spec>}} what */
  #use({ id, fix }) {
    const run = this.#runs.find((known) => known.id === id);
    if (!run) return;
    this.#form.settings = fromSpec({ ...run.spec, ...fix });
    this.#code.showSettings(this.#form.settings);
    this.#writeLink();
    this.#form.focusStart();
  }

  /** @param {EventTarget | null} target */
  #rescale(target) {
    if (!(target instanceof HTMLInputElement) || target.name !== "scale") return;
    this.#curves.scale = target.value === "log" ? "log" : "linear";
    this.#writeLink();
  }

  /** @param {readonly string[]} ids */
  #choose(ids) {
    this.#chosen = ids.slice(-SLOTS.length);
    this.#showChosen();
    this.#writeLink();
  }

  #showChosen() {
    const chosen = this.#known(this.#chosen);
    const shown = chosen.length > 0 ? chosen : this.#known(this.#usual());
    this.#slots = assignSlots(this.#slots, shown.map(({ id }) => id));
    this.#curves.show(shown, this.#slots);
    this.#list.show(this.#runs, this.#slots);
  }

  /**
   * @param {readonly string[]} ids
   * @returns {Run[]} those of them that exist
   */
  #known(ids) {
    return ids.flatMap((id) => this.#runs.find((run) => run.id === id) ?? []);
  }

  /** What one sees without having chosen: what trains now, else the recorded run. */
  #usual() {
    const active = this.#runs.filter(isActive).map(({ id }) => id);
    return active.length > 0 ? active.slice(-1) : ["recorded"];
  }

  /**
   * Do what was asked for, or say why not.
   * @param {() => Promise<void>} act
   */
  async #try(act) {
    this.#note.clear();
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#note.show(error.problem);
    }
  }

  get #form() {
    return /** @type {import("./settings-form.js").SettingsForm} */ (this.#part("settings-form"));
  }

  get #curves() {
    return /** @type {import("./run-curves.js").RunCurves} */ (this.#part("run-curves"));
  }

  get #list() {
    return /** @type {import("./run-list.js").RunList} */ (this.#part("run-list"));
  }

  get #code() {
    return /** @type {import("./keras-code.js").KerasCode} */ (this.#part("keras-code"));
  }

  get #note() {
    return /** @type {import("../elements/problem-note.js").ProblemNote} */ (this.#part(".settings > problem-note"));
  }

  get #scales() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('input[name="scale"]'));
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }
}

/** @param {Event} event */
function detail(event) {
  return /** @type {CustomEvent} */ (event).detail;
}

/** @param {Run} run */
function isActive({ status }) {
  return status === "queued" || status === "running";
}

customElements.define("train-page", TrainPage);
