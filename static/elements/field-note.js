/**
 * What is wrong with the text of a field, told below it until it is mended.
 *
 * In: `of(field)`, `wait()` while somebody still types, `tell(unreadable, write)`, `clear()`; `data-unread` while the text cannot be read. Out: `unread` when that begins.
 */

import { ProblemNote } from "./problem-note.js";

let notes = 0;

export class FieldNote extends ProblemNote {
  /** @type {HTMLElement | null} */ #field = null;

  /** @param {HTMLElement} field */
  of(field) {
    this.id ||= `field-note-${(notes += 1)}`;
    this.#field = field;
    field.setAttribute("aria-describedby", this.id);
    return this;
  }

  /**
   * @param {import("../lib/unreadable.js").Unreadable} unreadable
   * @param {(text: string) => void} write puts another text into the field
   */
  tell({ problem, rewritings }, write) {
    this.show(problem, ...rewritings.map(({ title, text }) => ({ label: title, run: () => write(text) })));
    if (this.#field) this.#field.ariaInvalid = "true";
    this.#hold();
  }

  /** The text cannot be read yet. */
  wait() {
    this.clear();
    this.#hold();
  }

  /** @override Nothing is wrong any more. */
  clear() {
    super.clear();
    if (this.#field) this.#field.ariaInvalid = null;
    this.toggleAttribute("data-unread", false);
  }

  #hold() {
    this.toggleAttribute("data-unread", true);
    this.dispatchEvent(new CustomEvent("unread", { bubbles: true }));
  }
}

customElements.define("field-note", FieldNote);
