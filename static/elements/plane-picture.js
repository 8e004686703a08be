/**
 * The plane on its way through dense layers: grid, unit square, a digit or points if there are any, and the arrows of W's
 * columns and of b, which can be moved.
 *
 * In: `show({layers, step, moving})`, `digit`, `points`, `mark(index)`. Out: `layeredit` with `{index, layer, rests}`, `pointpoint`
 * with `{index, key}`, the place of a point in the grid, null when none is pointed at.
 */

import { image, lineImage, partsAt } from "../lib/plane.js";
import { COLUMNS, digitSquares, dotsOf, GRID_POINTS, pathOf, ROWS, SHADES, UNIT_SQUARE } from "../lib/plane-figures.js";
import { pointText } from "../lib/plane-words.js";
import { PlaneArrow } from "./plane-arrow.js";
import { planeGround } from "./plane-ground.js";
import { PlanePointing } from "./plane-pointing.js";
import { setAll, svg } from "./svg-node.js";

/**
 * @typedef {import("../lib/plane.js").Point} Point
 * @typedef {import("../lib/plane.js").Part} Part
 * @typedef {import("../lib/plane.js").Layer} Layer
 * @typedef {import("../lib/plane.js").Step} Step
 * @typedef {{layers: readonly Layer[], step: Pick<Step, "kind" | "layer">, moving?: boolean}} View
 */

const SECONDS = 0.9;
const EDGE = 4;

