/**
 * Which variable is nudged, and by how much.
 *
 * In: `show(names, {name, by})`. Out: `nudge` with `{name, by}`.
 */

export class NudgeField extends HTMLElement {
  #name = document.createElement("select");
  #by = document.createElement("input");

  connectedCallback() {
    Object.assign(this.#by, { type: "number", step: "any", required: true });
    this.#name.ariaLabel = "Variable to be nudged";
    this.replaceChildren(labelled("nudge", this.#name), labelled("by ε =", this.#by));
    this.addEventListener("input", () => this.#tell());
    this.addEventListener("change", (event) => event.stopPropagation());
  }

  /** @param {readonly string[]} names @param {{name: string, by: number}} nudge */
  show(names, { name, by }) {
    const options = [...this.#name.options].map(({ value }) => value);
    if (options.join() !== names.join()) this.#name.replaceChildren(...names.map((each) => new Option(each, each)));
    this.#name.value = name;
    if (this.#by.valueAsNumber !== by) this.#by.valueAsNumber = by;
  }

  #tell() {
    if (!this.#by.checkValidity()) return;
    const detail = { name: this.#name.value, by: this.#by.valueAsNumber };
    this.dispatchEvent(new CustomEvent("nudge", { bubbles: true, detail }));
  }
}

/** @param {string} text @param {HTMLElement} control */
function labelled(text, control) {
  const label = document.createElement("label");
  label.append(text, control);
  return label;
}

customElements.define("nudge-field", NudgeField);
