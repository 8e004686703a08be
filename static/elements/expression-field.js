/**
 * An expression to be typed; where it cannot be read, the place is underlined.
 *
 * In: `data-name`, `data-label`, `show(text)`, `mark(place)` with a `{start, end}` of the text, or null. Out: `expressioninput`
 * whenever somebody pauses while typing, `expressionchange` when the text is settled, both with `{name, expression}`.
 * @typedef {{start: number, end: number}} TextPlace
 */

/** Milliseconds without a key, so that nobody is corrected in the middle of a word. */
const PAUSE = 250;

export class ExpressionField extends HTMLElement {
  #text = document.createElement("textarea");
  #ground = document.createElement("span");
  #settled = "";
  #timer = 0;

  connectedCallback() {
    const [label, title, sheet] = [document.createElement("label"), document.createElement("span"), document.createElement("span")];
    title.className = "label";
    title.textContent = this.dataset.label ?? "Expression";
    sheet.className = "expression-sheet";
    this.#ground.ariaHidden = "true";
    this.#text.rows = 1;
    this.#text.spellcheck = false;
    this.#text.autocapitalize = "off";
    sheet.append(this.#ground, this.#text);
    label.append(title, sheet);
    this.replaceChildren(label);
    this.#text.addEventListener("input", () => this.#type());
    this.#text.addEventListener("change", () => this.#settle());
    this.#text.addEventListener("keydown", (event) => event.key === "Enter" && this.#enter(event));
  }

  /** @param {string} text */
  show(text) {
    this.#settled = text;
    if (this.#text.value !== text) this.#text.value = text;
    this.mark(null);
  }

  /** @param {TextPlace | null} place of what cannot be read */
  mark(place) {
    const { value } = this.#text;
    this.#text.ariaInvalid = place ? "true" : null;
    this.#ground.replaceChildren(...(place ? marked(value, place) : []));
  }

  #type() {
    this.mark(null);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell("expressioninput"), PAUSE);
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    event.preventDefault();
    this.#settle();
  }

  #settle() {
    clearTimeout(this.#timer);
    this.#tell("expressionchange");
  }

  /** @param {string} moment */
  #tell(moment) {
    const expression = this.#text.value.replace(/\s*\n\s*/g, " ");
    if (moment === "expressioninput" && expression === this.#settled) return;
    this.#settled = expression;
    this.dispatchEvent(new CustomEvent(moment, { bubbles: true, detail: { name: this.dataset.name ?? "", expression } }));
  }
}

/** What is wrong at the end of the text is a place of its own. @param {string} text @param {TextPlace} place */
function marked(text, { start, end }) {
  const wrong = document.createElement("mark");
  wrong.textContent = text.slice(start, Math.max(end, start + 1)) || " ";
  return [text.slice(0, start), wrong, text.slice(Math.max(end, start + 1))];
}

customElements.define("expression-field", ExpressionField);
