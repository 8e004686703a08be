import { Refused } from "../lib/ask.js";
import { atMostEvery } from "../lib/at-most-every.js";
import { RunStream } from "../lib/run-stream.js";
import { getRuns } from "../lib/runs-api.js";

/** @typedef {import("../lib/runs-api.js").Run} Run */

const LOOK_EVERY = 2000;
const SNAPSHOT_EVERY = 100;

/** Keeps an eye on the runs: which there are, and each new snapshot of the one that is followed. */
export class Live {
  /** @type {RunStream | null} */ #stream = null;
  /** @type {string | undefined} */ #followed;
  #seq = 0;
  #runsRead;
  #snapshotSaved;

  /** @param {(runs: Run[]) => void} runsRead @param {() => void} snapshotSaved */
  constructor(runsRead, snapshotSaved) {
    this.#runsRead = runsRead;
    this.#snapshotSaved = atMostEvery(SNAPSHOT_EVERY, snapshotSaved);
  }

  watch() {
    void this.look();
    setInterval(() => void this.look(), LOOK_EVERY);
  }

  /** Hear what the run will tell; of what it told before only the newest snapshot counts. @param {Run | undefined} run */
  follow(run) {
    if (run?.id === this.#followed) return;
    this.#stream?.close();
    this.#followed = run?.id;
    this.#seq = run?.seq ?? 0;
    this.#stream = run ? this.#listen(run.id) : null;
    if (run) this.#snapshotSaved();
  }

  async look() {
    const runs = document.hidden ? null : await readRuns();
    if (runs) this.#runsRead(runs);
  }

  /** @param {string} id */
  #listen(id) {
    const address = new URL(`/api/runs/${encodeURIComponent(id)}/stream`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    return new RunStream(address.href, {
      since: () => this.#seq,
      heard: (event) => {
        this.#seq = event.seq;
        if (event.type === "snapshot_saved") this.#snapshotSaved();
      },
      line: (line) => line === "ended" && void this.look(),
    });
  }
}

/** @returns {Promise<Run[] | null>} null while the server is away: a question meanwhile says so, the next look will tell */
async function readRuns() {
  try {
    return await getRuns();
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    return null;
  }
}
