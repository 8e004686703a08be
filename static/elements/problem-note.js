/**
 * What went wrong and what to do about it, where it happened.
 *
 * In: `show(problem, ...actions)`, `clear()`. An action is what can be done at once: `{label, run}`.
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
   * @param {...(Action | null)} actions
   */
  show({ code, what, expected, got, hint }, ...actions) {
    this.code = code;
    const lines = [
      line("b", what),
      expected && line("span", `Expected: ${expected}`),
      got && line("span", `Got: ${got}`),
      hint && line("span", hint),
      buttons(actions.filter((action) => action !== null)),
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

/** @param {readonly Action[]} actions */
function buttons(actions) {
  if (actions.length === 0) return null;
  const row = document.createElement("div");
  row.className = "row";
  row.append(...actions.map(button));
  return row;
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
