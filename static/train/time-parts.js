/**
 * The parts of the time machine.
 * @typedef {import("../lib/runs-api.js").Run} Run
 * @typedef {object} TimeParts
 * @property {import("../elements/step-player.js").StepPlayer} player
 * @property {import("../elements/confusion-matrix.js").ConfusionMatrix} matrix
 * @property {import("./mistake-digits.js").MistakeDigits} mistakes
 * @property {import("./weight-images.js").WeightImages} weights
 * @property {import("./layer-histograms.js").LayerHistograms} histograms
 * @property {import("../elements/problem-note.js").ProblemNote} note
 * @property {HTMLElement} runs which of the chosen runs is looked at
 * @property {HTMLElement} moments all that needs a moment
 * @property {HTMLElement} none says why there is none
 * @property {HTMLButtonElement} live
 * @property {HTMLElement} grain says that the weights of the recorded run are rounded
 * @property {HTMLElement} figures
 * @property {HTMLElement} accuracy
 * @property {HTMLElement} loss
 * @property {HTMLOutputElement} cell says what a cell of the matrix holds
 * @property {(runs: readonly Run[], slots: ReadonlyMap<string, string>) => void} showRuns
 * @property {(id: string) => void} chooseRun
 */

import "../elements/problem-note.js";
import "./layer-histograms.js";
import "./mistake-digits.js";
import "./weight-images.js";
import { runTitle } from "../lib/run-title.js";

/**
 * @param {Element} host
 * @returns {TimeParts}
 */
export function timeParts(host) {
  const one = (/** @type {string} */ selector) => /** @type {any} */ (host.querySelector(selector));
  const runs = one("[data-part=runs]");
  return {
    player: one("step-player"),
    matrix: one("confusion-matrix"),
    mistakes: one("mistake-digits"),
    weights: one("weight-images"),
    histograms: one("layer-histograms"),
    note: one("problem-note"),
    runs,
    moments: one("[data-part=moments]"),
    none: one("[data-part=none]"),
    live: one("[data-part=live]"),
    grain: one("[data-part=grain]"),
    figures: one("[data-part=figures]"),
    accuracy: one("[data-part=accuracy]"),
    loss: one("[data-part=loss]"),
    cell: one("[data-part=matrix-cell]"),
    showRuns: (chosen, slots) => showRuns(runs, chosen, slots),
    chooseRun: (id) => {
      for (const input of runs.querySelectorAll("input")) input.checked = input.value === id;
    },
  };
}

/**
 * One of several runs is chosen by its letter.
 * @param {HTMLElement} field
 * @param {readonly Run[]} runs
 * @param {ReadonlyMap<string, string>} slots
 */
function showRuns(field, runs, slots) {
  field.hidden = runs.length < 2;
  field.querySelector(".choice-options")?.replaceChildren(...runs.map((run) => option(run, slots.get(run.id) ?? "")));
}

/** @param {Run} run @param {string} slot */
function option(run, slot) {
  const [label, input, letter] = [document.createElement("label"), document.createElement("input"), document.createElement("span")];
  input.type = "radio";
  input.name = "through";
  input.value = run.id;
  input.ariaLabel = runTitle(run);
  label.dataset.slot = slot;
  label.title = runTitle(run);
  letter.className = "letter";
  letter.textContent = slot.toUpperCase();
  label.append(input, letter);
  return label;
}
