import { newestWins } from "../lib/newest.js";

/** How far beyond the screen a part of the page counts as seen. */
const MARGIN = "200px";

/**
 * A part of the page that shows answers: it asks only while it is seen, and the newest question wins.
 * @template Q, A
 */
export class SeenView {
  /** @type {{question: Q} | null} */ #wanted = null;
  #seen = false;
  #send;

  /**
   * @param {Element} part
   * @param {(question: Q) => Promise<A>} ask
   * @param {(answer: A, question: Q) => void} show
   * @param {(problem: unknown, again: () => void) => void} failed
   */
  constructor(part, ask, show, failed) {
    // What comes after there is nothing to ask any more is too late.
    this.#send = newestWins(
      ask,
      (answer, question) => this.#wanted && show(answer, question),
      (problem) => this.#wanted && failed(problem, () => this.#go()),
    );
    const watch = new IntersectionObserver((entries) => this.#turn(entries.at(-1)?.isIntersecting ?? false), { rootMargin: MARGIN });
    watch.observe(part);
  }

  /** @param {Q | null} question  null when there is nothing to ask */
  want(question) {
    this.#wanted = question === null ? null : { question };
    this.#go();
  }

  get seen() {
    return this.#seen;
  }

  /** @param {boolean} seen */
  #turn(seen) {
    this.#seen = seen;
    this.#go();
  }

  #go() {
    if (this.#seen && this.#wanted) this.#send(this.#wanted.question);
  }
}
