/**
 * What every lesson does: its question stands in the link, is asked, and its answer shown. Examples and ways out are
 * questions too, and the browser's history undoes.
 */

import "../elements/code-strip.js";
import "../elements/problem-note.js";
import { writeParts } from "../elements/coloured.js";
import { place } from "../elements/say.js";
import { Refused } from "../lib/ask.js";
import { askLesson, readQuestion } from "../lib/lessons-api.js";
import { integer, oneOf, readLink, writeLink } from "../lib/link.js";
import { newestWins } from "../lib/newest.js";

/**
 * @typedef {import("../lib/lessons-api.js").Refusal} Refusal
 * @typedef {import("../lib/lessons-api.js").WayOut} WayOut
 * @typedef {import("../lib/parts.js").Part} Part
 * @typedef {{code: import("../lib/lessons-api.js").Code}} Answer
 * @typedef {"chosen" | "edited"} Manner whether the question is a new one, or somebody changes it
 * @typedef {{step: number | null, predict: "off" | "on"}} View how one looks at the answer: at which step one rests
 */

/**
 * @template {Answer} T
 * @typedef {object} Page
 * @property {string} slug
 * @property {(question: any) => object} [asked] what of the question is asked, where not always all of it
 * @property {() => void} fill writes the state into the controls
 * @property {(trace: T, manner: Manner) => void} show
 * @property {(refusal: Refusal) => void} refuse shows what can be shown without an answer
 */

/** @type {import("../lib/link.js").Fields<View>} */
const VIEW = { step: integer(null), predict: oneOf(/** @type {const} */ (["off", "on"])) };

/** @template {object} Q @template {Answer} T @template {object} [V={}] */
export class Lesson {
  #page;
  #names;
  #fields;
  #ask;
  #main = /** @type {HTMLElement} */ (document.querySelector("main"));
  #note = /** @type {import("../elements/problem-note.js").ProblemNote} */ (document.querySelector("problem-note"));
  #examples = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".examples a"))];

  /**
   * @param {import("../lib/link.js").Fields<Q>} fields of the question
   * @param {Page<T>} page
   * @param {import("../lib/link.js").Fields<V>} [looks] fields of how one looks at the answer, beside the step
   */
  constructor(fields, page, looks) {
    this.#page = page;
    this.#names = /** @type {(keyof Q)[]} */ (Object.keys(fields));
    this.#fields = /** @type {import("../lib/link.js").Fields<Q & V & View>} */ ({ ...fields, ...looks, ...VIEW });
    this.state = readLink(this.#fields, location.search);
    this.#ask = newestWins(
      (/** @type {Manner} */ _) => /** @type {Promise<T>} */ (askLesson(page.slug, this.#question(this.state))),
      (trace, manner) => this.#answered(trace, manner),
      (problem) => this.#refused(problem),
    );
    for (const example of this.#examples) example.addEventListener("click", (event) => this.#follow(event, example));
    addEventListener("popstate", () => this.open());
  }

  /** Show what the link asks. */
  open() {
    this.state = readLink(this.#fields, location.search);
    this.#put("chosen");
  }

  /** Ask something else. @param {Partial<Q & V & View>} what @param {Manner} [manner] */
  change(what, manner = "edited") {
    this.state = { ...this.state, step: null, ...what };
    if (this.#address !== location.pathname + location.search) history.pushState(null, "", this.#address);
    this.#put(manner);
  }

  /** Ask while somebody still types: the link waits. @param {Partial<Q & View>} what */
  try(what) {
    this.state = { ...this.state, step: null, ...what };
    this.#page.fill();
    this.#ask("edited");
  }

  /** Remember in the link what needs no new answer. @param {Partial<V & View>} what */
  note(what) {
    this.state = { ...this.state, ...what };
    history.replaceState(null, "", this.#address);
  }

  /** @param {readonly Part[]} parts @param {boolean} [aloud] whether a screen reader is to hear it */
  tell(parts, aloud = true) {
    const sentence = place("sentence");
    sentence.ariaLive = aloud ? "polite" : "off";
    writeParts(sentence, parts);
  }

  get #address() {
    return location.pathname + writeLink(this.#fields, this.state);
  }

  /** @param {Q} state */
  #question(state) {
    const all = Object.fromEntries(this.#names.map((name) => [name, state[name]]));
    return /** @type {Q} */ (this.#page.asked?.(all) ?? all);
  }

  /** @param {Manner} manner */
  #put(manner) {
    this.#page.fill();
    const asked = JSON.stringify(this.#question(this.state));
    for (const example of this.#examples) {
      example.ariaCurrent = String(JSON.stringify(this.#questionOf(example)) === asked);
    }
    this.#ask(manner);
  }

  /** @param {HTMLAnchorElement} example */
  #questionOf({ search }) {
    return this.#question(readLink(this.#fields, search));
  }

  /** @param {MouseEvent} event @param {HTMLAnchorElement} example */
  #follow(event, example) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#choose(this.#questionOf(example));
  }

  /** @param {Q} question */
  #choose(question) {
    this.change(/** @type {Partial<Q & V & View>} */ (question), "chosen");
  }

  /** @param {T} trace @param {Manner} manner */
  #answered(trace, manner) {
    this.#note.clear();
    delete this.#main.dataset.refused;
    for (const [name, lines] of Object.entries(trace.code)) showCode(name, lines);
    this.#page.show(trace, manner);
  }

  /** @param {unknown} problem */
  #refused(problem) {
    if (!(problem instanceof Refused)) throw problem;
    const refusal = /** @type {Refusal} */ (/** @type {unknown} */ (problem.problem));
    this.#main.dataset.refused = refusal.code;
    this.#note.show(problem.problem, ...(refusal.fixes ?? []).map((wayOut) => this.#action(wayOut)));
    this.#page.refuse(refusal);
  }

  /** @param {WayOut} wayOut */
  #action({ title, question }) {
    const before = this.#question(this.state);
    const usual = this.#question(readLink(this.#fields, ""));
    return { label: title, run: () => this.#choose(/** @type {Q} */ ({ ...usual, ...readQuestion(question, before) })) };
  }
}

/**
 * The lines of code of that name; a strip without lines is not seen.
 * @param {string} name
 * @param {string | null} lines
 */
export function showCode(name, lines) {
  /** @type {import("../elements/code-strip.js").CodeStrip | null} */
  const strip = document.querySelector(`[data-code=${name}]`);
  strip?.show(lines ?? "");
  strip?.parentElement?.toggleAttribute("hidden", lines === null);
}
