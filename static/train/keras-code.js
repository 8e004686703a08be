/**
 * The program that does the same in Keras: for the settings, or for a run, whichever was touched last.
 *
 * In: `showSettings(settings)`, `showRun(run)`.
 */

import "../elements/code-strip.js";
import { runTitle } from "../lib/run-title.js";
import { getCode, postCode } from "../lib/runs-api.js";
import { toSpec } from "../lib/settings.js";

/** A pause in typing after which the code follows. */
const AFTER = 120;

export class KerasCode extends HTMLElement {
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #soon;

  /** @param {import("../lib/settings.js").Settings} settings */
  showSettings(settings) {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#show("These settings", postCode(toSpec(settings))), AFTER);
  }

  /** @param {import("../lib/runs-api.js").Run} run */
  showRun(run) {
    clearTimeout(this.#soon);
    void this.#show(runTitle(run), getCode(run.id));
  }

  /**
   * @param {string} title
   * @param {Promise<string>} coming
   */
  async #show(title, coming) {
    const asked = (this.#asked += 1);
    const code = await coming.catch(() => null);
    if (code === null || asked !== this.#asked) return;
    /** @type {HTMLElement} */ (this.querySelector('[data-part="of"]')).textContent = title;
    /** @type {import("../elements/code-strip.js").CodeStrip} */ (this.querySelector("code-strip")).show(code);
  }
}

customElements.define("keras-code", KerasCode);
