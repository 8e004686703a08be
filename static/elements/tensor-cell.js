/**
 * One cell of a tensor-grid, at its spot.
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("../lib/tensor-layout.js").Spot} Spot
 * @typedef {object} Look
 * @property {"own" | "ghost" | "absent"} kind
 * @property {string} text
 * @property {string} label what is read out
 * @property {number} [heat] from −1 to 1, where values have colours
 */

/** More characters than these need smaller letters in a narrow cell. */
const FEW = 4;
const EASING = "cubic-bezier(0.3, 0, 0.2, 1)";
const GLIDE = 620;
const APPEAR = 420;
/** Of a cell that arrives, how much later than the one before it. */
const STAGGER = 24;
const LATEST = 600;

export class TensorCell {
  element = document.createElement("span");
  /** @type {Look["kind"]} */ kind = "absent";

  /** @param {Place} place @param {Spot} spot */
  constructor(place, spot) {
    this.place = place;
    this.spot = spot;
    this.element.role = "gridcell";
    this.element.tabIndex = -1;
    this.element.style.setProperty("--x", String(spot.x));
    this.element.style.setProperty("--y", String(spot.y));
    this.element.style.setProperty("--z", String(100 + spot.z));
  }

  /** @param {Look} look */
  show({ kind, text, label, heat }) {
    this.kind = kind;
    this.element.hidden = kind === "absent";
    this.element.dataset.kind = kind;
    this.element.ariaLabel = label;
    this.element.toggleAttribute("data-long", text.length > FEW);
    this.element.toggleAttribute("data-negative", (heat ?? 0) < 0);
    this.element.style.setProperty("--heat", String(Math.abs(heat ?? 0)));
    if (this.element.textContent !== text) this.element.textContent = text;
  }

  /** @param {Spot} from where it is a copy of */
  glide(from) {
    const [across, down] = [from.x - this.spot.x, from.y - this.spot.y];
    const start = `translate(calc(var(--w) * ${across}), calc(var(--h) * ${down}))`;
    this.#animate([{ transform: start, opacity: 0.2 }, {}], GLIDE, 0);
  }

  /** @param {number} turn its place in the order of those that appear */
  appear(turn) {
    const delay = Math.min(LATEST, turn * STAGGER);
    this.#animate([{ color: "transparent" }, { backgroundColor: "var(--accent-wash)" }, {}], APPEAR, delay);
  }

  /** @param {Keyframe[]} frames @param {number} duration @param {number} delay */
  #animate(frames, duration, delay) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.element.animate(frames, { duration, delay, easing: EASING, fill: "backwards" });
  }
}
