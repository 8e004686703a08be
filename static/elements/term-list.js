/**
 * One number of a gradient as a sum: a line a term, each of which can be pointed at.
 *
 * In: `show(why)`. Out: `termpoint` with `{term}`, its number from 0, null when none is pointed at.
 */

import { formulaParts } from "../lib/tape-cell.js";
import { writeParts } from "./coloured.js";

/** @typedef {import("../lib/tape-trace.js").Why} Why */

export class TermList extends HTMLElement {
  connectedCallback() {
    this.addEventListener("pointerover", (event) => this.#point(/** @type {Element} */ (event.target)));
    this.addEventListener("pointerleave", () => this.#point(null));
    this.addEventListener("focusin", (event) => this.#point(/** @type {Element} */ (event.target)));
    this.addEventListener("focusout", () => this.#point(null));
  }

  /** @param {Why} why */
  show({ terms, left_out: leftOut, text }) {
    const list = document.createElement("ol");
    list.append(...terms.map(line));
    const more = leftOut ? [paragraph(`… ${leftOut}`, "small quiet")] : [];
    this.replaceChildren(list, ...more, paragraph(text, "total"));
  }

  /** @param {Element | null} target */
  #point(target) {
    const item = target?.closest("li");
    const term = item ? [...this.querySelectorAll("li")].indexOf(item) : null;
    this.dispatchEvent(new CustomEvent("termpoint", { detail: { term } }));
  }
}

/** @param {import("../lib/tape-trace.js").Term} term */
function line({ formula, text }) {
  const made = document.createElement("li");
  made.className = "code";
  made.tabIndex = 0;
  const [names, numbers] = [document.createElement("span"), document.createElement("span")];
  writeParts(names, formulaParts(formula));
  numbers.textContent = `${formula ? "= " : ""}${text}`;
  made.append(...(formula ? [names] : []), numbers);
  return made;
}

/** @param {string} text @param {string} look */
function paragraph(text, look) {
  return Object.assign(document.createElement("p"), { textContent: text, className: look });
}

customElements.define("term-list", TermList);
