/**
 * Which runs are looked at, in which colours.
 * @typedef {import("./runs-api.js").Run} Run
 * @typedef {import("./slots.js").Slot} Slot
 */

import { assignSlots, SLOTS } from "./slots.js";

export class Choice {
  /** What was chosen, in this order; nothing at first. */
  /** @type {readonly string[]} */ ids = [];
  /** All runs, the newest first. */
  /** @type {readonly Run[]} */ runs = [];
  /** @type {ReadonlyMap<string, Slot>} */ slots = new Map();

  /**
   * @param {string} id
   * @returns {Run | undefined}
   */
  find(id) {
    return this.runs.find((run) => run.id === id);
  }

  /**
   * What is looked at now; its runs keep their colours.
   * @returns {Run[]}
   */
  present() {
    const chosen = this.#known(this.ids);
    const shown = chosen.length > 0 ? chosen : this.#usual();
    this.slots = assignSlots(this.slots, shown.map(({ id }) => id));
    return shown;
  }

  /** @returns {string[]} what was chosen and is not there; it is chosen no longer */
  dropUnknown() {
    const unknown = this.ids.filter((id) => !this.find(id));
    this.ids = this.ids.filter((id) => this.find(id));
    return unknown;
  }

  /** @param {string} id */
  add(id) {
    this.ids = [...this.slots.keys(), id].slice(-SLOTS.length);
  }

  /** @param {string} id */
  remove(id) {
    this.ids = [...this.slots.keys()].filter((other) => other !== id);
  }

  /** Whether something waits for the trainer: a run, or whoever starts the first. */
  get needsTrainer() {
    return this.runs.some(({ status }) => status === "queued") || this.runs.every(({ id }) => id === "recorded");
  }

  /**
   * A new run takes the place of all but those that still train.
   * @param {string} id
   */
  start(id) {
    const training = this.#known([...this.slots.keys()]).filter(isActive);
    this.ids = [...training.map((run) => run.id), id].slice(-SLOTS.length);
  }

  /** @param {readonly string[]} ids */
  #known(ids) {
    return ids.flatMap((id) => this.find(id) ?? []);
  }

  /** What one sees without having chosen: the run that trains, else the recorded one. */
  #usual() {
    const training = this.runs.findLast(isActive);
    return training ? [training] : this.#known(["recorded"]);
  }
}

/** @param {Run} run */
function isActive({ status }) {
  return status === "queued" || status === "running";
}
