/**
 * What every lesson does: its question stands in the link, is asked, and its answer shown. Examples and ways out are
 * questions too, and the browser's history undoes.
 */

import "../elements/code-strip.js";
import "../elements/problem-note.js";
import "../elements/save-picture.js";
import { writeParts } from "../elements/coloured.js";
import { place } from "../elements/say.js";
import { Refused } from "../lib/ask.js";
import { askLesson, questionJson, readQuestion } from "../lib/lessons-api.js";
import { linkTrouble } from "../lib/lesson-link.js";
import { integer, oneOf, readLink, writeLink } from "../lib/link.js";
import { newestWins } from "../lib/newest.js";
import { holdsReal, taught } from "../lib/real.js";

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
 * @property {(question: any) => object} [asked] what is asked, where it is not all of the question, or has other names
 * @property {(asked: any) => object} [unasked] the question in which that is asked
 * @property {string} [rest] what the step at which one rests is called in the link, where `step` is something else
 * @property {(state: any) => Promise<T> | null} [ask] who else is asked, null where the lesson is
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
  #withheld = false;
  #rest;
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
    this.#rest = page.rest ?? "step";
    this.#names = /** @type {(keyof Q)[]} */ (Object.keys(fields));
    const { step, ...view } = VIEW;
    this.#fields = /** @type {import("../lib/link.js").Fields<Q & V & View>} */ ({ ...fields, ...looks, ...view, [this.#rest]: step });
    this.state = readLink(this.#fields, location.search);
    /** The state to which what is shown is the answer; that of the controls may be newer. */
    this.asked = this.state;
    this.#ask = newestWins(
      (/** @type {{state: Q & V & View, manner: Manner}} */ { state }) => /** @type {Promise<T>} */ (this.#page.ask?.(state) ?? askLesson(page.slug, this.#question(state))),
      (trace, { state, manner }) => this.#answered(trace, state, manner),
      (problem, { state }) => this.#refused(problem, state),
    );
    for (const example of this.#examples) example.addEventListener("click", (event) => this.#follow(event, example));
    this.#main.addEventListener("unread", () => this.#withhold("unread"));
    addEventListener("popstate", () => this.open());
  }

  /** Show what the link asks. */
  open() {
    this.state = readLink(this.#fields, location.search);
    const trouble = linkTrouble(this.#fields, location.search);
    if (!trouble) return this.#put("chosen");
    this.#page.fill();
    this.#withhold("link");
    const open = (/** @type {string} */ query) => () => this.#choose(this.#question(readLink(this.#fields, query)));
    this.#note.show(trouble.problem, ...trouble.waysOut.map(({ title, query }) => ({ label: title, run: open(query) })));
  }

  /** Ask something else. @param {Partial<Q & V & View>} what @param {Manner} [manner] */
  change(what, manner = "edited") {
    this.state = { ...this.state, [this.#rest]: null, ...what };
    if (this.#address !== location.pathname + location.search) history.pushState(null, "", this.#address);
    this.#put(manner);
  }

  /** Ask while somebody still types: the link waits. @param {Partial<Q & View>} what */
  try(what) {
    this.state = { ...this.state, [this.#rest]: null, ...what };
    this.#page.fill();
    this.#askWhenRead("edited");
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
    this.#main.toggleAttribute("data-real", Object.values(this.state).some(holdsReal));
    if (manner === "chosen") for (const note of this.#unread) note.clear();
    this.#page.fill();
    const asked = questionJson(this.#question(this.state));
    for (const example of this.#examples) {
      example.ariaCurrent = String(questionJson(this.#questionOf(example)) === asked);
    }
    this.#askWhenRead(manner);
  }

  /** @param {Manner} manner */
  #askWhenRead(manner) {
    this.#withheld = this.#unread.length > 0;
    if (this.#withheld) this.#withhold("unread");
    else this.#ask({ state: this.state, manner }, manner === "chosen");
  }

  /** Notes of fields whose text cannot be read. */
  get #unread() {
    const notes = /** @type {NodeListOf<import("../elements/field-note.js").FieldNote>} */ (this.#main.querySelectorAll("field-note[data-unread]"));
    return [...notes];
  }

  /** As long as it is not known what is asked, no old answer stands there. @param {string} code why */
  #withhold(code) {
    this.#withheld = true;
    this.asked = this.state;
    this.#note.clear();
    this.#main.dataset.refused = code;
    this.#page.refuse({ code, what: "", expected: "", got: "", hint: "" });
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
    this.change(/** @type {Partial<Q & V & View>} */ (this.#page.unasked?.(question) ?? question), "chosen");
  }

  /** @param {T} trace @param {Q & V & View} state @param {Manner} manner */
  #answered(trace, state, manner) {
    if (this.#withheld) return;
    this.asked = state;
    this.#note.clear();
    delete this.#main.dataset.refused;
    for (const [name, lines] of Object.entries(trace.code)) showCode(name, lines);
    this.#learn(/** @type {any} */ (trace));
    this.#page.show(trace, manner);
  }

  /** @param {unknown} problem @param {Q & V & View} state */
  #refused(problem, state) {
    if (!(problem instanceof Refused)) throw problem;
    if (this.#withheld) return;
    this.asked = state;
    const refusal = /** @type {Refusal} */ (/** @type {unknown} */ (problem.problem));
    this.#main.dataset.refused = refusal.code;
    this.#learn(Object.fromEntries(Object.entries(refusal.shapes ?? {}).map(([name, shape]) => [name, { shape }])));
    this.#note.show(problem.problem, ...(refusal.fixes ?? []).map((wayOut) => this.#action(wayOut)));
    this.#page.refuse(refusal);
  }

  /** Tensors of a run have their shapes from the server. @param {Readonly<Record<string, {shape: number[]}>>} told */
  #learn(told) {
    const learnt = taught(this.state, told);
    if (!learnt) return;
    this.state = learnt;
    this.#page.fill();
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
