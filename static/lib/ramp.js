/** Colour ramps: from a value to the colour of its pixel. */

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
 * One pixel a value. Intensities run from 0 to `full`; with a negative value among them they are signed, and ±`full` are
 * the ends of the two ramps.
 * @param {ArrayLike<number>} values
 * @param {number} full
 * @param {Ramps} ramps
 * @returns {Uint32Array}
 */
export function shade(values, full, { intensity, positive, negative }) {
  const signed = Array.prototype.some.call(values, (value) => value < 0);
  const above = signed ? positive : intensity;
  return Uint32Array.from(values, (value) => {
    const place = Math.round((SHADES - 1) * Math.min(1, Math.abs(value) / (full || 1)));
    return (value < 0 ? negative : above)[place] ?? 0;
  });
}
