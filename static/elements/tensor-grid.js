/**
 * A tensor as its cells: a row, a table, layers in depth, and grids of those. What is too large is drawn from its first
 * cells on, and says so.
 *
 * In: `show(view)`, `light(pointed, isLit)`; `data-name` is what it is called. Out: `cellpoint` with `{place, key}` when pointer or
 * keys come to a cell, place null when they leave. A place has as many indices as the room has axes.
 */

import { sourceOf } from "../lib/broadcast.js";
import { entryAt, isWithin, placesOf, samePlace } from "../lib/nested.js";
import { plain, placeParts } from "../lib/parts.js";
import { entryTexts, isText, shapeText } from "../lib/spelling.js";
import { bracketsOf, edgesOf, layout, spotOf } from "../lib/tensor-layout.js";
import { axisBracket } from "./axis-bracket.js";
import { CellPointing } from "./cell-pointing.js";
import { TensorCell } from "./tensor-cell.js";

/**
 * @typedef {import("../lib/nested.js").Place} Place
 * @typedef {import("../lib/nested.js").Shape} Shape
 * @typedef {object} View
 * @property {import("../lib/lessons-api.js").Shown} tensor
 * @property {Shape} reach how far it is stretched now, right-aligned; what goes beyond its own shape are ghosts
 * @property {Shape} room the shape for which place is kept, so that nothing moves
 * @property {number | null} failing axis of the room that does not fit
 * @property {boolean} measured whether its lengths are told
 * @property {boolean} blank whether the values are not known yet
 * @property {boolean} moving whether what is new arrives in motion
 * @property {((place: Place) => Place) | null} from where each number stood before, if all of them move
 */

const NARROW = "(max-width: 45rem)";

export class TensorGrid extends HTMLElement {
  /** @type {TensorCell[]} */ #cells = [];
  /** @type {View | null} */ #view = null;
  /** @type {Place | null} */ #pointed = null;
  #layer = 0;
  #layout = layout([]);
  #frame = document.createElement("div");
  #field = document.createElement("div");
  #brackets = document.createElement("div");
  #leftOut = document.createElement("p");

  connectedCallback() {
    this.#frame.className = "tensor-frame";
    this.#brackets.ariaHidden = "true";
    this.#leftOut.className = "small quiet";
    this.#field.role = "grid";
    this.#frame.append(this.#brackets, this.#field);
    this.replaceChildren(this.#frame, this.#leftOut);
    new CellPointing(this.#field, {
      shown: () => this.#shown,
      layer: () => this.#layer,
      counts: () => this.#drawn,
      pointed: (place, key) => this.#point(place, key),
    });
  }

