/**
 * One run in the list of all.
 *
 * In: `show(view)`. Out, each with `{id}`: `chooserun` (and `chosen`), `userun`, `deleterun`.
 * @typedef {import("../lib/runs-api.js").Run} Run
 * @typedef {{run: Run, slot: import("../lib/slots.js").Slot | null, full: boolean}} View
 */

import { duration, percent } from "../lib/numbers.js";
import { origin, runTitle, timeOfDay } from "../lib/run-title.js";
import { fromSpec } from "../lib/settings.js";
import { differenceFromChapter } from "../lib/settings-words.js";

export class RunRow extends HTMLElement {
  #id = "";

  connectedCallback() {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("run-row"));
    this.replaceChildren(template.content.cloneNode(true));
    this.role = "listitem";
    this.#box.addEventListener("change", () => this.#out("chooserun", { chosen: this.#box.checked }));
    this.#part("use").addEventListener("click", () => this.#out("userun", {}));
    this.#part("delete").addEventListener("click", ({ detail }) => detail > 1 || this.#delete());
    this.#part("delete").addEventListener("blur", () => this.#askDelete("Delete"));
  }

  /** @param {View} view */
  show({ run, slot, full }) {
    this.#id = run.id;
    this.dataset.slot = slot ?? "";
    this.#box.checked = slot !== null;
    this.#box.disabled = full && slot === null;
    const title = runTitle(run);
    const difference = differenceFromChapter(fromSpec(run.spec)) || "as in the chapter";
    this.#write("letter", slot?.toUpperCase() ?? "");
    this.#write("title", title);
    const time = origin(run) ? "" : timeOfDay(run);
    const below = difference.toLowerCase() === title.toLowerCase() ? time : [difference, time].filter(Boolean).join(" · ");
    this.#write("difference", below);
    this.#write("status", origin(run) || status(run));
    this.#write("accuracy", run.test_accuracy === null ? "" : `${percent(Number(run.test_accuracy))} test`);
    this.#write("seconds", run.seconds > 0 && !origin(run) ? duration(run.seconds) : "");
    this.#part("delete").hidden = run.id === "recorded" || ["queued", "running"].includes(run.status);
    this.#part("use").ariaLabel = `Use settings of ${title}`;
    this.#nameDelete();
  }

  /** What cannot be undone asks twice, and a double click is one answer. */
  #delete() {
    const button = this.#part("delete");
    if (button.textContent === "Delete") this.#askDelete("Delete for good?");
    else this.#out("deleterun", {});
  }

  /** @param {string} words */
  #askDelete(words) {
    this.#write("delete", words);
    this.#nameDelete();
  }

  #nameDelete() {
    const button = this.#part("delete");
    button.ariaLabel = `${button.textContent} ${this.#part("title").textContent}`;
  }

  get #box() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /**
   * @param {string} name
   * @param {object} more
   */
  #out(name, more) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { id: this.#id, ...more } }));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    const part = this.#part(name);
    if (part.textContent !== text) part.textContent = text;
  }
}

/** @param {Run} run */
function status({ status, step, steps, place }) {
  if (status === "running") return `running, ${percent(Math.floor((100 * step) / steps) / 100, 0)}`;
  return status === "queued" && place && place > 1 ? `queued, number ${place}` : status;
}

customElements.define("run-row", RunRow);
