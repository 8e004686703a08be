import { gridWalk } from "../lib/grid-walk.js";
import { cellWords } from "../lib/confusion.js";

/**
 * How many digits of each class (row) were taken for each class (column); a cell can be asked and chosen.
 *
 * In: `show(confusion)`, `choose(cell)` with the index of a cell or null. Out: `cellpoint` with `{text}`, "" when nothing
 * is pointed at any more; `cellchoose` with `{cell}`, null when the chosen one was chosen again.
 */

const CLASSES = 10;
const TABLE = { rows: CLASSES, columns: CLASSES };

export class ConfusionMatrix extends HTMLElement {
  /** @type {HTMLTableCellElement[]} */ #cells = [];
  /** @type {readonly (readonly number[])[]} */ #confusion = [];
  /** @type {number | null} */ #chosen = null;
  #pointed = -1;

  connectedCallback() {
    const table = document.createElement("table");
    table.role = "grid";
    table.ariaLabel = "Confusion matrix: rows are what a digit is, columns what the network takes it for";
    this.#fill(table);
    this.replaceChildren(table);
    table.addEventListener("pointerover", ({ target }) => this.#tell(this.#indexOf(target)));
    table.addEventListener("pointerleave", () => this.#tell(-1));
    table.addEventListener("focusin", ({ target }) => this.#come(this.#indexOf(target)));
    table.addEventListener("focusout", () => this.#tell(-1));
    table.addEventListener("click", ({ target }) => this.#press(this.#indexOf(target)));
    table.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** @param {readonly (readonly number[])[]} confusion */
  show(confusion) {
    this.#confusion = confusion;
    this.#cells.forEach((cell, index) => this.#write(cell, index));
    this.#tell(this.#pointed);
  }

  /** @param {number | null} cell */
  choose(cell) {
    this.#chosen = cell;
    this.#cells.forEach((each, index) => (each.ariaSelected = String(index === cell)));
  }

  /** @param {HTMLTableElement} table */
  #fill(table) {
    const head = table.createTHead().insertRow();
    head.append(document.createElement("td"), ...Array.from(TABLE_HEADS, (name) => header("col", name)));
    for (const name of TABLE_HEADS) {
      const row = table.insertRow();
      row.append(header("row", name));
      for (let column = 0; column < CLASSES; column++) this.#cells.push(row.insertCell());
    }
    this.#cells.forEach((cell, index) => prepare(cell, index));
  }

  /** @param {HTMLTableCellElement} cell @param {number} index */
  #write(cell, index) {
    const row = this.#confusion[Math.floor(index / CLASSES)] ?? [];
    const count = row[index % CLASSES] ?? 0;
    const share = count / (row.reduce((sum, each) => sum + each, 0) || 1);
    const text = count === 0 ? "" : String(count);
    if (cell.textContent === text) return;
    cell.textContent = text;
    // The root, so that a few mistakes are seen beside a thousand right answers.
    cell.style.setProperty("--intensity", String(Math.sqrt(share)));
    cell.ariaLabel = cellWords(this.#confusion, index);
  }

  /** @param {EventTarget | null} target */
  #indexOf(target) {
    return this.#cells.findIndex((cell) => cell === target);
  }

  /** @param {number} index */
  #come(index) {
    this.#cells.forEach((cell, i) => (cell.tabIndex = i === index ? 0 : -1));
    this.#tell(index);
  }

  /** @param {number} index */
  #tell(index) {
    this.#pointed = index;
    const text = index < 0 ? "" : cellWords(this.#confusion, index);
    this.dispatchEvent(new CustomEvent("cellpoint", { detail: { text } }));
  }

  /** @param {number} index */
  #press(index) {
    if (index < 0) return;
    const cell = index === this.#chosen ? null : index;
    this.choose(cell);
    this.dispatchEvent(new CustomEvent("cellchoose", { detail: { cell } }));
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const index = this.#indexOf(event.target);
    if (index < 0) return;
    const next = gridWalk(event, index, TABLE);
    const chooses = event.key === "Enter" || event.key === " ";
    if (next === null && !chooses) return;
    event.preventDefault();
    if (chooses) this.#press(index);
    else this.#cells[next ?? index]?.focus();
  }
}

const TABLE_HEADS = Array.from({ length: CLASSES }, (_, label) => String(label));

/** @param {"row" | "col"} scope @param {string} text */
function header(scope, text) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

/** @param {HTMLTableCellElement} cell @param {number} index */
function prepare(cell, index) {
  cell.role = "gridcell";
  cell.className = "intensity";
  cell.tabIndex = index === 0 ? 0 : -1;
  cell.ariaSelected = "false";
  cell.toggleAttribute("data-right", Math.floor(index / CLASSES) === index % CLASSES);
}

customElements.define("confusion-matrix", ConfusionMatrix);
