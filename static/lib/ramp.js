/** Colour ramps: from a value to the colour of its pixel. */

import { extent } from "./spelling.js";

/** @typedef {readonly [number, number, number]} Colour  red, green, blue, 0..255 */

/**
 * @typedef {object} Ramps
 * @property {Uint32Array} intensity  nothing to full
 * @property {Uint32Array} positive  zero to the largest
 * @property {Uint32Array} negative  zero to the smallest
 */

const SHADES = 256;

/**
 * A computed CSS colour, `rgb(26, 26, 23)`, as numbers.
 * @param {string} text
 * @returns {Colour}
 */
export function readColour(text) {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/**
 * 256 opaque pixels, from one colour to another in even steps.
 * @param {Colour} from
 * @param {Colour} to
 */
export function ramp(from, to) {
  const shades = new Uint8ClampedArray(4 * SHADES);
  for (let i = 0; i < SHADES; i++) {
    const share = i / (SHADES - 1);
    const colour = from.map((value, channel) => value + share * ((to[channel] ?? 0) - value));
    shades.set([...colour, 255], 4 * i);
  }
  return new Uint32Array(shades.buffer);
}

/**
 * One pixel a value. Intensities run from 0 to `full`; with a negative value among them they are signed, and ±`full`
 * are the ends of the two ramps.
 * @param {ArrayLike<number>} values
 * @param {number} full
 * @param {Ramps} ramps
 * @returns {Uint32Array}
 */
export function shade(values, full, { intensity, positive, negative }) {
  const above = extent(values).low < 0 ? positive : intensity;
  const scale = (SHADES - 1) / (full || 1);
  const pixels = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const place = Math.min(SHADES - 1, Math.round(Math.abs(value) * scale));
    pixels[i] = (value < 0 ? negative : above)[place] ?? 0;
  }
  return pixels;
}

/**
 * One pixel a signed value, the more opaque the larger it is, to be laid over a picture.
 * @param {ArrayLike<number>} values
 * @param {number} full  the value that covers what is below
 * @param {Ramps} ramps
 * @returns {Uint32Array}
 */
export function veil(values, full, { positive, negative }) {
  const bytes = new Uint8ClampedArray(4 * values.length);
  const ends = [positive, negative].map((shades) => new Uint8ClampedArray(shades.buffer, 4 * (SHADES - 1), 3));
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    bytes.set(/** @type {Uint8ClampedArray} */ (ends[value < 0 ? 1 : 0]), 4 * i);
    bytes[4 * i + 3] = (255 * Math.abs(value)) / (full || 1);
  }
  return new Uint32Array(bytes.buffer);
}
