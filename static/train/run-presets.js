/**
 * Trainings worth watching as chips, each a link; below them what to watch for in the one that is set.
 *
 * Where the pixels are shuffled, some digits before and after. In: `show(settings)`. Out: `presetchoice` with `{settings}`.
 * @typedef {import("../lib/settings.js").Settings} Settings
 */

import { ShuffledDigits } from "./shuffled-digits.js";
import { writeLink } from "../lib/link.js";
import { PRESETS, presetOf } from "../lib/presets.js";
import { SETTINGS } from "../lib/settings.js";

export class RunPresets extends HTMLElement {
  #watch = document.createElement("p");
  #digits = new ShuffledDigits();

  connectedCallback() {
    const chips = document.createElement("nav");
    chips.className = "examples";
    chips.ariaLabel = "Trainings worth watching";
    chips.append(...PRESETS.map((preset) => this.#chip(preset)));
    this.#watch.className = "small quiet";
    this.#watch.role = "status";
    this.replaceChildren(chips, this.#watch, this.#digits);
  }

  /** @param {Settings} settings those of the form */
  show(settings) {
    const set = presetOf(settings);
    this.querySelectorAll("a").forEach((chip, i) => (chip.ariaCurrent = String(PRESETS[i] === set)));
    this.#watch.textContent = set?.watch ?? "";
    this.#digits.hidden = !settings.shuffle_pixels;
    if (settings.shuffle_pixels) void this.#digits.show(settings.seed);
  }

  /** @param {import("../lib/presets.js").Preset} preset */
  #chip({ title, watch, settings }) {
    const chip = document.createElement("a");
    chip.href = writeLink(SETTINGS, settings) || location.pathname;
    chip.textContent = title;
    chip.title = watch;
    chip.addEventListener("click", (event) => this.#choose(event, settings));
    return chip;
  }

  /** A click with a modifier key opens the link elsewhere. @param {MouseEvent} event @param {Settings} settings */
  #choose(event, settings) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("presetchoice", { detail: { settings } }));
  }
}

customElements.define("run-presets", RunPresets);
