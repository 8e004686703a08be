/**
 * Saves the picture that stands before it, as SVG or as PNG.
 *
 * In: `data-title`, what the picture is called.
 */

import { pictureName } from "../lib/picture-name.js";
import { pictureOf, pngOf } from "./picture-file.js";

const KEPT_FOR = 60_000;

export class SavePicture extends HTMLElement {
  connectedCallback() {
    this.role = "group";
    this.ariaLabel = `Save picture: ${this.#title}`;
    this.replaceChildren("Save ", this.#button("svg"), " · ", this.#button("png"));
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

  /** @param {"svg" | "png"} kind */
  async #save(kind) {
    const picture = pictureOf(/** @type {HTMLElement} */ (this.previousElementSibling), this.#title);
    const file = kind === "png" ? await pngOf(picture) : new Blob([picture.text], { type: "image/svg+xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = pictureName(location.pathname, this.#title, kind);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR); // by then every browser has read it
  }
}

customElements.define("save-picture", SavePicture);
