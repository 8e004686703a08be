import { PixelPicture } from "./pixel-picture.js";

/**
 * Digits in a grid, each a link to where more is to be seen of it.
 *
 * In: `show(links)`; what is there changes in place, so that nothing flickers and the focus stays.
 * @typedef {object} DigitLink
 * @property {string} href
 * @property {readonly (readonly number[])[]} pixels
 * @property {string} caption
 * @property {string} sentence  what it is, for those who do not see it
 */

export class DigitLinks extends HTMLElement {
  #list = document.createElement("ol");

  connectedCallback() {
    this.#list.className = "digit-links";
    this.replaceChildren(this.#list);
  }

  /** @param {readonly DigitLink[]} links */
  show(links) {
    while (this.#list.childElementCount > links.length) this.#list.lastElementChild?.remove();
    while (this.#list.childElementCount < links.length) this.#list.append(emptyItem());
    links.forEach((link, i) => fill(/** @type {Element} */ (this.#list.children[i]), link));
  }
}

function emptyItem() {
  const [item, link, caption] = [document.createElement("li"), document.createElement("a"), document.createElement("span")];
  const picture = new PixelPicture();
  picture.dataset.still = "";
  picture.ariaHidden = "true";
  caption.ariaHidden = "true";
  caption.className = "number";
  link.append(picture, caption);
  item.append(link);
  return item;
}

/** @param {Element} item @param {DigitLink} link */
function fill(item, { href, pixels, caption, sentence }) {
  const anchor = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  const picture = /** @type {PixelPicture} */ (item.querySelector("pixel-picture"));
  const words = /** @type {HTMLElement} */ (item.querySelector("span"));
  anchor.href = href;
  anchor.ariaLabel = `${caption}: ${sentence}`; // begins with what is seen, so that it can be spoken to
  anchor.title = sentence;
  words.textContent = caption;
  picture.show({ values: pixels.flat(), columns: pixels.length, full: 255, sentence: "" });
}

customElements.define("digit-links", DigitLinks);
