/**
 * A curve or a surface, the ways of optimizers over it, and the slope under the pointer.
 *
 * In: `show({ground, start, ways, step})`, `probe(index)`. Out: `startmove` with `{start, rests}`; `slopepoint` with
 * `{index, key}`, a place of the grid, null when none is pointed at.
 */

import { frameOf, isSurface, letterPixels, nearest, placeOf, probed } from "../lib/descent.js";
import { SLOTS } from "../lib/slots.js";
import { fromWire } from "../lib/wire.js";
import { contourGround } from "./contour-ground.js";
import { curveGround } from "./curve-ground.js";
import { frameTicks } from "./frame-ticks.js";
import { SlopeMark } from "./slope-mark.js";
import { SlopePointing } from "./slope-pointing.js";
import { StartGrip } from "./start-grip.js";
import { setAll, svg } from "./svg-node.js";
import { WayMark } from "./way-mark.js";

/**
 * @typedef {import("../lib/descent.js").Ground} Ground
 * @typedef {import("../lib/descent.js").Frame} Frame
 * @typedef {import("../lib/descent.js").Way} Way
 * @typedef {{ground: Ground, start: readonly number[], ways: readonly Way[], step: number}} View
 */

/** Pixels from a ball to its letter, and from letter to letter. */
const LETTER = 14;

export class DescentPicture extends HTMLElement {
  /** @type {View | null} */ #view = null;
  /** @type {Frame | null} */ #frame = null;
  /** @type {readonly number[] | null} */ #pointed = null;
  /** @type {WayMark[]} */ #marks = [];
  #drawn = "";
  #picture = svg("svg", { tabindex: 0, role: "group" });
  #ground = svg("g");
  #trails = svg("g");
  #heads = svg("g");
  #slope = new SlopeMark();
  #grip = new StartGrip(this.#picture, (event) => this.#at(event), (start, rests) => this.#tell("startmove", { start, rests }));
  #resized = new ResizeObserver(() => this.#draw());

  connectedCallback() {
    this.#picture.append(this.#ground, this.#trails, this.#heads, this.#slope.node, this.#grip.node);
    this.replaceChildren(this.#picture);
    this.#resized.observe(this);
    new SlopePointing(this.#picture, {
      ground: () => this.#view?.ground ?? null,
      at: (event) => this.#frame && placeOf(this.#frame, this.#at(event)),
      pointed: (index, key) => this.#tell("slopepoint", { index, key }),
    });
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    this.#draw();
  }

  /** Show the slope at a place of the grid. @param {readonly number[] | null} index */
  probe(index) {
    this.#pointed = index;
    this.#drawSlope();
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this;
    if (!this.#view || width === 0) return;
    const { ground, start, ways, step } = this.#view;
    this.#frame = frameOf(ground, width, height);
    this.#drawGround(ground, this.#frame);
    this.#drawWays(ways, this.#frame, step);
    this.#grip.show(this.#frame, start, startLoss(this.#view));
    this.#drawSlope();
  }

  /** Only when it is another one: it is the same at every step. @param {Ground} ground @param {Frame} frame */
  #drawGround(ground, frame) {
    const key = [ground.expression, frame.x, frame.y, frame.width, frame.height].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    setAll(this.#picture, { viewBox: `0 0 ${frame.width} ${frame.height}` });
    const picture = isSurface(ground) ? contourGround(ground, frame) : curveGround(ground, frame);
    this.#ground.replaceChildren(picture, frameTicks(frame));
    this.#picture.ariaLabel = `${ground.title}: ${ground.expression}. Arrow keys ask for the slope at a place.`;
  }

  /** @param {readonly Way[]} ways @param {Frame} frame @param {number} step */
  #drawWays(ways, frame, step) {
    if (ways.length !== this.#marks.length) {
      this.#marks = ways.map((_, i) => new WayMark(SLOTS[i] ?? "f", ways.length === 1));
      this.#trails.replaceChildren(...this.#marks.map(({ trail }) => trail));
      this.#heads.replaceChildren(...this.#marks.map(({ head }) => head));
    }
    const balls = this.#marks.map((mark, i) => mark.show(frame, /** @type {Way} */ (ways[i]), step));
    letterPixels(balls, LETTER).forEach((pixel, i) => this.#marks[i]?.label(pixel));
  }

  #drawSlope() {
    if (this.#frame) this.#slope.show(this.#frame, this.#pointed ? this.#probed(this.#pointed) : this.#here());
  }

  /** @param {readonly number[]} index */
  #probed(index) {
    return this.#view && probed(this.#view.ground, index);
  }

  /** The slope where a single ball is. */
  #here() {
    const [way, another] = this.#view?.ways ?? [];
    const step = Math.min(this.#view?.step ?? 0, (way?.losses.length ?? 0) - 1);
    if (!way || another) return null;
    const [place, gradient] = [way.points[step] ?? [], way.gradients[step] ?? []];
    return { place: place.map(fromWire), loss: fromWire(way.losses[step] ?? "NaN"), gradient: gradient.map(fromWire) };
  }

  /** @param {MouseEvent} event @returns {[number, number]} */
  #at({ clientX, clientY }) {
    const { left, top } = this.#picture.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/** @param {View} view */
function startLoss({ ground, start, ways }) {
  const loss = ways[0]?.losses[0];
  return loss === undefined ? probed(ground, nearest(ground, start)).loss : fromWire(loss);
}

customElements.define("descent-picture", DescentPicture);
