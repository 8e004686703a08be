/**
 * The runs that the page looks at: each is told by its stream; what was told once is kept.
 * @typedef {import("../lib/runs-api.js").Run} Run
 * @typedef {object} Watched
 * @property {Run} run as the list knows it now
 * @property {Run} met as the list knew it when its stream was opened
 * @property {RunRecord} record
 * @property {import("../lib/run-stream.js").Line | "connecting"} line
 */

import { RunRecord } from "../lib/run-record.js";
import { RunStream } from "../lib/run-stream.js";
import { fromSpec, updatesPerEpoch } from "../lib/settings.js";

export class WatchedRuns {
  /** @type {Map<string, Watched>} */ #known = new Map();
  /** @type {Map<string, RunStream>} */ #streams = new Map();
  #news;
  #base;

  /**
   * @param {string} base where WebSockets live: "ws://host"
   * @param {(id: string, event: import("../lib/run-events.js").RunEvent | null) => void} news an event, or null for the line
   */
  constructor(base, news) {
    this.#base = base;
    this.#news = news;
  }

  /**
   * @param {string} id
   * @returns {Watched | undefined}
   */
  get(id) {
    return this.#known.get(id);
  }

  /** @param {readonly Run[]} runs exactly these */
  watch(runs) {
    for (const [id, stream] of this.#streams) if (!runs.some((run) => run.id === id)) this.#leave(id, stream);
    for (const run of runs) this.#follow(run);
  }

  /** @param {Run} run what the list says about it now */
  update(run) {
    const watched = this.#known.get(run.id);
    if (watched) watched.run = run;
  }

  /** @param {string} id */
  forget(id) {
    this.#streams.get(id)?.close();
    this.#streams.delete(id);
    this.#known.delete(id);
  }

  /**
   * @param {string} id
   * @param {RunStream} stream
   */
  #leave(id, stream) {
    stream.close();
    this.#streams.delete(id);
  }

  /** @param {Run} run */
  #follow(run) {
    const watched = this.#known.get(run.id) ?? beginning(run);
    this.#known.set(run.id, watched);
    if (this.#streams.has(run.id) || !watched.record.active) return;
    watched.met = run;
    const stream = new RunStream(`${this.#base}/api/runs/${encodeURIComponent(run.id)}/stream`, {
      since: () => watched.record.seq,
      heard: (event) => watched.record.apply(event) && this.#news(run.id, event),
      line: (line) => {
        watched.line = line;
        this.#news(run.id, null);
      },
    });
    this.#streams.set(run.id, stream);
  }
}

/**
 * @param {Run} run
 * @returns {Watched}
 */
function beginning(run) {
  const record = new RunRecord(updatesPerEpoch(fromSpec(run.spec)), run.spec.epochs);
  return { run, met: run, record, line: "connecting" };
}
