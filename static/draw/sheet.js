import { History } from "../lib/history.js";
import { Ink } from "../lib/ink.js";
import { settle } from "../lib/stroke-text.js";

/** @typedef {import("../lib/digits-api.js").Digit} Digit */
/** @typedef {import("../lib/ink.js").Stroke} Stroke */

/**
 * @typedef {object} Drawn
 * @property {Digit | null} digit  the test digit under the ink
 * @property {boolean} example  the page put it there; the first stroke takes its place
 * @property {readonly Stroke[]} strokes
 * @property {number[][] | null} changed  28 × 28 pixels that a change made, asked as they are
 */

/** @type {Drawn} */
const BLANK = { digit: null, example: false, strokes: [], changed: null };
/** Enough to be seen as it was drawn, and whole pixels for each pixel of a test digit: 4 × 28. */
const ASKED_SIZE = 112;

/** The sheet: what is on it, what was on it, and the pad that shows it. */
export class Sheet {
  #past = new History(BLANK);
  /** @type {Stroke | null} */ #growing = null;
  #pad;
  #changed;

  /**
   * @param {import("../elements/draw-pad.js").DrawPad} pad
   * @param {{growing: () => void, changed: () => void}} tell
   */
  constructor(pad, tell) {
    this.#pad = pad;
    this.#changed = tell.changed;
    pad.addEventListener("strokestart", () => this.#start());
    pad.addEventListener("strokemove", (event) => {
      this.#growing = strokeOf(event);
      tell.growing();
    });
    pad.addEventListener("strokeend", (event) => this.#end(strokeOf(event)));
  }

  get current() {
    return this.#past.current;
  }

  get canUndo() {
    return this.#past.canUndo;
  }

  get canRedo() {
    return this.#past.canRedo;
  }

  get blank() {
    const { digit, changed, strokes } = this.current;
    return !digit && !changed && strokes.length === 0 && !this.#growing;
  }

  /** What the network is asked: a mere picture as it is, anything drawn as 112 × 112 pixels. */
  get pixels() {
    const { example, strokes } = this.current;
    const picture = pictureOf(this.current);
    if (picture && strokes.length === 0 && !this.#growing) return picture;
    const ink = new Ink(ASKED_SIZE);
    if (picture && !example) ink.lay(picture);
    for (const stroke of [...strokes, this.#growing ?? []]) ink.draw(stroke);
    return ink.rows();
  }

  /** @param {Digit} digit @param {{example?: boolean, strokes?: readonly Stroke[]}} [how] */
  place(digit, { example = false, strokes = [] } = {}) {
    this.#push({ digit, example, strokes, changed: null });
  }

  /** @param {number[][]} changed */
  change(changed) {
    this.#push({ ...BLANK, changed });
  }

  /** Begin anew, with nothing to undo, unless somebody draws or has drawn since. @param {Drawn} drawn @param {Drawn} before */
  open(drawn, before) {
    if (this.#growing || this.current !== before) return;
    this.#past = new History(drawn);
    this.#shown();
  }

  clear() {
    if (!this.blank) this.#push(BLANK);
  }

  undo() {
    this.#past.undo();
    this.#shown();
  }

  redo() {
    this.#past.redo();
    this.#shown();
  }

  /** An example makes way for the first stroke; a digit that was asked for stays under it. */
  #start() {
    if (this.current.example) this.#pad.show({ picture: null, strokes: [] });
  }

  /** @param {Stroke} stroke */
  #end(stroke) {
    this.#growing = null;
    const { digit, example, strokes, changed } = this.current;
    this.#push({ digit: example ? null : digit, example: false, strokes: [...strokes, settle(stroke)], changed });
  }

  /** @param {Drawn} drawn */
  #push(drawn) {
    this.#past.push(drawn);
    this.#shown();
  }

  /** The question goes first: the pad can be painted while the network thinks. */
  #shown() {
    this.#changed();
    this.#pad.show({ picture: pictureOf(this.current), strokes: this.current.strokes });
  }
}

/** What lies under the strokes. @param {Drawn} drawn */
function pictureOf({ digit, changed }) {
  return changed ?? digit?.pixels ?? null;
}

/** @param {Event} event @returns {Stroke} */
function strokeOf(event) {
  return /** @type {CustomEvent<{stroke: Stroke}>} */ (event).detail.stroke;
}
