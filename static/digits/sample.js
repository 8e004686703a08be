import { SIZES } from "../lib/digits-api.js";
import { whole } from "../lib/numbers.js";
import { say } from "../elements/say.js";

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
  }

  /** @param {Digit} digit @param {Split} split */
  show({ index, label, pixels }, split) {
    say("name", `${split}_images[${index}]`);
    say("image", `${split}_images[${index}]`);
    this.#link.href = `/draw?digit=${index}`;
    this.#link.hidden = split !== "test";
    say("label", String(label));
    say("label-code", `${split}_labels[${index}] = ${label}`);
    this.#boxes.forEach((box, i) => box.toggleAttribute("data-chosen", i === label));
    this.#table.show(pixels);
    const sentence = `Sample ${index} of the ${split} set, a handwritten ${label}.`;
    this.#picture.show({ values: pixels.flat(), columns: pixels.length, full: 255, sentence });
  }

  /** @param {number} label @param {number} count  samples of this class @param {Split} split */
  showClass(label, count, split) {
    const share = `${whole(count)} of the ${whole(SIZES[split])} samples are a ${label}`;
    say("class", `One of the ten answers there are: ${share}.`);
  }

  /** Where the table is wider than the screen, begin with that cell in the middle. @param {number} cell */
  reveal(cell) {
    const share = (1.5 + (cell % 28)) / 29;
    this.#room.scrollLeft = share * this.#room.scrollWidth - this.#room.clientWidth / 2;
  }

  /** @param {Digit} digit @param {number} cell */
  point({ pixels }, cell) {
    const [row, column] = [Math.floor(cell / pixels.length), cell % pixels.length];
    this.#table.point(cell);
    say("cell", `row ${row}, column ${column}: ${pixels[row]?.[column]}`);
  }
}
