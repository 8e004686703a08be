import "../elements/race-chart.js";
import "../elements/race-lanes.js";
import "../elements/race-table.js";
import { ShapeField } from "../elements/shape-field.js";
import { say } from "../elements/say.js";
import { Refused } from "../lib/ask.js";
import { postRace, raceText, withRace } from "../lib/races.js";

/** @typedef {import("../lib/races.js").Race} Race */

const CHAPTER = [20, 100];
const SIZES = [[1], [10], [10, 10], [10, 100], [100, 100], [256, 256]];

/** The race: started by its buttons, remembered by whoever asks for it. */
export class RaceTrack {
  #part;
  #remember;
  #field;
  #lanes;
  /** @type {readonly Race[]} */ #races = [];

  /** @param {HTMLElement} part of the page @param {(races: readonly Race[]) => void} remember */
  constructor(part, remember) {
    this.#part = part;
    this.#remember = remember;
    this.#field = /** @type {ShapeField} */ (part.querySelector("shape-field"));
    this.#lanes = /** @type {import("../elements/race-lanes.js").RaceLanes} */ (part.querySelector("race-lanes"));
    this.#field.show(CHAPTER);
    part.querySelector("[data-do=race]")?.addEventListener("click", () => void this.#run([this.#field.shape]));
    part.querySelector("[data-do=sizes]")?.addEventListener("click", () => void this.#run(SIZES));
  }

  /** @param {readonly Race[]} races */
  show(races) {
    this.#races = races;
    for (const view of ["race-chart", "race-table"]) /** @type {any} */ (this.#part.querySelector(view)).show(races);
    /** @type {HTMLElement} */ (this.#part.querySelector("[data-history]")).hidden = races.length === 0;
  }

  /** @param {readonly (readonly number[])[]} shapes one after the other */
  async #run(shapes) {
    this.#busy(true);
    try {
      for (const shape of shapes) await this.#runOne(shape);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      say("race", `${problem.problem.what} ${problem.problem.hint}`);
    } finally {
      this.#busy(false);
    }
  }

  /** @param {readonly number[]} shape */
  async #runOne(shape) {
    say("race", "They run for a second …");
    const result = await postRace(shape);
    this.#lanes.show(result);
    say("race", raceText(result));
    this.show(withRace(this.#races, result));
    this.#remember(this.#races);
  }

  /** @param {boolean} busy */
  #busy(busy) {
    for (const button of this.#part.querySelectorAll("button")) button.disabled = busy;
    this.#lanes.toggleAttribute("data-running", busy);
  }
}
