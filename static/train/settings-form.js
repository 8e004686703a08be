/**
 * The settings of the next run, grouped, each group with its values in one line.
 *
 * In and out: `settings`. Out: `settingsinput` while something changes, `settingschange` when it has, `start`.
 * @typedef {import("../lib/settings.js").Settings} Settings
 * @typedef {import("./hidden-layers.js").HiddenLayers} HiddenLayers
 */

import "./hidden-layers.js";
import { OPTIMIZERS } from "../lib/optimizers.js";
import { CHAPTER, learningRate } from "../lib/settings.js";
import * as words from "../lib/settings-words.js";

/** @type {readonly (keyof Settings & ("momentum" | "rho" | "beta_1" | "beta_2" | "epochs" | "batch_size" | "train_samples" | "label_noise" | "seed"))[]} */
const NUMBERS = ["momentum", "rho", "beta_1", "beta_2", "epochs", "batch_size", "train_samples", "label_noise", "seed"];

/** @type {readonly [string, readonly (keyof Settings)[], (settings: Settings) => string][]} */
const GROUPS = [
  ["network", ["hidden"], words.networkLine],
  ["optimizing", ["optimizer", "learning_rate", "momentum", "nesterov", "rho", "beta_1", "beta_2"], words.optimizerLine],
  ["loop", ["epochs", "batch_size"], words.loopLine],
  ["data", ["train_samples", "label_noise"], words.dataLine],
  ["identity", ["seed", "name"], words.identityLine],
];

export class SettingsForm extends HTMLElement {
  #settings = CHAPTER;

  connectedCallback() {
    this.addEventListener("input", () => this.#changed("settingsinput"));
    this.addEventListener("change", () => this.#changed("settingschange"));
    this.#form.addEventListener("submit", (event) => this.#start(event));
    this.#button("chapter").addEventListener("click", () => this.#reset());
  }

  get settings() {
    return this.#settings;
  }

  /** @param {Settings} settings */
  set settings(settings) {
    this.#settings = settings;
    this.#layers.value = settings.hidden;
    for (const name of NUMBERS) this.#input(name).value = String(settings[name]);
    this.#input("learning_rate").value = String(learningRate(settings));
    this.#input("nesterov").checked = settings.nesterov;
    this.#input("name").value = settings.name;
    /** @type {RadioNodeList} */ (this.#form.elements.namedItem("optimizer")).value = settings.optimizer;
    for (const slider of this.querySelectorAll("stop-slider")) {
      /** @type {import("../elements/stop-slider.js").StopSlider} */ (slider).follow();
    }
    this.#describe();
  }

  focusStart() {
    /** @type {HTMLElement} */ (this.querySelector("button.primary")).focus();
  }

  /** @param {"settingsinput" | "settingschange"} moment */
  #changed(moment) {
    const before = this.#settings;
    this.#settings = this.#read();
    if (before.optimizer !== this.#settings.optimizer && before.learning_rate === null) {
      this.settings = { ...this.#settings, learning_rate: null };
    }
    this.#describe();
    this.dispatchEvent(new CustomEvent(moment));
  }

  /** @returns {Settings} what is no number stays as it was */
  #read() {
    const before = this.#settings;
    const number = (/** @type {string} */ name, /** @type {number} */ was) => {
      const { valueAsNumber } = this.#input(name);
      return Number.isNaN(valueAsNumber) ? was : valueAsNumber;
    };
    const numbers = NUMBERS.map((name) => [name, number(name, before[name])]);
    const optimizer = /** @type {Settings["optimizer"]} */ (
      /** @type {RadioNodeList} */ (this.#form.elements.namedItem("optimizer")).value
    );
    const rate = number("learning_rate", learningRate(before));
    return {
      ...before,
      ...Object.fromEntries(numbers),
      hidden: this.#layers.value,
      optimizer,
      learning_rate: rate === OPTIMIZERS[optimizer].learning_rate ? null : rate,
      nesterov: this.#input("nesterov").checked,
      name: this.#input("name").value,
    };
  }

  #describe() {
    const settings = this.#settings;
    for (const [group, names, line] of GROUPS) {
      const output = /** @type {HTMLOutputElement} */ (this.#form.elements.namedItem(group));
      output.textContent = line(settings);
      output.classList.toggle("changed", names.some((name) => !same(settings[name], CHAPTER[name])));
    }
    this.#button("chapter").hidden = same(settings, CHAPTER);
    this.#showWhatApplies(settings.optimizer);
  }

  /** @param {Settings["optimizer"]} optimizer */
  #showWhatApplies(optimizer) {
    for (const part of this.querySelectorAll("[data-uses]")) {
      const use = part.getAttribute("data-uses");
      part.toggleAttribute("hidden", !OPTIMIZERS[optimizer].uses.some((known) => known === use));
    }
    for (const part of this.querySelectorAll("[data-optimizer]")) {
      part.toggleAttribute("hidden", part.getAttribute("data-optimizer") !== optimizer);
    }
  }

  /** @param {SubmitEvent} event */
  #start(event) {
    event.preventDefault();
    const wrong = [...this.querySelectorAll("input:invalid")].find((input) => !input.closest("[hidden]"));
    const group = wrong?.closest("details");
    if (group) group.open = true;
    if (!wrong) this.dispatchEvent(new CustomEvent("start"));
    else /** @type {HTMLInputElement} */ (wrong).reportValidity();
  }

  #reset() {
    this.settings = { ...CHAPTER };
    this.#changed("settingschange");
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #layers() {
    return /** @type {HiddenLayers} */ (this.querySelector("hidden-layers"));
  }

  /** @param {string} name */
  #input(name) {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem(name));
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.#form.elements.namedItem(name));
  }
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

customElements.define("settings-form", SettingsForm);
