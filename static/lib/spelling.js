/** How NumPy spells a value and a shape. */

/** @typedef {"uint8" | "float32"} Dtype */

/** @param {readonly number[]} shape */
export function shapeText(shape) {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/**
 * A value as NumPy prints a scalar of that type: 253, 253.0, 0.99215686.
 * @param {number} value
 * @param {Dtype} dtype
 */
export function valueText(value, dtype) {
  if (dtype === "uint8") return String(value);
  return Number.isInteger(value) ? `${value}.0` : shortestFloat32(value);
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
