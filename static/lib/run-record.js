/**
 * A run as far as it has been told: every event is counted once, in order; the rest is ignored.
 * @typedef {import("./run-events.js").RunEvent} RunEvent
 * @typedef {import("./run-events.js").Problem} Problem
 * @typedef {"queued" | "running" | "interrupted" | "finished" | "cancelled" | "failed"} Status
 * @typedef {{epoch: number, step: number, loss: number, accuracy: number, testLoss: number, testAccuracy: number, seconds: number}} Epoch
 * @typedef {{step: number, epoch: number, loss: number, accuracy: number}} Point
 */

import { Curve } from "./curve.js";
import { Growing } from "./growing.js";
import { Pace } from "./pace.js";
import { fromWire } from "./wire.js";

/** The smoothed line looks over this share of a whole run. */
const WINDOWS = 60;

export class RunRecord {
  seq = 0;
  /** @type {Status} */ status = "queued";
  /** @type {Epoch[]} */ epochs = [];
  /** @type {Problem | null} */ problem = null;
  pace = new Pace();
  /** Training time so far. */
  seconds = 0;
  #times = new Growing();
  updatesPerEpoch;
  steps;
  loss;
  accuracy;

  /**
   * @param {number} updatesPerEpoch
   * @param {number} epochs
   */
  constructor(updatesPerEpoch, epochs) {
    this.updatesPerEpoch = updatesPerEpoch;
    this.steps = epochs * updatesPerEpoch;
    this.loss = new Curve(this.window);
    this.accuracy = new Curve(this.window);
  }

  /** Updates that the smoothed lines look over. */
  get window() {
    return Math.max(1, Math.round(this.steps / WINDOWS));
  }

  /** Updates done. */
  get step() {
    return this.loss.raw.length;
  }

  /** Training time when each update was done, as if those of one message had taken equally long. */
  get times() {
    return this.#times.values;
  }

  get active() {
    return ["queued", "running", "interrupted"].includes(this.status);
  }

  /** Seconds until the end, at the pace of now; null while nobody can know. */
  get secondsLeft() {
    return this.status === "running" ? this.pace.secondsFor(this.steps - this.step) : null;
  }

  /**
   * @param {number} step 0-based
   * @returns {Point | null}
   */
  at(step) {
    const loss = this.loss.raw[step];
    const accuracy = this.accuracy.raw[step];
    if (loss === undefined || accuracy === undefined) return null;
    return { step, epoch: Math.floor(step / this.updatesPerEpoch) + 1, loss, accuracy };
  }

  /**
   * @param {RunEvent} event
   * @returns {boolean} whether it was news
   */
  apply(event) {
    if (event.seq <= this.seq) return false;
    this.seq = event.seq;
    this.#take(event);
    return true;
  }

  /** @param {RunEvent} event */
  #take(event) {
    switch (event.type) {
      case "run_started":
      case "run_resumed":
        this.status = "running";
        this.pace = new Pace();
        break;
      case "batches_trained":
        this.#takeBatches(event);
        break;
      case "epoch_ended":
        this.#takeEpoch(event);
        break;
      case "run_interrupted":
        this.status = "interrupted";
        break;
      case "run_finished":
        this.status = "finished";
        this.seconds = event.seconds;
        break;
      case "run_cancelled":
        this.status = "cancelled";
        break;
      case "run_failed":
        this.status = "failed";
        this.problem = event.problem;
    }
  }

  /** @param {import("./run-events.js").BatchesTrained} event */
  #takeBatches({ first_step, loss, accuracy, seconds }) {
    this.status = "running";
    this.loss.write(first_step, loss.map(fromWire));
    this.accuracy.write(first_step, accuracy.map(fromWire));
    this.pace.passed(first_step + loss.length, seconds);
    loss.forEach((_, i) => this.#times.set(first_step + i, this.seconds + ((i + 1) / loss.length) * (seconds - this.seconds)));
    this.seconds = seconds;
  }

  /** @param {import("./run-events.js").EpochEnded} event */
  #takeEpoch(event) {
    this.epochs[event.epoch - 1] = {
      epoch: event.epoch,
      step: event.epoch * this.updatesPerEpoch - 1,
      loss: fromWire(event.loss),
      accuracy: fromWire(event.accuracy),
      testLoss: fromWire(event.test_loss),
      testAccuracy: fromWire(event.test_accuracy),
      seconds: event.seconds,
    };
  }
}
