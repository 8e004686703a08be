/**
 * Saves the picture that stands before it, as SVG or as PNG.
 *
 * In: `data-title`, what the picture is called.
 */

import { pictureName } from "../lib/picture-name.js";
import { pngOf, svgOf } from "./picture-file.js";

const KEPT_FOR = 60_000;

export class SavePicture extends HTMLElement {
  #trouble = document.createElement("span");

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = `Save picture: ${this.#title}`;
    this.#trouble.role = "status";
    this.replaceChildren("Save ", this.#button("svg"), " · ", this.#button("png"), " ", this.#trouble);
  }

  get #title() {
    return this.dataset.title ?? "";
  }

  /** @param {"svg" | "png"} kind */
  #button(kind) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = kind.toUpperCase();
    button.ariaLabel = `${button.textContent}: save ${this.#title}`;
    button.addEventListener("click", () => void this.#save(kind));
    return button;
  }

  /** Not every browser lets a page paint such a picture. @param {"svg" | "png"} kind */
  async #save(kind) {
    this.#trouble.textContent = "";
    const picture = /** @type {HTMLElement} */ (this.previousElementSibling);
    if (kind === "svg") return this.#hand(svgOf(picture, this.#title), kind);
    try {
      this.#hand(await pngOf(picture, this.#title), kind);
    } catch {
      this.#trouble.textContent = "This browser cannot paint it: save the SVG.";
    }
  }

  /** @param {Blob} file @param {"svg" | "png"} kind */
  #hand(file, kind) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = pictureName(location.pathname, this.#title, kind);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR); // by then every browser has read it
  }
}

customElements.define("save-picture", SavePicture);
