/**
 * The parts of the page Train.
 * @typedef {object} Parts
 * @property {import("./settings-form.js").SettingsForm} form
 * @property {import("./run-presets.js").RunPresets} presets
 * @property {import("./run-curves.js").RunCurves} curves
 * @property {import("./through-time.js").ThroughTime} time
 * @property {import("./run-list.js").RunList} list
 * @property {import("./keras-code.js").KerasCode} code
 * @property {import("../elements/problem-note.js").ProblemNote} note why something that was asked for was refused
 * @property {HTMLElement} loading says that TensorFlow is not there yet
 * @property {HTMLElement} full says that no further run can be chosen
 * @property {readonly HTMLInputElement[]} axes how the charts are drawn: `scale` of the loss, and what is counted `over`
 */

import "../elements/problem-note.js";
import "../elements/save-picture.js";
import "../elements/stop-slider.js";
import "./keras-code.js";
import "./run-curves.js";
import "./run-list.js";
import "./run-presets.js";
import "./settings-form.js";
import "./through-time.js";

/**
 * @param {Element} page
 * @returns {Parts}
 */
export function partsOf(page) {
  const one = (/** @type {string} */ selector) => /** @type {any} */ (page.querySelector(selector));
  return {
    form: one("settings-form"),
    presets: one("run-presets"),
    curves: one("run-curves"),
    time: one("through-time"),
    list: one("run-list"),
    code: one("keras-code"),
    note: one(".settings > problem-note"),
    full: one('[data-part="full"]'),
    loading: one(".trainer-note"),
    axes: [...page.querySelectorAll("input")].filter(({ name }) => name === "scale" || name === "over"),
  };
}
