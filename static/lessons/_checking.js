import "../elements/value-table.js";
import { say } from "../elements/say.js";
import { CHECK_HEADS, checkRows, checkText, isLoading } from "../lib/check-words.js";

/** @typedef {Readonly<Record<string, import("../lib/nested.js").Nested>>} Gradients */

const AGAIN_AFTER = 1000;

/** Our gradients beside TensorFlow's and the measured ones; while TensorFlow is loading it is asked again. */
export class Checking {
  #timer = 0;
  #askAgain;
  #table = /** @type {import("../elements/value-table.js").ValueTable} */ (document.querySelector("value-table[data-table=check]"));

  /** @param {() => void} askAgain */
  constructor(askAgain) {
    this.#askAgain = askAgain;
  }

  /** @param {Gradients} gradients ours @param {import("../lib/check-words.js").Check} check */
  show(gradients, check) {
    this.#table.show(CHECK_HEADS, checkRows(gradients, check).map((row) => row.map((text) => [text])));
    say("check", checkText(check));
    clearTimeout(this.#timer);
    if (isLoading(check)) this.#timer = setTimeout(this.#askAgain, AGAIN_AFTER);
  }
}