export class PlanePicture extends HTMLElement {
  /** @type {View | null} */ #view = null;
  /** @type {Part[]} */ #parts = [];
  /** @type {Point[][][]} */ #shades = [];
  /** @type {readonly Point[]} */ #points = [];
  /** @type {number | null} */ #pointed = null;
  #frame = 0;
  #plane = svg("svg", { viewBox: `${-EDGE} ${-EDGE} ${2 * EDGE} ${2 * EDGE}`, tabindex: 0, role: "group" });
  #digit = Array.from({ length: SHADES }, (_, i) => svg("path", { "fill-opacity": (i + 1) / SHADES }));
  #square = svg("path", { class: "unit-square" });
  #rows = svg("path", { class: "grid-lines", "data-axis": 0 });
  #columns = svg("path", { class: "grid-lines", "data-axis": 1 });
  #dots = svg("path", { class: "dots" });
  #way = svg("path", { class: "way" });
  #landed = svg("circle", { class: "landed", r: 0.09 });
  #arrows = /** @type {const} */ ([0, 1, "b"]).map((name) => ({
    name,
    arrow: new PlaneArrow(String(name), (event) => this.#at(event), (tip, rests) => this.#edit(name, tip, rests)),
  }));

  connectedCallback() {
    const digit = svg("g", { class: "digit" }, ...this.#digit);
    const marks = svg("g", { class: "marks" }, this.#way, this.#landed);
    const arrows = this.#arrows.map(({ arrow }) => arrow.node);
    this.#plane.append(planeGround(EDGE), digit, this.#square, this.#rows, this.#columns, this.#dots, marks, ...arrows);
    this.replaceChildren(this.#plane);
    new PlanePointing(this.#plane, {
      images: () => GRID_POINTS.map((point) => image(this.#parts, point)),
      at: (event) => this.#at(event),
      pointed: (index, key) => this.dispatchEvent(new CustomEvent("pointpoint", { bubbles: true, detail: { index, key } })),
    });
  }

  /** The pixels of a digit, null for none. @param {readonly (readonly number[])[] | null} pixels */
  set digit(pixels) {
    this.#shades = pixels ? digitSquares(pixels) : [];
    this.#draw(1);
  }

  /** Points that go along, beside those of the grid. @param {readonly Point[]} points */
  set points(points) {
    this.#points = points;
    this.#draw(1);
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    cancelAnimationFrame(this.#frame);
    const isStill = !view.moving || matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isStill) this.#draw(1);
    else this.#move(performance.now());
  }

  /** Show the way of a point of the grid. @param {number | null} index */
  mark(index) {
    this.#pointed = index;
    this.#drawWay();
  }

  /** @param {number} began */
  #move(began) {
    const done = Math.min(1, (performance.now() - began) / (1000 * SECONDS));
    this.#draw(done < 1 ? (1 - Math.cos(Math.PI * done)) / 2 : 1);
    if (done < 1) this.#frame = requestAnimationFrame(() => this.#move(began));
  }

  /** @param {number} done of the step */
  #draw(done) {
    if (!this.#view) return;
    const { layers, step } = this.#view;
    this.#parts = partsAt(layers, step, done);
    const drawn = (/** @type {readonly (readonly Point[])[]} */ lines) => ({ d: pathOf(lines.map((line) => lineImage(this.#parts, line))) });
    setAll(this.#rows, drawn(ROWS));
    setAll(this.#columns, drawn(COLUMNS));
    setAll(this.#square, drawn([UNIT_SQUARE]));
    this.#digit.forEach((path, shade) => setAll(path, drawn(this.#shades[shade] ?? [])));
    setAll(this.#dots, { d: dotsOf(this.#points.map((point) => image(this.#parts, point))) });
    this.#drawArrows();
    this.#drawWay();
  }

  /** Where the layer will bring (1, 0), (0, 1) and the origin; the columns start where b has brought them by now. */
  #drawArrows() {
    const layer = this.#view?.layers[this.#edited];
    if (!layer) return;
    const { W, b } = layer;
    const [x, y] = [image(this.#parts, [1, 0]), image(this.#parts, [0, 1])];
    this.#plane.ariaLabel = `The plane. (1, 0) is at ${pointText(x)}, (0, 1) at ${pointText(y)}.`;
    const base = this.#base;
    for (const { name, arrow } of this.#arrows) {
      const where = name === "b" ? b : /** @type {Point} */ ([W[0][name], W[1][name]]);
      const label = `${name === "b" ? "b" : `Column ${name} of W`}${this.#edited + 1}: ${pointText(where)}. Arrow keys move it.`;
      if (name === "b") arrow.show([0, 0], b, label);
      else arrow.show(base, [base[0] + where[0], base[1] + where[1]], label);
    }
  }

  /** Where the columns start: b comes after W. @returns {Point} */
  get #base() {
    return this.#parts.at(-1)?.b ?? [0, 0];
  }

  #drawWay() {
    const start = GRID_POINTS[this.#pointed ?? -1];
    this.toggleAttribute("data-pointed", start !== undefined);
    if (!start) return;
    const end = image(this.#parts, start);
    setAll(this.#way, { d: pathOf([[start, end]]) });
    setAll(this.#landed, { cx: end[0], cy: -end[1] });
  }

  /** Which layer the arrows belong to: before any the first, after all the last. */
  get #edited() {
    if (!this.#view || this.#view.step.kind === "points") return 0;
    return this.#view.step.layer ?? this.#view.layers.length - 1;
  }

  /** @param {0 | 1 | "b"} name @param {Point} tip @param {boolean} rests */
  #edit(name, tip, rests) {
    const index = this.#edited;
    const layer = this.#view?.layers[index];
    if (!layer) return;
    const [x, y] = this.#base;
    const edited = name === "b" ? { ...layer, b: tip } : { ...layer, W: withColumn(layer.W, name, [tip[0] - x, tip[1] - y]) };
    this.dispatchEvent(new CustomEvent("layeredit", { bubbles: true, detail: { index, layer: edited, rests } }));
  }

  /** Where on the plane somebody points. @param {PointerEvent} event @returns {Point} */
  #at({ clientX, clientY }) {
    const { left, top, width } = this.#plane.getBoundingClientRect();
    const unit = (2 * EDGE) / width;
    return [(clientX - left) * unit - EDGE, EDGE - (clientY - top) * unit];
  }
}

/** @param {import("../lib/plane.js").Matrix} W @param {0 | 1} column @param {Point} entries @returns {import("../lib/plane.js").Matrix} */
function withColumn([top, bottom], column, [x, y]) {
  const [p, q] = [Number(x.toFixed(3)), Number(y.toFixed(3))];
  return column === 0 ? [[p, top[1]], [q, bottom[1]]] : [[top[0], p], [bottom[0], q]];
}

customElements.define("plane-picture", PlanePicture);
