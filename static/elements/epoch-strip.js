import { epochLine } from "../lib/run-losses.js";
import { loss, whole } from "../lib/numbers.js";
import { svg } from "./svg-node.js";

/**
 * One epoch: the loss of each of its batches, where one is, and the moments of which the weights were kept.
 *
 * In: `show(place, kept, losses)`. Out: `momentchoose` with `{step}`.
 * @typedef {{epoch: number, number: number, updates: number}} Place 1-based
 */

export class EpochStrip extends HTMLElement {
  #chart = svg("svg", { viewBox: "0 0 1 1", preserveAspectRatio: "none", "aria-hidden": "true" });
  #line = svg("polyline");
  #here = document.createElement("i");
  #marks = document.createElement("div");
  #says = document.createElement("p");

  connectedCallback() {
    this.#chart.append(this.#line);
    this.#marks.className = "marks";
    this.#says.className = "small quiet";
    const box = document.createElement("div");
    box.className = "epoch";
    box.append(this.#chart, this.#here);
    this.replaceChildren(box, this.#marks, this.#says);
  }

  /** @param {Place} place @param {readonly number[]} kept steps of snapshots @param {readonly number[]} losses */
  show({ epoch, number, updates }, kept, losses) {
    const first = (epoch - 1) * updates;
    const { points, most } = epochLine(losses, first, updates);
    this.#line.setAttribute("points", points);
    this.#here.style.setProperty("--at", String((number - 0.5) / updates));
    const within = kept.filter((step) => step >= first && step < first + updates);
    this.#marks.replaceChildren(...within.map((step) => this.#mark(step, (step - first + 0.5) / updates, step === first + number - 1)));
    this.#says.textContent = points ? `The loss of each batch of epoch ${whole(epoch)}, up to ${loss(most)}. The marks are moments of which the weights were kept.` : "No update of this epoch was made.";
  }

  /** @param {number} step @param {number} at @param {boolean} isHere */
  #mark(step, at, isHere) {
    const button = document.createElement("button");
    button.type = "button";
    button.style.setProperty("--at", String(at));
    button.ariaLabel = `After ${whole(step)} updates`;
    button.title = button.ariaLabel;
    button.ariaCurrent = isHere ? "true" : null;
    button.addEventListener("click", () => this.dispatchEvent(new CustomEvent("momentchoose", { detail: { step } })));
    return button;
  }
}

customElements.define("epoch-strip", EpochStrip);
