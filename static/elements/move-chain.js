/**
 * Moves one after the other: each with what stands between its brackets, to be changed, taken away, or gone to.
 *
 * In: `show(moves)`, `mark(step)`, the first step being the one before all moves. Out: `movesinput` with `{moves}` while one
 * types, `moveschange` with `{moves}`, `movepick` with `{step}`; `unread` when what stands between brackets cannot be read.
 */

import { moveUnreadable } from "../lib/move-trouble.js";
import { argumentsText, MOST_MOVES, OPS, readMove } from "../lib/moves.js";
import { FieldNote } from "./field-note.js";

/** @typedef {import("../lib/moves.js").Move} Move */
/** @typedef {import("../lib/moves.js").Op} Op */

/** @type {Readonly<Record<Op, Move>>} what fits any tensor, or nearly */
const NEW = {
  reshape: { op: "reshape", shape: [-1] },
  transpose: { op: "transpose" },
  flatten: { op: "flatten" },
  expand_dims: { op: "expand_dims", axis: 0 },
  squeeze: { op: "squeeze" },
};

export class MoveChain extends HTMLElement {
  /** @type {readonly Move[]} */ #moves = [];
  #list = document.createElement("ol");
  #wrong = new FieldNote();
  #more = document.createElement("div");

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = "Moves";
    this.#more.className = "row";
    this.#more.hidden = true;
    this.#more.append(...OPS.map((op) => button(`+ ${op}`, `Add ${op}`, () => this.#change([...this.#moves, NEW[op]]))));
    this.replaceChildren(this.#list, this.#wrong, this.#more);
  }

  /** @param {readonly Move[]} moves */
  show(moves) {
    const same = moves.length === this.#list.childElementCount && moves.every(({ op }, i) => op === this.#moves[i]?.op);
    this.#moves = moves;
    if (!same) this.#list.replaceChildren(...moves.map((move, i) => this.#item(move, i)));
    if (this.#wrong.hasAttribute("data-unread")) return;
    for (const [i, input] of this.querySelectorAll("input").entries()) this.#fill(input, moves[i]);
    this.#more.hidden = moves.length >= MOST_MOVES;
  }

  /** @param {number} step */
  mark(step) {
    for (const [i, item] of [...this.#list.children].entries()) {
      item.ariaCurrent = i + 1 === step ? "step" : null;
      item.toggleAttribute("data-done", i + 1 <= step);
    }
  }

  /** @param {Move} move @param {number} i */
  #item({ op }, i) {
    const [item, input] = [document.createElement("li"), document.createElement("input")];
    input.type = "text";
    input.hidden = op === "flatten";
    input.ariaLabel = `Arguments of move ${i + 1}, ${op}`;
    input.spellcheck = false;
    input.addEventListener("input", () => this.#try(input, op, i));
    input.addEventListener("change", () => this.#typed(input, op, i));
    const goTo = button(op, `Go to move ${i + 1}, ${op}`, () => this.#pick(i + 1));
    const away = button("×", `Take move ${i + 1} away`, () => this.#change(this.#moves.toSpliced(i, 1)));
    item.append(goTo, "(", input, ")", away);
    return item;
  }

  /** @param {HTMLInputElement} input @param {Move | undefined} move */
  #fill(input, move) {
    if (move && document.activeElement !== input) input.value = argumentsText(move);
    input.size = Math.max(3, input.value.length);
  }

  /** @param {HTMLInputElement} input @param {Op} op @param {number} i */
  #try(input, op, i) {
    const move = readMove(op, input.value);
    if (!move) return this.#wrong.of(input).wait();
    this.#wrong.clear();
    this.dispatchEvent(new CustomEvent("movesinput", { detail: { moves: this.#moves.with(i, move) } }));
  }

  /** @param {HTMLInputElement} input @param {Op} op @param {number} i */
  #typed(input, op, i) {
    const move = readMove(op, input.value);
    this.#wrong.clear();
    if (move) return this.#change(this.#moves.with(i, move));
    this.#wrong.of(input).tell(moveUnreadable(op, input.value), (text) => {
      input.value = text;
      input.focus();
      this.#typed(input, op, i);
    });
  }

  /** @param {number} step */
  #pick(step) {
    this.dispatchEvent(new CustomEvent("movepick", { detail: { step } }));
  }

  /** @param {readonly Move[]} moves */
  #change(moves) {
    this.#wrong.clear();
    this.dispatchEvent(new CustomEvent("moveschange", { detail: { moves } }));
  }
}

/** @param {string} text @param {string} name @param {() => void} act */
function button(text, name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = text;
  made.ariaLabel = name;
  made.addEventListener("click", act);
  return made;
}

customElements.define("move-chain", MoveChain);
