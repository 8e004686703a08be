import "../elements/life-chart.js";
import { SeenView } from "../elements/seen-view.js";
import { lifeWords } from "../lib/life.js";
import { placeOf } from "../lib/moments.js";
import { postHistory } from "../lib/predictions-api.js";
import { say } from "../elements/say.js";

/** @typedef {import("../lib/predictions-api.js").Asked} Asked */
/** @typedef {import("../lib/predictions-api.js").Life} LifeOf */
/** @typedef {import("../elements/life-chart.js").LifeChart} LifeChart */
/** @typedef {{run: string, step: number}} Moment */

/** The drawing's life: what the network thought of it at each moment of its training. */
export class Life {
  /** @type {LifeOf | null} */ #life = null;
  /** @type {number | null} */ #step = null;
  #root;
  #chart;
  #view;

  /**
   * @param {HTMLElement} root
   * @param {{peek: (moment: Moment | null) => void, choose: (moment: Moment, isLast: boolean) => void}} tell
   */
  constructor(root, { peek, choose }) {
    this.#root = root;
    this.#chart = /** @type {LifeChart} */ (root.querySelector("life-chart"));
    // Why there is no answer is said at the verdict.
    this.#view = new SeenView(root, postHistory, (life) => this.#show(life), () => this.clear());
    this.#chart.addEventListener("momentpoint", (event) => this.#point(placeIn(event), peek));
    this.#chart.addEventListener("momentchoose", (event) => {
      const moment = this.#momentAt(placeIn(event) ?? 0);
      if (moment) choose(moment, moment.step === this.#life?.steps.at(-1));
    });
  }

  /** Ask about a drawing, which has just been answered. @param {Asked} drawing @param {number | null} step the chosen one */
  want(drawing, step) {
    this.#step = step;
    this.#view.want(drawing);
  }

  /** The ink grows, and its life is that of less ink. */
  stale() {
    this.#root.toggleAttribute("data-stale", true);
  }

  clear() {
    this.#view.want(null);
    this.#life = null;
    this.#chart.show(null);
    say("life", "");
  }

  /** @param {LifeOf} life */
  #show(life) {
    this.#life = life;
    this.#root.toggleAttribute("data-stale", false);
    this.#chart.show(life);
    this.#chart.mark(placeOf(life.steps, this.#step));
    this.#tell(null);
  }

  /** @param {number | null} place @param {(moment: Moment | null) => void} peek */
  #point(place, peek) {
    this.#tell(place);
    peek(place === null ? null : this.#momentAt(place));
  }

  /** @param {number | null} place */
  #tell(place) {
    if (this.#life) say("life", lifeWords(this.#life, place ?? placeOf(this.#life.steps, this.#step)));
  }

  /** @param {number} place @returns {Moment | null} */
  #momentAt(place) {
    const step = this.#life?.steps[place];
    return this.#life && step !== undefined ? { run: this.#life.run, step } : null;
  }
}

/** @param {Event} event @returns {number | null} */
function placeIn(event) {
  return /** @type {CustomEvent<{place: number | null}>} */ (event).detail.place;
}
