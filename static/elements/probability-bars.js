import { confidence } from "../lib/verdict.js";
import { valueText } from "../lib/spelling.js";

/**
 * Ten probabilities as bars; pointing at one, or walking to it by arrow keys, gives its exact value.
 *
 * In: `show(probabilities)`, with null for "nothing asked yet"; `data-upright` lets them stand. Out: `barpoint` with
 * `{label, probability}`, probability null when nothing is pointed at any more.
 */

const SVG = "http://www.w3.org/2000/svg";

export class ProbabilityBars extends HTMLElement {
  /** @type {Bar[]} */ #bars = [];

  connectedCallback() {
    const list = document.createElement("ol");
    list.className = "bars";
    list.start = 0;
    this.#bars = Array.from({ length: 10 }, (_, label) => new Bar(label));
    list.append(...this.#bars.map((bar) => bar.row));
    list.addEventListener("keydown", (event) => this.#walk(event));
    this.replaceChildren(list);
  }

  /** @param {readonly number[] | null} probabilities */
  show(probabilities) {
    const largest = Math.max(...(probabilities ?? [Infinity]));
    this.#bars.forEach((bar, label) => {
      const probability = probabilities?.[label] ?? null;
      bar.show(probability, probability === largest);
    });
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const rows = this.#bars.map((bar) => bar.row);
    const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next = rows[rows.findIndex((row) => row.contains(document.activeElement)) + (move ?? 0)];
    if (!move || !next) return;
    event.preventDefault();
    for (const row of rows) row.tabIndex = row === next ? 0 : -1;
    next.focus();
  }
}

/** One row: the digit, its bar, its probability. */
class Bar {
  row = document.createElement("li");
  #filled = document.createElementNS(SVG, "rect");
  #value = document.createElement("span");
  /** @type {number | null} */ #probability = null;

  /** @param {number} label */
  constructor(label) {
    this.label = label;
    const name = document.createElement("span");
    name.textContent = String(label);
    this.row.append(name, this.#track(), this.#value);
    this.row.tabIndex = label === 0 ? 0 : -1;
    for (const moment of ["pointerenter", "pointerleave", "focus", "blur"]) {
      this.row.addEventListener(moment, () => this.#pointed());
    }
  }

  /** @param {number | null} probability @param {boolean} wins */
  show(probability, wins) {
    this.#probability = probability;
    this.row.classList.toggle("winner", wins);
    this.#filled.style.setProperty("--share", String(probability ?? 0));
    this.row.ariaLabel = probability === null ? `${this.label}` : `${this.label}: ${valueText(probability, "float32")}`;
    this.#spell();
  }

  #track() {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 1 1");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const track = document.createElementNS(SVG, "rect");
    track.setAttribute("class", "none");
    for (const rect of [track, this.#filled]) {
      rect.setAttribute("width", "1");
      rect.setAttribute("height", "1");
    }
    svg.append(track, this.#filled);
    return svg;
  }

  get #asked() {
    return this.row.matches(":hover, :focus-visible");
  }

  #pointed() {
    this.#spell();
    const detail = { label: this.label, probability: this.#asked ? this.#probability : null };
    this.row.dispatchEvent(new CustomEvent("barpoint", { bubbles: true, detail }));
  }

  #spell() {
    const spelled = this.#asked ? valueText(this.#probability ?? 0, "float32") : confidence(this.#probability ?? 0);
    this.#value.textContent = this.#probability === null ? "" : spelled;
  }
}

customElements.define("probability-bars", ProbabilityBars);
