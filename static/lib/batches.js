/** Batches of real data: how many values they have, what those take up, and whether that fits into memory. */

import { sizeOf } from "./nested.js";
import { whole } from "./numbers.js";

/**
 * @typedef {{name: string, title: string, axes: readonly string[], shape: readonly number[]}} Batch
 * @typedef {{dtype: string, bytes: number, text: string, fits: boolean}} Cost
 */

/** What there is on a machine that is not large, in bytes. */
export const ROOM = 8e9;
const AXES = {
  vectors: ["samples", "features"],
  timeseries: ["samples", "timesteps", "features"],
  images: ["samples", "height", "width", "channels"],
  video: ["samples", "frames", "width", "height", "channels"],
};
const WIDTHS = { uint8: 1, float16: 2, float32: 4, float64: 8 };
const UNITS = ["bytes", "kB", "MB", "GB", "TB", "PB"];

/** @type {readonly Batch[]} */
export const BATCHES = [
  { name: "people", title: "100,000 samples of 4 features", axes: AXES.vectors, shape: [100_000, 4] },
  { name: "lap", title: "one lap of a race car", axes: AXES.timeseries.slice(1), shape: [101, 5] },
  { name: "race", title: "a race of 30 laps", axes: AXES.timeseries, shape: [30, 101, 5] },
  { name: "stocks", title: "a year of stock prices", axes: AXES.timeseries, shape: [365, 390, 3] },
  { name: "grey", title: "500 grey images", axes: AXES.images, shape: [500, 256, 256, 1] },
  { name: "colour", title: "500 colour images", axes: AXES.images, shape: [500, 256, 256, 3] },
  { name: "video", title: "five video clips", axes: AXES.video, shape: [5, 200, 1920, 1080, 3] },
];

/** The one that is seen at first: the largest. */
export const USUAL = /** @type {Batch} */ (BATCHES.at(-1));

/**
 * @param {readonly number[]} shape
 * @returns {Cost[]} one a dtype
 */
export function costs(shape) {
  return Object.entries(WIDTHS).map(([dtype, width]) => {
    const bytes = sizeOf(shape) * width;
    return { dtype, bytes, text: bytesText(bytes), fits: bytes <= ROOM };
  });
}

/**
 * @param {number} bytes
 * @returns {string} "24.9 GB"
 */
export function bytesText(bytes) {
  const unit = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return unit === 0 ? `${whole(bytes)} bytes` : `${Number((bytes / 1000 ** unit).toPrecision(3))} ${UNITS[unit]}`;
}

/**
 * @param {readonly number[]} shape
 * @returns {string} 30 × 101 × 5 = 15,150 values
 */
export function productText(shape) {
  return `${shape.map(whole).join(" × ")} = ${whole(sizeOf(shape))} values`;
}

/**
 * A batch in a link: `video`, or with other lengths `video:5x100x1920x1080x3`.
 * @returns {import("./link.js").Field<Batch>}
 */
export function batch() {
  return {
    read: (text) => readBatch(text ?? "") ?? USUAL,
    write: (value) => (linkText(value) === USUAL.name ? null : linkText(value)),
    accepts: (text) => readBatch(text) !== null,
    expected: `one of ${BATCHES.map(({ name }) => name).join(", ")}, with as many lengths as it has axes: race:30x101x5`,
  };
}

/** @param {string} text @returns {Batch | null} */
function readBatch(text) {
  const [name = "", lengths] = text.split(":");
  const known = BATCHES.find((each) => each.name === name);
  if (!known || lengths === undefined) return known ?? null;
  const shape = lengths.split("x").map(Number);
  const isOne = shape.length === known.axes.length && shape.every((length) => Number.isInteger(length) && length > 0 && length < 1e9);
  return isOne ? { ...known, shape } : null;
}

/** @param {Batch} batch */
function linkText({ name, shape }) {
  const usual = BATCHES.find((each) => each.name === name)?.shape;
  return String(usual) === String(shape) ? name : `${name}:${shape.join("x")}`;
}
