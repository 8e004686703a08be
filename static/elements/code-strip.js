/**
 * Lines of code with a button that copies them.
 *
 * In: its text, or `show(code)`.
 */

const COPIED_FOR = 1600;

export class CodeStrip extends HTMLElement {
  #code = document.createElement("code");
  #button = document.createElement("button");

  connectedCallback() {
    const lines = document.createElement("pre");
    this.show(this.textContent?.trim() ?? "");
    lines.tabIndex = 0;
    lines.append(this.#code);
    this.#button.type = "button";
    this.#button.textContent = "Copy";
    this.#button.addEventListener("click", () => void this.#copy());
    this.replaceChildren(lines, this.#button);
  }

  /** @param {string} code */
  show(code) {
    this.#code.textContent = code;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#code.textContent ?? "");
      this.#say("Copied");
    } catch {
      getSelection()?.selectAllChildren(this.#code);
      this.#say("Selected: copy it by keyboard");
    }
  }

  /** @param {string} text */
  #say(text) {
    this.#button.textContent = text;
    setTimeout(() => (this.#button.textContent = "Copy"), COPIED_FOR);
  }
}

customElements.define("code-strip", CodeStrip);
