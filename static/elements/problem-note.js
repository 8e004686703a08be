/**
 * What went wrong and what to do about it, where it happened.
 *
 * In: `show(problem, action?)`, `clear()`. `action` is what can be done at once: `{label, run}`.
 * @typedef {import("../lib/run-events.js").Problem} Problem
 * @typedef {{label: string, run: () => void}} Action
 */
export class ProblemNote extends HTMLElement {
  /** Code of what is shown, "" if nothing is. */
  code = "";

  connectedCallback() {
    this.role = "status";
  }

  /**
   * @param {Problem} problem
   * @param {Action | null} [action]
   */
  show({ code, what, expected, got, hint }, action = null) {
    this.code = code;
    const lines = [
      line("b", what),
      expected && line("span", `Expected: ${expected}`),
      got && line("span", `Got: ${got}`),
      hint && line("span", hint),
      action && button(action),
    ];
    const note = document.createElement("div");
    note.className = "notice trouble stack small";
    note.append(...lines.filter((part) => part instanceof HTMLElement));
    this.replaceChildren(note);
  }

  clear() {
    this.code = "";
    this.replaceChildren();
  }
}

/**
 * @param {"b" | "span"} tag
 * @param {string} text
 */
function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** @param {Action} action */
function button({ label, run }) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", run);
  return element;
}

customElements.define("problem-note", ProblemNote);
