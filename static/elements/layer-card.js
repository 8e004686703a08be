/**
 * One dense layer of the plane in numbers: W, b and relu, each to be typed, with what kind of map it is.
 *
 * In: `show(layer, index, isOnly)`, `name(map)`, `current`. Out: `layeredit` with `{index, layer, rests}`; `layerselect` and
 * `layerremove` with `{index}`.
 */

import { numberText } from "../lib/plane-words.js";

/** @typedef {import("../lib/plane.js").Layer} Layer */
/** @typedef {{kind: string, determinant: number}} Named */

const MOST = 1000;
let cards = 0;
const STEP = 0.1;

export class LayerCard extends HTMLElement {
  /** @type {Layer} */ #layer = { W: [[1, 0], [0, 1]], b: [0, 0], relu: false };
  #index = 0;
  #title = document.createElement("b");
  #remove = document.createElement("button");
  #relu = document.createElement("input");
  #named = document.createElement("p");
  #wrong = document.createElement("p");
  #fields = [0, 1].flatMap((row) => [0, 1, 2].map((column) => this.#field(row, column)));

  connectedCallback() {
    this.role = "group";
    this.#remove.type = "button";
    this.#remove.className = "plain";
    this.#remove.textContent = "Remove";
    this.#remove.addEventListener("click", () => this.#tell("layerremove"));
    this.#relu.type = "checkbox";
    this.#relu.addEventListener("change", () => this.#edit({ ...this.#layer, relu: this.#relu.checked }));
    this.#named.className = "small quiet";
    this.#wrong.className = "small trouble-text";
    this.#wrong.role = "status";
    this.#wrong.id = `layer-card-${(cards += 1)}`;
    this.replaceChildren(this.#head(), this.#formula(), this.#wrong, this.#named);
    this.addEventListener("focusin", ({ target }) => target !== this.#remove && target !== this.#relu && this.#tell("layerselect"));
  }

  /** @param {boolean} current whether its arrows are those on the plane */
  set current(current) {
    this.toggleAttribute("data-current", current);
  }

  /** @param {Layer} layer @param {number} index @param {boolean} isOnly */
  show(layer, index, isOnly) {
    if (JSON.stringify(layer) !== JSON.stringify(this.#layer)) this.#mend();
    this.#layer = layer;
    this.#index = index;
    this.ariaLabel = `Layer ${index + 1}`;
    this.#title.textContent = `Layer ${index + 1}`;
    this.#remove.hidden = isOnly;
    this.#remove.ariaLabel = `Remove layer ${index + 1}`;
    this.#relu.checked = layer.relu;
    for (const { input, row, column } of this.#fields) {
      input.ariaLabel = `${column === 2 ? "b" : "W"}${index + 1}[${column === 2 ? row : `${row}, ${column}`}]`;
      const value = this.#value(row, column);
      if (input.ariaInvalid !== "true" && (document.activeElement !== input || readNumber(input.value) !== value)) input.value = numberText(value);
    }
  }

  /** @param {Named} map */
  name({ kind, determinant }) {
    this.#named.textContent = `${kind}; determinant ${numberText(determinant)}`;
  }

  #head() {
    const [head, relu] = [document.createElement("p"), document.createElement("label")];
    head.className = "layer-head";
    relu.className = "check";
    relu.append(this.#relu, "relu");
    head.append(this.#title, relu, this.#remove);
    return head;
  }

  #formula() {
    const [formula, W, b] = [document.createElement("div"), document.createElement("div"), document.createElement("div")];
    formula.className = "layer-formula";
    W.className = b.className = "brackets";
    for (const { input, column } of this.#fields) (column === 2 ? b : W).append(input);
    formula.append(W, text("x +"), b);
    return formula;
  }

  /** @param {number} row @param {number} column the third is b */
  #field(row, column) {
    const input = document.createElement("input");
    input.type = "text";
    input.inputMode = "decimal";
    input.autocomplete = "off";
    if (column < 2) input.dataset.axis = String(column);
    input.addEventListener("change", () => this.#type(input, row, column));
    input.addEventListener("keydown", (event) => this.#press(event, row, column));
    return { input, row, column };
  }

  /** @param {number} row @param {number} column */
  #value(row, column) {
    return (column === 2 ? this.#layer.b[row] : this.#layer.W[row]?.[column]) ?? 0;
  }

  /** @param {HTMLInputElement} input @param {number} row @param {number} column */
  #type(input, row, column) {
    const value = readNumber(input.value);
    this.#mend();
    if (value !== null) this.#set(row, column, value);
    else this.#refuse(input, numberText(this.#value(row, column)));
  }

  /** @param {HTMLInputElement} input @param {string} kept */
  #refuse(input, kept) {
    input.ariaInvalid = "true";
    input.setAttribute("aria-describedby", this.#wrong.id);
    this.#wrong.textContent = `“${input.value}” is not a number from ${numberText(-MOST)} to ${MOST}, so ${input.ariaLabel} stays ${kept}.`;
  }

  #mend() {
    this.#wrong.textContent = "";
    for (const { input } of this.#fields) {
      input.ariaInvalid = null;
      input.removeAttribute("aria-describedby");
    }
  }

  /** @param {KeyboardEvent} event @param {number} row @param {number} column */
  #press(event, row, column) {
    const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!by) return;
    event.preventDefault();
    this.#mend();
    this.#set(row, column, Math.max(-MOST, Math.min(MOST, Number((this.#value(row, column) + by).toFixed(3)))));
  }

  /** @param {number} row @param {number} column @param {number} value */
  #set(row, column, value) {
    const { W, b } = this.#layer;
    const entries = [[...W[0]], [...W[1]], [...b]];
    /** @type {number[]} */ (entries[column === 2 ? 2 : row])[column === 2 ? row : column] = value;
    const [top, bottom, bias] = /** @type {[[number, number], [number, number], [number, number]]} */ (entries);
    this.#edit({ ...this.#layer, W: [top, bottom], b: bias });
  }

  /** @param {Layer} layer */
  #edit(layer) {
    this.#tell("layeredit", { layer, rests: true });
  }

  /** @param {string} what @param {object} [more] */
  #tell(what, more = {}) {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, detail: { index: this.#index, ...more } }));
  }
}

/** @param {string} typed @returns {number | null} */
function readNumber(typed) {
  const value = typed.trim() === "" ? NaN : Number(typed.replace("−", "-"));
  return Math.abs(value) <= MOST ? value : null;
}

/** @param {string} words */
function text(words) {
  const element = document.createElement("span");
  element.className = "code";
  element.textContent = words;
  return element;
}

customElements.define("layer-card", LayerCard);
