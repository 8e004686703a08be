import { SIZES } from "../lib/digits-api.js";
import { whole } from "../lib/numbers.js";
import { readIndex } from "../lib/sample-index.js";
import { say } from "../elements/say.js";
import { PixelPicture } from "../elements/pixel-picture.js";

/** @typedef {import("../lib/digits-api.js").Digit} Digit */
/** @typedef {import("../lib/digits-api.js").DigitsPage} DigitsPage */
/** @typedef {import("./link.js").State} State */

export const PAGE = 24;

/** Which samples are on the page: set, class, place; and the grid that shows them. */
export class Browse {
  #form;
  #thumbs;
  #pager;
  #change;

  /** @param {HTMLElement} root @param {(change: Partial<State>) => void} change */
  constructor(root, change) {
    this.#form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    this.#thumbs = /** @type {HTMLElement} */ (root.querySelector(".thumbs"));
    this.#pager = /** @type {HTMLElement} */ (root.querySelector(".pager"));
    this.#change = change;
    this.#form.addEventListener("change", (event) => this.#choose(/** @type {HTMLInputElement} */ (event.target)));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#thumbs.addEventListener("click", (event) => this.#pick(/** @type {HTMLElement} */ (event.target)));
  }

  /** @param {DigitsPage} page @param {State} state */
  show(page, state) {
    this.#check("split", state.split);
    this.#check("label", String(state.label ?? ""));
    this.#goto.value = String(state.index);
    this.#goto.ariaInvalid = "false";
    say("go", "");
    this.#goto.ariaLabel = `Go to sample, 0 to ${whole(SIZES[state.split] - 1)}`;
    this.#showThumbs(page);
    for (const button of this.#thumbs.querySelectorAll("button")) {
      button.ariaPressed = String(Number(button.dataset.index) === state.index);
    }
    this.#showPager(page);
  }

  /**
   * Only other samples make other buttons, so that a button that was pressed keeps the focus.
   * @param {DigitsPage} page
   */
  #showThumbs({ split, digits }) {
    const name = `${split} ${digits.map(({ index }) => index)}`;
    if (name === this.#thumbs.dataset.shown) return;
    this.#thumbs.dataset.shown = name;
    const pictures = digits.map(thumb);
    this.#thumbs.replaceChildren(...pictures.map(({ item }) => item));
    for (const { draw } of pictures) draw();
  }

  get #goto() {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem("index"));
  }

  /** @param {string} name @param {string} value */
  #check(name, value) {
    /** @type {RadioNodeList} */ (this.#form.elements.namedItem(name)).value = value;
  }

  /** @param {DigitsPage} page */
  #showPager({ start, total, digits }) {
    const range = digits.length === 0 ? "none" : `${whole(start)} to ${whole(start + digits.length - 1)}`;
    say("range", `${range} of ${whole(total)}`);
    for (const button of this.#pager.querySelectorAll("button")) {
      const next = start + Number(button.dataset.turn) * PAGE;
      button.disabled = next >= total || next <= -PAGE;
      button.onclick = () => this.#change({ start: Math.max(0, next) });
    }
  }

  /** @param {HTMLInputElement} input */
  #choose({ name, value }) {
    if (name === "split") this.#change({ split: value === "test" ? "test" : "train", start: 0, index: 0, cell: null });
    if (name === "label") this.#change({ label: value === "" ? null : Number(value), start: 0 });
    if (name === "index") this.#goTo(readIndex(value, this.#size));
  }

  /** A sample by its place in the whole set. @param {number | null} index  null when there is no such sample */
  #goTo(index) {
    if (index !== null) return this.#change({ label: null, start: index - (index % PAGE), index, cell: null });
    this.#goto.ariaInvalid = "true";
    say("go", `Samples go from 0 to ${whole(this.#size - 1)}.`);
  }

  /** Samples in the set that is chosen. */
  get #size() {
    const { value } = /** @type {RadioNodeList} */ (this.#form.elements.namedItem("split"));
    return value === "test" ? SIZES.test : SIZES.train;
  }

  /** @param {HTMLElement} target */
  #pick(target) {
    const index = target.closest("button")?.dataset.index;
    if (index !== undefined) this.#change({ index: Number(index), cell: null });
  }
}

/** @param {Digit} digit */
function thumb({ index, label, pixels }) {
  const [item, button, place] = [create("li"), create("button"), create("span")];
  const picture = new PixelPicture();
  picture.dataset.still = "";
  picture.ariaHidden = "true";
  place.className = "small quiet number";
  place.textContent = whole(index);
  button.type = "button";
  button.dataset.index = String(index);
  button.ariaLabel = `Sample ${index}, label ${label}`;
  button.append(picture, place);
  item.append(button);
  const draw = () => picture.show({ values: pixels.flat(), columns: pixels.length, full: 255, sentence: "" });
  return { item, draw };
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag */
function create(tag) {
  return document.createElement(tag);
}