  /** @param {Partial<View> & Pick<View, "tensor">} asked */
  show(asked) {
    const [before, old] = [this.#view, this.#layout];
    const reach = asked.reach ?? asked.tensor.shape;
    const view = { reach, room: reach, failing: null, measured: true, blank: false, moving: false, from: null, ...asked };
    const rebuilt = !before || !samePlace(before.room, view.room);
    this.#view = view;
    if (rebuilt) this.#build(view.room);
    const hot = hottest(view, this.#cells);
    this.toggleAttribute("data-signed", hot.isSigned);
    for (const cell of this.#cells) cell.show(lookOf(cell.place, view, this.dataset.name ?? "", hot.most));
    for (const row of this.#field.children) row.toggleAttribute("hidden", !row.querySelector(":not([hidden])"));
    if (before && view.moving && view.from) this.#carry(old, view.from);
    else if (!rebuilt && view.moving) this.#move(before, view);
    this.#measure(view);
    this.#lookAt(this.#layer);
    this.#keepTabStop();
  }

  /**
   * @param {Place | null} pointed at elsewhere
   * @param {(place: Place) => boolean} isLit which cells have to do with it
   */
  light(pointed, isLit) {
    const shown = this.#shown;
    for (const cell of this.#cells) cell.element.toggleAttribute("data-lit", shown.includes(cell) && isLit(cell.place));
    this.#lookAt(shown.find(({ place }) => pointed && samePlace(place, pointed))?.spot.z ?? 0);
  }

  get #shown() {
    return this.#cells.filter(({ kind }) => kind !== "absent");
  }

  /** @param {Shape} room */
  #build(room) {
    this.#layout = layout(room, matchMedia(NARROW).matches);
    this.#cells = placesOf(this.#layout.counts).map((place) => new TensorCell(place, spotOf(this.#layout, place)));
    this.#field.replaceChildren(...rowsOf(this.#cells));
    const { width, height } = this.#layout;
    const sizes = { columns: width, rows: height, ...edgesOf(this.#layout) };
    for (const [name, size] of Object.entries(sizes)) this.style.setProperty(`--${name}`, String(size));
  }

  /** Numbers glide from where they stood. @param {import("../lib/tensor-layout.js").Layout} old @param {(place: Place) => Place} from */
  #carry(old, from) {
    for (const cell of this.#shown) {
      const place = from(cell.place);
      if (isWithin(place, old.counts)) cell.glide(spotOf(old, place));
    }
  }

  /** Copies glide from what they are copies of; values appear one after the other. @param {View} before @param {View} view */
  #move(before, view) {
    for (const cell of this.#shown.filter(({ place }) => !isWithin(place, before.reach))) {
      cell.glide(spotOf(this.#layout, clipped(cell.place, before.reach)));
    }
    if (before.blank && !view.blank) this.#shown.forEach((cell, turn) => cell.appear(turn));
  }

  /** @param {View} view */
  #measure({ reach, room, failing, measured }) {
    const lines = bracketsOf(this.#layout, reach).map((bracket) => axisBracket(bracket, bracket.axis === failing));
    this.#brackets.replaceChildren(...(measured ? lines : []));
    const drawn = this.#drawn.slice(room.length - reach.length);
    const isWhole = samePlace(drawn, reach);
    this.#leftOut.textContent = isWhole ? "" : measured ? `the first ${shapeText(drawn)} of ${shapeText(reach)}` : "only the first cells";
    this.#field.ariaLabel = `${this.dataset.name ?? ""}${measured ? `, shape ${shapeText(reach)}` : ""}`;
  }

  /** How many indices of each axis of the room are to be seen. */
  get #drawn() {
    const { reach, room } = this.#view ?? { reach: [], room: [] };
    const missing = room.length - reach.length;
    return this.#layout.counts.map((count, axis) => Math.min(count, reach[axis - missing] ?? 1));
  }

  #keepTabStop() {
    const shown = this.#shown;
    if (!shown.some(({ element }) => element.tabIndex === 0)) this.#tabTo(shown[0]);
  }

  /** @param {TensorCell | undefined} stop */
  #tabTo(stop) {
    for (const cell of this.#cells) cell.element.tabIndex = cell === stop ? 0 : -1;
  }

  /** @param {Place | null} place @param {boolean} key */
  #point(place, key) {
    if (String(place) === String(this.#pointed)) return;
    this.#pointed = place;
    const pointed = this.#shown.find((cell) => cell.place === place);
    if (pointed) this.#tabTo(pointed);
    for (const cell of this.#cells) cell.element.toggleAttribute("data-pointed", cell === pointed);
    this.#lookAt(pointed?.spot.z ?? 0);
    this.dispatchEvent(new CustomEvent("cellpoint", { bubbles: true, detail: { place, key } }));
  }

  /** What lies in front of a layer lets one look through; what lies behind it has no numbers. @param {number} layer */
  #lookAt(layer) {
    this.#layer = layer;
    for (const { element, spot } of this.#cells) {
      element.toggleAttribute("data-in-front", spot.z > layer);
      element.toggleAttribute("data-behind", spot.z < layer);
    }
  }
}

/** The value farthest from 0 among the cells, the end of the colour ramps. @param {View} view @param {readonly TensorCell[]} cells */
function hottest({ tensor, blank }, cells) {
  const values = blank || isText(tensor.dtype) ? [] : cells.map(({ place }) => numberAt(tensor, place));
  const finite = values.filter(Number.isFinite);
  return { most: Math.max(0, ...finite.map(Math.abs)), isSigned: finite.some((value) => value < 0) };
}

/** @param {import("../lib/lessons-api.js").Shown} tensor @param {Place} place */
function numberAt({ values, shape }, place) {
  return Number(entryAt(values, sourceOf(place, shape)));
}

/** @param {Place} place @param {View} view @param {string} name @param {number} most @returns {import("./tensor-cell.js").Look} */
function lookOf(place, { tensor, reach, room, blank }, name, most) {
  if (!isWithin(place, reach)) return { kind: "absent", text: "", label: "" };
  const kind = isWithin(place, tensor.shape) ? "own" : "ghost";
  const entry = blank ? undefined : entryAt(tensor.values, sourceOf(place, tensor.shape));
  const [text, exact] = entry === undefined ? ["", "?"] : entryTexts(entry, tensor.dtype);
  const called = plain(placeParts(name, place.slice(room.length - reach.length)));
  const heat = entry === undefined || most === 0 ? 0 : numberAt(tensor, place) / most;
  return { kind, text, heat: Number.isFinite(heat) ? heat : 0, label: `${called} = ${exact}${kind === "ghost" ? ", repeated" : ""}` };
}

/** The cell from which a new one is copied. @param {Place} place @param {Shape} reach */
function clipped(place, reach) {
  const missing = place.length - reach.length;
  return place.map((i, axis) => Math.min(i, (reach[axis - missing] ?? 1) - 1));
}

/** One row for each run of the last axis. @param {readonly TensorCell[]} cells */
function rowsOf(cells) {
  /** @type {HTMLElement[]} */
  const rows = [];
  for (const { place, element } of cells) {
    if ((place.at(-1) ?? 0) === 0) rows.push(document.createElement("div"));
    const row = /** @type {HTMLElement} */ (rows.at(-1));
    row.role = "row";
    row.append(element);
  }
  return rows;
}

customElements.define("tensor-grid", TensorGrid);
