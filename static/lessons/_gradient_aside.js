import "../elements/nudge-field.js";
import { say } from "../elements/say.js";
import { guessed } from "../lib/gradient-guess.js";
import { lossOf } from "../lib/graph-trace.js";
import { askLesson } from "../lib/lessons-api.js";
import { decimal } from "../lib/link.js";
import { newestWins } from "../lib/newest.js";
import { nudgeText } from "../lib/nudge-words.js";
import { optional } from "../lib/optional.js";
import { nodeOf } from "../lib/path-words.js";
import { Checking } from "./_checking.js";

/**
 * @typedef {import("../lib/gradient-guess.js").Trace} Trace
 * @typedef {Trace & {gradients: Record<string, import("../lib/nested.js").Nested>, check: import("../lib/check-words.js").Check | null, nudge: import("../lib/nudge-words.js").Nudged | null}} CheckedTrace
 * @typedef {{expression: string, values: object, wrt: readonly string[] | null, lit: string | null, nudge: string | null, by: number}} State
 */

/** In the link: what is nudged, and by how much. */
export const NUDGE = { nudge: optional(), by: decimal(0.01) };
/** Milliseconds without another question: nobody is asked three times while a value is dragged. */
const REST = 150;

/** What is asked beside the graph and may come later: the check, and what a nudge does. */
export class GradientAside {
  /** @type {Trace | null} */ #trace = null;
  #timer = 0;
  #lesson;
  #field = /** @type {import("../elements/nudge-field.js").NudgeField} */ (document.querySelector("nudge-field"));
  #checking = new Checking(() => this.#askAfter(0));
  #ask = newestWins(
    () => /** @type {Promise<CheckedTrace>} */ (askLesson("backpropagation", this.#question)),
    (trace) => this.#answered(trace),
    () => {},
  );

  /** @param {{state: State, asked: State, note: (what: Pick<State, "nudge" | "by">) => void}} lesson */
  constructor(lesson) {
    this.#lesson = lesson;
    this.#field.addEventListener("nudge", (event) => {
      const { name, by } = /** @type {CustomEvent<{name: string, by: number}>} */ (event).detail;
      lesson.note({ nudge: name, by });
      this.#askAfter(0);
    });
  }

  /** @param {Trace} trace whose question is the lesson's */
  ask(trace) {
    this.#trace = trace;
    this.#askAfter(REST);
  }

  /** @param {number} milliseconds */
  #askAfter(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(undefined), milliseconds);
  }

  get #question() {
    const { expression, values, wrt } = this.#lesson.asked;
    const { nudge, by, lit } = this.#lesson.state;
    const name = this.#trace && guessed(this.#trace, nudge ?? lit);
    return { expression, values, wrt, check: true, ...(name ? { nudge: { name, by } } : {}) };
  }

  /** @param {CheckedTrace} trace */
  #answered({ graph, gradients, check, nudge, ...rest }) {
    if (nudge) {
      const { shape } = nodeOf({ graph, ...rest }, nudge.name);
      this.#field.show(Object.keys(gradients), nudge);
      say("nudge", nudgeText(nudge, gradients[nudge.name] ?? 0, shape, lossOf(graph.nodes)));
    }
    if (check) this.#checking.show(gradients, check);
  }
}
