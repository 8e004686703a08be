/**
 * Ink on a square sheet: how strokes and pixels become intensities 0..255.
 *
 * A sheet is always 280 × 280 drawing units, however many pixels a side it has, so the same drawing can be
 * inked once for the screen and once for the network.
 */

export const SHEET = 280;
export const BRUSH = 20;
const SOFT_EDGE = 4;

/** @typedef {{x: number, y: number}} Point  in drawing units */
/** @typedef {readonly Point[]} Stroke */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Region  pixels, right and bottom excluded */

/** A square of pixels that remembers the darkest ink each one has met. */
export class Ink {
  /** @param {number} size  pixels a side */
  constructor(size) {
    this.size = size;
    this.values = new Uint8ClampedArray(size * size);
  }

  /** @returns {Region} */
  get everywhere() {
    return { left: 0, top: 0, right: this.size, bottom: this.size };
  }

  clear() {
    this.values.fill(0);
  }

  /**
   * Lay a picture under the ink, each of its pixels as a sharp block.
   * @param {readonly (readonly number[])[]} picture  square, 0..255
   */
  lay(picture) {
    const shrink = picture.length / this.size;
    for (let y = 0; y < this.size; y++) {
      const row = picture[Math.floor(y * shrink)] ?? [];
      for (let x = 0; x < this.size; x++) this.#darken(x, y, row[Math.floor(x * shrink)] ?? 0);
    }
  }

  /** @param {Stroke} stroke */
  draw(stroke) {
    stroke.forEach((point, i) => this.line(stroke[i - 1] ?? point, point));
  }

  /**
   * Pull the round, soft-edged brush straight from one point to another.
   * @param {Point} from
   * @param {Point} to
   * @returns {Region} the pixels it may have touched
   */
  line(from, to) {
    const scale = this.size / SHEET;
    const [ax, ay, bx, by] = [from.x * scale, from.y * scale, to.x * scale, to.y * scale];
    const region = this.#around(ax, ay, bx, by, ((BRUSH + SOFT_EDGE) / 2) * scale);
    const distance = distanceToSegment(ax, ay, bx, by);
    for (let y = region.top; y < region.bottom; y++) {
      for (let x = region.left; x < region.right; x++) {
        this.#darken(x, y, 255 * coverage(distance(x + 0.5, y + 0.5) / scale));
      }
    }
    return region;
  }

  /** @returns {number[][]} the rows, as `POST /api/predictions` takes them */
  rows() {
    const row = (/** @type {number} */ y) => this.values.subarray(y * this.size, (y + 1) * this.size);
    return Array.from({ length: this.size }, (_, y) => Array.from(row(y)));
  }

  get blank() {
    return this.values.every((value) => value === 0);
  }

  /**
   * @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} margin
   * @returns {Region}
   */
  #around(ax, ay, bx, by, margin) {
    const inside = (/** @type {number} */ value) => Math.min(this.size, Math.max(0, value));
    return {
      left: inside(Math.floor(Math.min(ax, bx) - margin)),
      top: inside(Math.floor(Math.min(ay, by) - margin)),
      right: inside(Math.ceil(Math.max(ax, bx) + margin)),
      bottom: inside(Math.ceil(Math.max(ay, by) + margin)),
    };
  }

  /** @param {number} x @param {number} y @param {number} value */
  #darken(x, y, value) {
    const place = y * this.size + x;
    if (value > (this.values[place] ?? 0)) this.values[place] = value;
  }
}

/**
 * How much of the brush covers a place: 1 inside, 0 outside, a straight fall across the soft edge.
 * @param {number} distance  from the brush's path, in drawing units
 */
function coverage(distance) {
  return Math.min(1, Math.max(0, (BRUSH / 2 + SOFT_EDGE / 2 - distance) / SOFT_EDGE));
}

/**
 * @param {number} ax @param {number} ay @param {number} bx @param {number} by
 * @returns {(x: number, y: number) => number}
 */
function distanceToSegment(ax, ay, bx, by) {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  return (x, y) => {
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
    return Math.hypot(x - ax - along * dx, y - ay - along * dy);
  };
}
