/**
 * A gradient tape: its variables and constants, and below them every operation it has recorded; each with its value, which
 * comes on the way down, and its gradient, which comes on the way up.
 *
 * In: `edit(leaves)` for what is typed, `show(view)`, `light(cells)`, `dim()`. Out: `numberpoint` with `{name, isGradient, place, key}`, the place
 * null when none is pointed at; `numberselect` with the same when one is pressed; and what a tape-leaf says.
 */

import { samePlace } from "../lib/nested.js";
import { TapeLeaf } from "./tape-leaf.js";
import { TapeRow } from "./tape-row.js";

/**
 * @typedef {import("../lib/tape-cell.js").TapeCell} TapeCell
 * @typedef {import("../lib/tape-trace.js").TapeTrace} TapeTrace
 * @typedef {import("../lib/tape-trace.js").Seen} Seen
 * @typedef {import("../lib/tape-inputs.js").Typed} Typed
 * @typedef {{name: string, isGradient: boolean, place: readonly number[] | null, key: boolean}} Pointed
 * @typedef {{trace: TapeTrace, seen: Seen, guessed: boolean, moving: boolean}} View guessed: no shape of a gradient is secret
 */

const NOT_WATCHED = "not watched";
const NOT_RECORDED = "not recorded: nothing in it is watched";
const NONE = "None";

export class TapePicture extends HTMLElement {
  /** @type {Map<string, TapeRow>} */ #leaves = new Map();
  /** @type {Map<string, TapeRow>} */ #lines = new Map();
  /** @type {Pointed} */ #pointed = { name: "", isGradient: false, place: null, key: false };
  #top = document.createElement("div");
  #tape = document.createElement("div");

  connectedCallback() {
    this.#top.className = "tape-leaves";
    this.#tape.className = "tape-lines";
    this.replaceChildren(heads(), this.#top, this.#tape);
    this.addEventListener("cellpoint", (event) => this.#point(/** @type {CustomEvent} */ (event)));
    this.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target)));
  }

  /** @param {readonly Typed[]} leaves */
  edit(leaves) {
    if (leaves.map(({ name }) => name).join() !== [...this.#leaves.keys()].join()) {
      this.#leaves = new Map(leaves.map(({ name }) => [name, this.#leaves.get(name) ?? leafRow(name)]));
      this.#top.replaceChildren(...[...this.#leaves.values()].map(({ element }) => element));
    }
    for (const { name, operand, role, used } of leaves) {
      const row = /** @type {TapeRow} */ (this.#leaves.get(name));
      row.element.dataset.kind = role;
      /** @type {TapeLeaf} */ (row.head.firstChild).show(operand, role, used);
    }
  }

  /** @param {View} view */
  show({ trace, seen, guessed, moving }) {
    this.toggleAttribute("data-stale", false);
    this.#build(trace.tape);
    for (const { name, kind, used, value } of trace.leaves) {
      const missing = kind === "constant" ? NOT_WATCHED : used || !guessed ? "" : NONE;
      const arrived = seen.arrived.get(name) === "whole";
      this.#leaves.get(name)?.show({ value, gradient: trace.gradients[name] ?? null, missing, arrived, shapeless: !guessed && !arrived, blank: false, moving });
    }
    for (const { name, recorded, value, gradient } of trace.tape) {
      const arrived = seen.arrived.get(name) === "whole";
      this.#lines.get(name)?.show({ value, gradient, missing: recorded ? "" : NOT_RECORDED, arrived, shapeless: false, blank: !seen.known.has(name), moving });
    }
    for (const row of this.#rows) row.mark(row.name === seen.name);
  }

  /** @param {{values: readonly TapeCell[], gradients: readonly TapeCell[]}} cells */
  light({ values, gradients }) {
    for (const { name, value, gradient } of this.#rows) {
      value.light(null, (place) => isAmong(values, name, place));
      gradient.light(null, (place) => isAmong(gradients, name, place));
    }
  }

  /** What is asked now has no answer. */
  dim() {
    this.toggleAttribute("data-stale", true);
  }

  get #rows() {
    return [...this.#leaves.values(), ...this.#lines.values()];
  }

  /** @param {TapeTrace["tape"]} tape */
  #build(tape) {
    if (tape.map(({ name }) => name).join() !== [...this.#lines.keys()].join()) {
      this.#lines = new Map(tape.map(({ name }) => [name, new TapeRow(name, "line")]));
      this.#tape.replaceChildren(...[...this.#lines.values()].map(({ element }) => element));
    }
    for (const { name, code } of tape) {
      const { head } = /** @type {TapeRow} */ (this.#lines.get(name));
      if (head.textContent !== code) head.replaceChildren(coded(code));
    }
  }

  /** @param {CustomEvent<{place: readonly number[] | null, key: boolean}>} event */
  #point({ target, detail: { place, key } }) {
    const row = this.#rows.find(({ element }) => element.contains(/** @type {Node} */ (target)));
    if (!row) return;
    this.#pointed = { name: row.name, isGradient: target === row.gradient, place, key };
    this.#tell("numberpoint");
  }

  /** @param {Element} target */
  #press(target) {
    if (target.closest("[role=gridcell]") && this.#pointed.place) this.#tell("numberselect");
  }

  /** @param {string} moment */
  #tell(moment) {
    this.dispatchEvent(new CustomEvent(moment, { detail: this.#pointed }));
  }
}

/** @param {string} name */
function leafRow(name) {
  const row = new TapeRow(name, "variable");
  const leaf = new TapeLeaf();
  leaf.dataset.name = name;
  row.head.append(leaf);
  return row;
}

/** @param {readonly TapeCell[]} cells @param {string} name @param {readonly number[]} place */
function isAmong(cells, name, place) {
  return cells.some((cell) => cell.name === name && samePlace(cell.index, place));
}

function heads() {
  const made = document.createElement("div");
  made.className = "tape-heads small quiet";
  made.append(...["", "value ↓ recorded forwards", "gradient ↑ read backwards"].map((text) => Object.assign(document.createElement("span"), { textContent: text })));
  return made;
}

/** @param {string} code */
function coded(code) {
  return Object.assign(document.createElement("code"), { textContent: code });
}

customElements.define("tape-picture", TapePicture);
