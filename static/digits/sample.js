import { columnsSeen } from "../lib/columns-seen.js";
import { SIZES } from "../lib/digits-api.js";
import { whole } from "../lib/numbers.js";
import { SIDE } from "../lib/preprocess.js";
import { place, say } from "../elements/say.js";

/** @typedef {import("../lib/digits-api.js").Digit} Digit */
/** @typedef {import("../lib/digits-api.js").Split} Split */
/** @typedef {import("../elements/pixel-table.js").PixelTable} PixelTable */
/** @typedef {import("../elements/pixel-picture.js").PixelPicture} PixelPicture */

/** One digit, large: its numbers, and what sample, label and class mean on it. */
export class Sample {
  /** @type {PixelTable} */ #table;
  /** @type {PixelPicture} */ #picture;
  /** @type {HTMLElement} */ #room;
  /** @type {HTMLAnchorElement} */ #link;
  #boxes;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#table = /** @type {PixelTable} */ (root.querySelector("pixel-table"));
    this.#picture = /** @type {PixelPicture} */ (root.querySelector("pixel-picture"));
    this.#room = /** @type {HTMLElement} */ (root.querySelector(".scroll"));
    this.#link = /** @type {HTMLAnchorElement} */ (root.querySelector("header a"));
    this.#boxes = [...root.querySelectorAll(".class-boxes li")];
    this.#room.addEventListener("scroll", () => this.#sayColumns(), { passive: true });
    new ResizeObserver(() => this.#sayColumns()).observe(this.#room);
  }

  /** @param {Digit} digit @param {Split} split */
  show({ index, label, pixels }, split) {
    say("name", `${split}_images[${index}]`);
    say("image", `${split}_images[${index}]`);
    this.#link.href = `/draw?digit=${index}`;
    this.#link.hidden = split !== "test";
    place("no-draw").hidden = split === "test";
    say("label", String(label));
    say("label-code", `${split}_labels[${index}] = ${label}`);
    this.#boxes.forEach((box, i) => box.toggleAttribute("data-chosen", i === label));
    this.#table.show(pixels);
    const sentence = `Sample ${index} of the ${split} set, a handwritten ${label}.`;
    this.#picture.show({ values: pixels.flat(), columns: pixels.length, full: 255, sentence });
  }

  /**
   * The set around it.
   * @param {{label: number, total: number, labels: string}} about  how many samples have its label; all labels
   * @param {Split} split
   */
  showSet({ label, total, labels }, split) {
    say("labels", `${split}_labels = ${labels}`);
    const share = `${whole(total)} of the ${whole(SIZES[split])} samples are a ${label}`;
    say("class", `One of the ten answers there are: ${share}.`);
  }

  /** Where the table is wider than the screen, begin with that cell in the middle. @param {number} cell */
  reveal(cell) {
    const share = (1.5 + (cell % SIDE)) / (SIDE + 1);
    this.#room.scrollLeft = share * this.#room.scrollWidth - this.#room.clientWidth / 2;
  }

  /** What is left out must be said. */
  #sayColumns() {
    say("columns", columnsSeen(this.#room, SIDE));
  }

  /** @param {Digit} digit @param {number} cell */
  point({ pixels }, cell) {
    const [row, column] = [Math.floor(cell / pixels.length), cell % pixels.length];
    this.#table.point(cell);
    say("cell", `row ${row}, column ${column}: ${pixels[row]?.[column]}`);
  }
}
