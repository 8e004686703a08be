import { short } from "../lib/numbers.js";
import { fromWire } from "../lib/wire.js";
import { placeText } from "../lib/training-step.js";
import { PixelPicture } from "./pixel-picture.js";

/**
 * The exact numbers around one number, and the column of a first layer as an image.
 *
 * In: `show(element)`. Out: `numberchoose` with `{tensor, index}`.
 * @typedef {import("../lib/training-step.js").Element} Element
 */

const SIDE = 28;

export class NumberWindow extends HTMLElement {
  /** @type {Element | null} */ #element = null;
  #table = document.createElement("table");
  #figure = document.createElement("figure");
  #caption = document.createElement("figcaption");
  #image = new PixelPicture();

  connectedCallback() {
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.append(this.#table);
    this.#caption.className = "code";
    this.#figure.append(this.#caption, this.#image);
    this.replaceChildren(scroll, this.#figure);
    this.#table.addEventListener("click", ({ target }) => this.#choose(/** @type {Element & HTMLElement} */ (target).closest("button")?.dataset.index));
    this.#image.addEventListener("click", () => this.#chooseRow(this.#image.index));
    this.#image.addEventListener("keydown", ({ key }) => key === "Enter" && this.#chooseRow(this.#image.index));
  }

  /** @param {Element} element */
  show(element) {
    this.#element = element;
    this.#fill(element);
    this.#paint(element);
  }

  /** @param {Element} element */
  #fill({ tensor, index, window: { origin, values } }) {
    const [row, column] = origin;
    const caption = document.createElement("caption");
    caption.className = "small quiet";
    caption.textContent = `The numbers around ${placeText(tensor, index)}`;
    const head = document.createElement("tr");
    head.append(headCell("", "col"), ...(values[0] ?? []).map((_, j) => headCell(String(column + j), "col")));
    const rows = values.map((line, i) => {
      const made = document.createElement("tr");
      const place = (/** @type {number} */ j) => [row + i, column + j].slice(2 - index.length);
      made.append(headCell(index.length === 2 ? String(row + i) : "", "row"), ...line.map((value, j) => numberCell(tensor, place(j), fromWire(value), String(place(j)) === String(index))));
      return made;
    });
    this.#table.replaceChildren(caption, head, ...rows);
  }

  /** @param {Element} element */
  #paint({ tensor, index, image }) {
    this.#figure.hidden = !image;
    if (!image) return;
    const [row = 0, column = 0] = index;
    const values = image.flat().map(fromWire);
    this.#caption.textContent = `${tensor}[:, ${column}] as 28 × 28`;
    const full = Math.max(...values.map(Math.abs).filter(Number.isFinite), 0);
    this.#image.show({ values, columns: SIDE, full, sentence: `${tensor}, column ${column}, one number for each pixel.`, tell: (k) => `${placeText(tensor, [k, column])} = ${short(values[k] ?? 0)}` });
    this.#image.point(row);
  }

  /** @param {string | undefined} index */
  #choose(index) {
    if (index === undefined || !this.#element) return;
    const place = index === "" ? [] : index.split(",").map(Number);
    this.dispatchEvent(new CustomEvent("numberchoose", { detail: { tensor: this.#element.tensor, index: place } }));
  }

  /** @param {number} row */
  #chooseRow(row) {
    if (row >= 0) this.#choose(`${row},${this.#element?.index[1] ?? 0}`);
  }
}

/** @param {string} text @param {"row" | "col"} scope */
function headCell(text, scope) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.className = "number";
  cell.textContent = text;
  return cell;
}

/** @param {string} tensor @param {readonly number[]} place @param {number} value @param {boolean} isHere */
function numberCell(tensor, place, value, isHere) {
  const [cell, button] = [document.createElement("td"), document.createElement("button")];
  cell.className = "number";
  button.type = "button";
  button.className = "plain code";
  button.dataset.index = place.join();
  button.textContent = short(value);
  button.ariaLabel = `${placeText(tensor, place)} = ${short(value)}`;
  button.ariaCurrent = isHere ? "true" : null;
  cell.append(button);
  return cell;
}

customElements.define("number-window", NumberWindow);
