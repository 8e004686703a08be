/** How NumPy spells a value and a shape. */

import { entryAt } from "./nested.js";

/** @typedef {"uint8" | "float32"} Dtype */

/** @param {readonly number[]} shape */
export function shapeText(shape) {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/**
 * A value as NumPy prints a scalar of that type: 253, 253.0, 0.99215686, True.
 * @param {number} value
 * @param {string} dtype
 */
export function valueText(value, dtype) {
  if (dtype === "bool") return value ? "True" : "False";
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "inf").toLowerCase();
  if (!dtype.startsWith("float")) return String(value);
  if (Number.isInteger(value)) return `${value}.0`;
  return dtype === "float32" ? shortestFloat32(value) : String(value);
}

/**
 * The fewest digits that name this float32 and no other.
 * @param {number} value
 */
function shortestFloat32(value) {
  const single = Math.fround(value);
  const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const digits = counts.find((count) => Math.fround(Number(single.toPrecision(count))) === single);
  return String(Number(single.toPrecision(digits ?? 9)));
}

/** @param {ArrayLike<number>} values */
export function extent(values) {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i] ?? low);
    high = Math.max(high, values[i] ?? high);
  }
  return { low, high };
}

const CELL_CHARACTERS = 5;

/**
 * A number or a string, as a cell shows it and as Python writes it.
 * @param {import("./wire.js").WireNumber | string} entry
 * @param {string} dtype
 * @returns {[short: string, exact: string]}
 */
export function entryTexts(entry, dtype) {
  if (!isText(dtype)) return [cellText(Number(entry), dtype), typeof entry === "bigint" ? String(entry) : valueText(Number(entry), dtype)];
  const text = String(entry);
  return [text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS - 1)}…` : text, `'${text}'`];
}

/**
 * A number or a string of a tensor as Python writes it, "…" where it is left out.
 * @param {Pick<import("./lessons-api.js").Shown, "values" | "dtype"> | null} tensor
 * @param {import("./nested.js").Place} place
 */
export function textAt(tensor, place) {
  const entry = tensor ? entryAt(tensor.values, place) : undefined;
  return tensor && entry !== undefined ? entryTexts(entry, tensor.dtype)[1] : "…";
}

/** @param {string} dtype "<U5" is a string of five characters */
export function isText(dtype) {
  return dtype.startsWith("<U");
}

/**
 * A value that fits a cell: up to three digits that matter where all of them are too many.
 * @param {number} value
 * @param {string} dtype
 */
export function cellText(value, dtype) {
  const text = valueText(value, dtype);
  if (text.length <= CELL_CHARACTERS) return text;
  if (Number.isInteger(value) && Math.abs(value) < 1e5) return String(value);
  const rounded = [3, 2, 1].map((digits) => String(Number(value.toPrecision(digits))));
  const fitting = Math.abs(value) < 1e5 && rounded.find((each) => each.length <= CELL_CHARACTERS);
  if (fitting) return fitting;
  const [short = "", shortest = ""] = [1, 0].map((digits) => value.toExponential(digits).replace("e+", "e"));
  return short.length <= CELL_CHARACTERS ? short : shortest;
}
