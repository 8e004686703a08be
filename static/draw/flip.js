import { SeenView } from "../elements/seen-view.js";
import { Refused } from "../lib/ask.js";
import { flipWords } from "../lib/evidence.js";
import { signed } from "../lib/numbers.js";
import { postFlip } from "../lib/predictions-api.js";
import { aDigit } from "../lib/verdict.js";
import { place, say } from "../elements/say.js";

/** @typedef {import("../lib/predictions-api.js").Drawing} Drawing */
/** @typedef {import("../lib/predictions-api.js").Flip} Change */
/** @typedef {import("../elements/pixel-picture.js").PixelPicture} PixelPicture */

const SIDE = 28;

/** The least change that makes another digit of the drawing, shown as a sum and ready to be put on the sheet. */
export class Flip {
  /** @type {Change | null} */ #change = null;
  #pictures;
  #button;
  #sum;
  #view;

  /** @param {HTMLElement} root @param {(pixels: number[][]) => void} apply */
  constructor(root, apply) {
    this.#sum = /** @type {HTMLElement} */ (root.querySelector(".flip-sum"));
    this.#pictures = /** @type {PixelPicture[]} */ ([...root.querySelectorAll("pixel-picture")]);
    this.#button = /** @type {HTMLButtonElement} */ (root.querySelector(".row button"));
    this.#view = new SeenView(root, postFlip, (change, { normalise }) => this.#show(change, normalise.includes("scale") ? 1 / 255 : 1), (problem) => this.#fail(problem));
    this.#button.addEventListener("click", () => this.#change && apply(this.#change.pixels));
    this.#pictures[1]?.addEventListener("cellpoint", (event) => say("flip-cell", /** @type {CustomEvent<{text: string}>} */ (event).detail.text || "the change"));
  }

  /** @param {Drawing} drawing */
  want(drawing) {
    this.#view.want(drawing);
  }

  clear() {
    this.#view.want(null);
    this.#none("Nothing is drawn, so there is nothing to change.");
  }

  /** @param {Change} change @param {number} unit  of the input, for one of 255 */
  #show(change, unit) {
    this.#change = change;
    this.#sum.hidden = this.#button.hidden = false;
    const after = change.pixels.flat();
    const before = after.map((value, i) => Math.max(0, value * unit - (change.change[i] ?? 0)));
    this.#paint(0, before, Math.max(...before), `Taken for ${aDigit(change.label)}.`);
    this.#paint(1, change.change, change.largest, "The change.", (i) => `row ${Math.floor(i / SIDE)}, column ${i % SIDE}: ${signed(change.change[i] ?? 0)}`);
    this.#paint(2, after, 255, `Taken for ${aDigit(change.flipped)}.`);
    [change.label, null, change.flipped].forEach((label, i) => label !== null && say(`flip-${i}`, String(label)));
    this.#button.textContent = `Make it ${aDigit(change.flipped)}`;
    say("flip", flipWords(change));
  }

  /** @param {number} place @param {readonly number[]} values @param {number} full @param {string} sentence @param {(index: number) => string} [tell] */
  #paint(place, values, full, sentence, tell) {
    this.#pictures[place]?.show({ values, columns: SIDE, full, sentence, ...(tell && { tell }) });
  }

  /** @param {unknown} problem */
  #fail(problem) {
    if (!(problem instanceof Refused)) throw problem;
    this.#none(problem.problem.code === "no_flip" ? problem.problem.what : "");
  }

  /** @param {string} why */
  #none(why) {
    this.#change = null;
    if (this.#button === document.activeElement) place("flip").focus();
    this.#sum.hidden = this.#button.hidden = true;
    say("flip", why);
  }
}
