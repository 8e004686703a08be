import { Refused } from "../lib/ask.js";
import "./problem-note.js";

/** @typedef {import("./problem-note.js").ProblemNote} ProblemNote */
/** @typedef {import("./problem-note.js").Action} Action */

const AGAIN_AFTER = 2000;

/** Why something did not work, told in a note; what the server did not hear is tried until it is back. */
export class Trouble {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #again;
  #note;

  /** @param {ProblemNote} note */
  constructor(note) {
    this.#note = note;
  }

  /** @param {() => Promise<void>} act */
  async attempt(act) {
    try {
      await act();
      this.clear();
    } catch (problem) {
      this.show(problem, () => void this.attempt(act));
    }
  }

  /**
   * @param {unknown} problem
   * @param {() => void} again does once more what did not work
   * @param {Action | null} [action]
   */
  show(problem, again, action = null) {
    if (!(problem instanceof Refused)) throw problem;
    const { code } = problem.problem;
    clearTimeout(this.#again);
    if (code === "unreachable") this.#again = setTimeout(again, AGAIN_AFTER);
    if (code !== "unreachable" || this.#note.code !== code) this.#note.show(problem.problem, action);
  }

  clear() {
    clearTimeout(this.#again);
    this.#note.clear();
  }
}
