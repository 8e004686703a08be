/**
 * The hints to the chosen runs, asked for again when something has happened; many news at once are one question.
 * @typedef {import("../lib/runs-api.js").Hint} Hint
 */

import { Refused } from "../lib/ask.js";
import { getHint } from "../lib/runs-api.js";

export class RunHints {
  /** @type {Map<string, Hint | null>} */ #known = new Map();
  /** Runs that are being asked about, and whether something has happened since. */
  /** @type {Map<string, boolean>} */ #asked = new Map();
  #news;

  /** @param {(id: string) => void} news */
  constructor(news) {
    this.#news = news;
  }

  /** @param {string} id */
  get(id) {
    return this.#known.get(id) ?? null;
  }

  /** @param {string} id */
  ask(id) {
    const isBusy = this.#asked.has(id);
    this.#asked.set(id, isBusy);
    if (!isBusy) void this.#fetch(id);
  }

  /** @param {string} id */
  async #fetch(id) {
    try {
      this.#known.set(id, await getHint(id));
      this.#news(id);
    } catch (error) {
      // A run without a hint is a run as it was before; the list tells when the server is away.
      if (!(error instanceof Refused)) throw error;
    }
    const again = this.#asked.get(id);
    this.#asked.delete(id);
    if (again) this.ask(id);
  }
}
