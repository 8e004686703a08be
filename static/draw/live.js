import { atMostEvery } from "../lib/at-most-every.js";
import { RunStream } from "../lib/run-stream.js";
import { getRuns } from "../lib/runs-api.js";

/** @typedef {import("../lib/runs-api.js").Run} Run */

const LOOK_EVERY = 2000;
const SNAPSHOT_EVERY = 100;

/** Keeps an eye on the runs: which there are, and each new snapshot of the one that is followed. */
export class Live {
  /** @type {RunStream | null} */ #stream = null;
  #followed = "";
  #seq = 0;
  #runsRead;
  #snapshotSaved;

  /** @param {(runs: Run[]) => void} runsRead @param {() => void} snapshotSaved */
  constructor(runsRead, snapshotSaved) {
    this.#runsRead = runsRead;
    this.#snapshotSaved = atMostEvery(SNAPSHOT_EVERY, snapshotSaved);
  }

  async watch() {
    await this.look();
    setTimeout(() => this.watch(), LOOK_EVERY);
  }

  /** @param {string} id  "" for none */
  follow(id) {
    if (id === this.#followed) return;
    this.#stream?.close();
    this.#followed = id;
    this.#seq = 0;
    this.#stream = id ? this.#listen(id) : null;
  }

  async look() {
    if (document.hidden) return;
    try {
      this.#runsRead(await getRuns());
    } catch {
      // The server is away for a moment; the next look will tell, and a question meanwhile says so.
    }
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
