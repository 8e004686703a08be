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
  /** @type {readonly Action[]} */ #actions = [];

  connectedCallback() {
    this.role = "status";
  }

  /**
   * @param {Problem} problem
   * @param {...(Action | null)} actions
   */
  show({ code, what, expected, got, hint }, ...actions) {
    this.code = code;
    this.#actions = actions.filter((action) => action !== null);
    const lines = [
      line("b", what),
      expected && line("span", `Expected: ${expected}`),
      got && line("span", `Got: ${got}`),
      hint && line("span", hint),
      this.#buttons(),
    ];
    const note = document.createElement("div");
    note.className = "notice trouble stack small";
    note.append(...lines.filter((part) => part instanceof HTMLElement));
    // What stands there already stays: a press that leaves a field asks the same again, and must end on its button.
    if (!this.firstElementChild?.isEqualNode(note)) this.replaceChildren(note);
  }

  clear() {
    this.code = "";
    this.replaceChildren();
  }

  #buttons() {
    if (this.#actions.length === 0) return null;
    const row = document.createElement("div");
    row.className = "row";
    row.append(...this.#actions.map(({ label }, i) => button(label, () => this.#actions[i]?.run())));
    return row;
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

/** @param {string} label @param {() => void} run */
function button(label, run) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", run);
  return element;
}

customElements.define("problem-note", ProblemNote);
