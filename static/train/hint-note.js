/**
 * What is typical of how a run goes, why, and the settings to try instead.
 *
 * In: `show(hint, open)`. Out: `applyhint` with `{spec}`.
 * @typedef {import("../lib/runs-api.js").Hint} Hint
 */

export class HintNote extends HTMLElement {
  /** @type {Hint | null} */ #hint = null;

  connectedCallback() {
    this.role = "status";
  }

  /** @param {Hint | null} hint @param {boolean} open whether the reason is told unasked */
  show(hint, open) {
    if (JSON.stringify(hint) === JSON.stringify(this.#hint)) return;
    const wasOpen = this.querySelector("details")?.open ?? open;
    this.#hint = hint;
    this.replaceChildren(...(hint ? [this.#card(hint, wasOpen)] : []));
  }

  /** @param {Hint} hint @param {boolean} open */
  #card({ code, what, why, fix }, open) {
    const [card, fact, reason, summary] = [make("div"), make("b", what), document.createElement("details"), make("summary", "Why?")];
    card.className = "notice hint small";
    card.classList.toggle("trouble", code === "diverged");
    reason.open = open;
    reason.append(summary, make("p", why));
    const apply = document.createElement("button");
    apply.type = "button";
    apply.textContent = fix.title;
    apply.addEventListener("click", () => this.dispatchEvent(new CustomEvent("applyhint", { detail: { spec: fix.spec } })));
    card.append(fact, reason, apply);
    return card;
  }
}

/** @param {string} tag @param {string} [text] */
function make(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

customElements.define("hint-note", HintNote);
