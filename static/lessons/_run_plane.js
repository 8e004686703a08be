import { say } from "../elements/say.js";
import { getPlane } from "../lib/moments-api.js";
import { newestMoment } from "../lib/real.js";
import { planeLink, planeText, planeTrace, readPlane } from "../lib/run-plane.js";
import { runTitle } from "../lib/run-title.js";
import { getRuns } from "../lib/runs-api.js";

/**
 * @typedef {object} Host
 * @property {() => void} wait what to do while losses are computed
 * @property {(name: string) => void} pin a plane of the newest run gets the name of this run
 * @property {(name: string) => void} choose another plane is asked for
 */

/** The plane of a run as the landscape of the lesson: which run, and which moment it goes through. */
export class RunPlane {
  isShown = false;
  #host;
  /** @type {readonly import("../lib/real.js").Run[]} */ #runs = [];
  /** @type {ReturnType<typeof planeTrace> | null} */ #trace = null;
  #step = 0;
  #main = /** @type {HTMLElement} */ (document.querySelector("main"));
  #run = /** @type {HTMLSelectElement} */ (document.querySelector("[name=run]"));
  #turn = /** @type {HTMLButtonElement} */ (document.querySelector("[data-do=turn]"));

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.#run.addEventListener("change", () => host.choose(planeLink(this.#run.value)));
    this.#turn.addEventListener("click", () => this.#trace && host.choose(planeLink(this.#trace.run, this.#moment)));
  }

  /** Another landscape has no run to choose. @param {string} landscape */
  fill(landscape) {
    const asked = readPlane(landscape);
    this.isShown = asked !== null;
    this.#main.toggleAttribute("data-plane", this.isShown);
    for (const part of this.#parts) part.hidden = !this.isShown;
    if (!asked?.run || this.#runs.length === 0) return;
    const runs = this.#runs.filter(({ snapshot }) => typeof snapshot === "number");
    this.#run.replaceChildren(...runs.map((run) => new Option(runTitle(run), run.id)));
    this.#run.value = asked.run;
  }

  /** The way of the network, if that is the landscape. @param {string} landscape @returns {Promise<any> | null} */
  ask(landscape) {
    const asked = readPlane(landscape);
    return asked && this.#answer(asked);
  }

  /** @param {object} trace */
  show(trace) {
    this.#trace = this.isShown ? /** @type {any} */ (trace) : null;
    if (this.#trace) say("plane", planeText(this.#trace.spanned, this.#trace.digits));
  }

  /** @param {number} step of the player */
  go(step) {
    this.#step = step;
    this.#turn.disabled = this.#trace?.spanned.includes(this.#moment) ?? true;
  }

  get #moment() {
    return this.#trace?.moments[this.#step]?.step ?? 0;
  }

  get #parts() {
    return [this.#run.closest("label"), this.#turn, document.querySelector("[data-say=plane]")].filter((part) => part instanceof HTMLElement);
  }

  /** @param {{run: string | null, step: number | null}} asked */
  async #answer({ run, step }) {
    this.#host.wait();
    if (this.#runs.length === 0) this.#runs = await getRuns();
    const chosen = run ?? newestMoment(this.#runs)?.run ?? "";
    if (run === null) this.#host.pin(planeLink(chosen));
    this.fill(planeLink(chosen, step));
    return planeTrace(await getPlane({ run: chosen, step }));
  }
}
