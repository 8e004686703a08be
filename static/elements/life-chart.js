import { lifeWords, lineOf, names, winnerAt } from "../lib/life.js";
import { whole } from "../lib/numbers.js";
import { svg } from "./svg-node.js";

/**
 * Ten probabilities over the moments of a training; any moment can be pointed at, or walked to by arrow keys.
 *
 * In: `show(life)`, null when there is none; `mark(place)` for the moment that is looked at otherwise. Out: `momentpoint`
 * with `{place}`, null when none is pointed at any more; `momentchoose` with `{place}` on a click or Enter.
 * @typedef {import("../lib/predictions-api.js").Life} Life
 */

export class LifeChart extends HTMLElement {
  #lines = Array.from({ length: 10 }, () => svg("polyline"));
  #at = document.createElement("i");
  #names = document.createElement("div");
  #axis = document.createElement("p");
  /** @type {Life | null} */ #life = null;
  /** @type {number | null} */ #pointed = null;
  #marked = 0;

  connectedCallback() {
    this.role = "slider";
    this.tabIndex = 0;
    this.ariaLabel = "Moment of the training";
    this.ariaValueMin = "0";
    const plot = document.createElement("div");
    plot.append(svg("svg", { viewBox: "0 0 1 1", preserveAspectRatio: "none", "aria-hidden": "true" }, ...this.#lines), this.#at, this.#names);
    plot.ariaHidden = "true";
    this.#axis.className = "small quiet number";
    this.replaceChildren(plot, this.#axis);
    plot.addEventListener("pointermove", (event) => this.#point(this.#placeAt(event, plot)));
    plot.addEventListener("pointerdown", (event) => this.#point(this.#placeAt(event, plot)));
    plot.addEventListener("pointerleave", () => this.#point(null));
    plot.addEventListener("click", () => this.#choose());
    this.addEventListener("keydown", (event) => this.#walk(event));
    this.addEventListener("blur", () => this.#point(null));
  }

  /** @param {Life | null} life */
  show(life) {
    this.#life = life;
    const winner = life ? winnerAt(life, life.steps.length - 1) : -1;
    this.#lines.forEach((line, label) => {
      line.setAttribute("points", life ? lineOf(life, label) : "");
      line.toggleAttribute("data-winner", label === winner);
    });
    this.#names.replaceChildren(...(life ? names(life).map((name) => written(name, name.label === winner)) : []));
    this.#axis.replaceChildren(...(life ? ends(life) : []));
    this.ariaValueMax = String(this.#last);
    this.#describe();
  }

  /** @param {number} place */
  mark(place) {
    this.#marked = place;
    this.#describe();
  }

  get #last() {
    return Math.max(0, (this.#life?.steps.length ?? 1) - 1);
  }

  /** @param {PointerEvent} event @param {Element} plot */
  #placeAt({ clientX }, plot) {
    const { left, width } = plot.getBoundingClientRect();
    return Math.max(0, Math.min(this.#last, Math.round(((clientX - left) / width) * this.#last)));
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const at = this.#pointed ?? this.#marked;
    if (event.key === "Enter") this.#choose();
    /** @type {Record<string, number | null>} */
    const goals = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: this.#last, Escape: null };
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    this.#point(goal === null ? null : Math.max(0, Math.min(this.#last, goal)));
  }

  /** @param {number | null} place */
  #point(place) {
    if (place === this.#pointed || !this.#life) return;
    this.#pointed = place;
    this.#describe();
    this.dispatchEvent(new CustomEvent("momentpoint", { detail: { place } }));
  }

  #choose() {
    if (this.#pointed !== null) this.dispatchEvent(new CustomEvent("momentchoose", { detail: { place: this.#pointed } }));
  }

  #describe() {
    const place = Math.min(this.#last, this.#pointed ?? this.#marked);
    this.#at.hidden = !this.#life;
    this.#at.style.setProperty("--x", String(place / Math.max(1, this.#last)));
    this.ariaValueNow = String(place);
    this.ariaValueText = this.#life ? lifeWords(this.#life, place) : "Nothing is drawn.";
  }
}

/** @param {{label: number, x: number, y: number}} name @param {boolean} wins */
function written({ label, x, y }, wins) {
  const made = document.createElement("b");
  made.textContent = String(label);
  made.toggleAttribute("data-winner", wins);
  made.style.setProperty("--x", String(x));
  made.style.setProperty("--y", String(y));
  return made;
}

/** @param {Life} life */
function ends({ steps }) {
  return [steps[0] ?? 0, steps[Math.floor((steps.length - 1) / 2)] ?? 0, steps.at(-1) ?? 0].map((step, i) => {
    const end = document.createElement("span");
    end.textContent = i === 2 ? `update ${whole(step)}` : whole(step);
    return end;
  });
}

customElements.define("life-chart", LifeChart);
