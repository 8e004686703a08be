/** How fast a run goes just now, from the last seconds of it. */

const REMEMBERED_SECONDS = 4;

export class Pace {
  /** @type {{step: number, seconds: number}[]} */ #marks = [];

  /**
   * @param {number} step updates done
   * @param {number} seconds training time so far
   */
  passed(step, seconds) {
    this.#marks.push({ step, seconds });
    while (this.#marks.length > 2 && seconds - (this.#marks[0]?.seconds ?? 0) > REMEMBERED_SECONDS) {
      this.#marks.shift();
    }
  }

  /**
   * @param {number} updates
   * @returns {number | null} null while too little is known
   */
  secondsFor(updates) {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (!first || !last || last.step <= first.step || last.seconds <= first.seconds) return null;
    return (updates * (last.seconds - first.seconds)) / (last.step - first.step);
  }
}
