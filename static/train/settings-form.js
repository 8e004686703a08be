/**
 * The settings of the next run, grouped, each group with its values in one line.
 *
 * In and out: `settings`. In: `waitFor(answer)`. Out: `settingsinput` while something changes, `settingschange` when it
 * has, `start`.
 * @typedef {import("../lib/settings.js").Settings} Settings
 */

import { OPTIMIZERS } from "../lib/optimizers.js";
import { CHAPTER } from "../lib/settings.js";
import * as words from "../lib/settings-words.js";
import { readFields, writeFields } from "./settings-fields.js";

/** @type {readonly [string, readonly (keyof Settings)[], (settings: Settings) => string][]} */
const GROUPS = [
  ["network", ["hidden"], words.networkLine],
  ["optimizing", ["optimizer", "learning_rate", "momentum", "nesterov", "rho", "beta_1", "beta_2"], words.optimizerLine],
  ["loop", ["epochs", "batch_size"], words.loopLine],
  ["data", ["train_samples", "label_noise", "shuffle_pixels"], words.dataLine],
  ["identity", ["seed", "name"], words.identityLine],
];

export class SettingsForm extends HTMLElement {
  #settings = CHAPTER;

  connectedCallback() {
    this.addEventListener("input", () => this.#changed("settingsinput"));
    this.addEventListener("change", () => this.#changed("settingschange"));
    this.#form.addEventListener("submit", (event) => this.#start(event));
    this.#startButton.addEventListener("click", meanOne);
    this.#button("chapter").addEventListener("click", () => this.#reset());
  }

  get settings() {
    return this.#settings;
  }

  /** @param {Settings} settings */
  set settings(settings) {
    this.#settings = settings;
    writeFields(this.#form, settings);
    for (const slider of this.querySelectorAll("stop-slider")) {
      /** @type {import("../elements/stop-slider.js").StopSlider} */ (slider).follow();
    }
    this.#describe();
  }

  focusStart() {
    this.#startButton.focus();
  }

  /**
   * Start nothing more before this is answered.
   * @param {Promise<void>} answer
   */
  waitFor(answer) {
    this.#startButton.ariaDisabled = "true";
    return answer.finally(() => (this.#startButton.ariaDisabled = null));
  }

  /** @param {"settingsinput" | "settingschange"} moment */
  #changed(moment) {
    if (this.querySelector("[aria-invalid]")) this.#markWrong();
    const before = this.#settings;
    this.#settings = readFields(this.#form, before);
    if (before.optimizer !== this.#settings.optimizer && before.learning_rate === null) {
      this.settings = { ...this.#settings, learning_rate: null };
    }
    this.#describe();
    this.dispatchEvent(new CustomEvent(moment));
  }

  #describe() {
    const settings = this.#settings;
    for (const [group, names, line] of GROUPS) {
      const value = /** @type {HTMLElement} */ (this.querySelector(`[data-group="${group}"]`));
      value.textContent = line(settings);
      value.classList.toggle("changed", names.some((name) => !same(settings[name], CHAPTER[name])));
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
    if (this.#startButton.ariaDisabled) return;
    const wrong = this.#markWrong();
    if (!wrong) this.dispatchEvent(new CustomEvent("start"));
    else reveal(wrong);
  }

  /** @returns {HTMLInputElement | undefined} the first field that the trainer would refuse */
  #markWrong() {
    const inputs = [...this.querySelectorAll("input")].filter((input) => !input.closest("[hidden]"));
    for (const input of inputs) input.ariaInvalid = input.validity.valid ? null : "true";
    return inputs.find((input) => !input.validity.valid);
  }

  #reset() {
    this.settings = { ...CHAPTER };
    this.#changed("settingschange");
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #startButton() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button.primary"));
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.#form.elements.namedItem(name));
  }
}

/**
 * A double click is one click.
 * @param {MouseEvent} event
 */
function meanOne(event) {
  if (event.detail > 1) event.preventDefault();
}

/**
 * Open the group of a wrong field, and let the browser say what is wrong with it.
 * @param {HTMLInputElement} input
 */
function reveal(input) {
  const group = input.closest("details");
  if (group) group.open = true;
  input.reportValidity();
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

customElements.define("settings-form", SettingsForm);
