import "../elements/step-player.js";

/** @typedef {import("./_lesson.js").Manner} Manner */
/** @typedef {import("../elements/step-player.js").StepPlayer} StepPlayer */

/** The steps of an answer: played from the first when the question is new, the last at once while somebody edits it. */
export class Playing {
  player = /** @type {StepPlayer} */ (document.querySelector("step-player"));
  #lesson;
  #rest;

  /**
   * @param {{state: any, note: (what: any) => void}} lesson
   * @param {(step: number, moving: boolean) => void} show
   * @param {string} [rest] what the link calls the step at which one rests
   */
  constructor(lesson, show, rest = "step") {
    this.#lesson = lesson;
    this.#rest = rest;
    this.player.addEventListener("stepchange", (event) => {
      const { step, moving } = /** @type {CustomEvent<{step: number, moving: boolean}>} */ (event).detail;
      show(step, moving);
    });
    this.player.addEventListener("rest", () => this.#remember());
  }

  /** @param {number} count @param {Manner} manner */
  start(count, manner) {
    const step = /** @type {number | null} */ (this.#lesson.state[this.#rest]);
    this.player.disabled = false;
    this.player.load(count);
    this.player.go(step ?? (manner === "chosen" ? 0 : count - 1));
    if (manner === "chosen" && step === null) this.player.play();
  }

  /** There is nothing to be played. */
  stop() {
    this.player.disabled = true;
  }

  /** Go on to where everything is seen, because somebody asks about it. */
  finish() {
    if (this.player.isLast) this.player.pause();
    else this.player.rest(Infinity);
  }

  #remember() {
    const { step, isLast } = this.player;
    this.#lesson.note({ [this.#rest]: isLast ? null : step });
  }
}
