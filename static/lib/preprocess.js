/**
 * The chapter's preprocessing of one sample, step by step: (28, 28) uint8 to (784,) float32 between 0 and 1.
 */

export const SIDE = 28;

/** @typedef {"uint8" | "float32"} Dtype */

/**
 * @typedef {object} Step
 * @property {string} name  short, as a heading
 * @property {string} text  what this step changes, and what it does not
 * @property {string} code  the chapter's line, "" for the first
 * @property {readonly number[]} shape
 * @property {Dtype} dtype
 * @property {Float32Array | Uint8Array} values  784 of them, row after row
 */

/**
 * @param {readonly (readonly number[])[]} pixels  28 rows of 28 values, 0..255
 * @param {{images: string, count: number}} set  the name and size of the array in the chapter's code
 * @returns {Step[]}
 */
export function preprocess(pixels, { images, count }) {
  const bytes = Uint8Array.from(pixels.flat());
  const floats = Float32Array.from(bytes);
  const scaled = floats.map((value) => value / 255);
  return [
    {
      name: "as it comes",
      text: "28 rows of 28 pixels. 0 is paper, 255 is full ink.",
      code: "",
      shape: [SIDE, SIDE],
      dtype: "uint8",
      values: bytes,
    },
    {
      name: "reshape",
      text: "The rows are laid end to end. No value changes: [row, column] becomes [28 × row + column].",
      code: `${images} = ${images}.reshape((${count}, 28 * 28))`,
      shape: [SIDE * SIDE],
      dtype: "uint8",
      values: bytes,
    },
    {
      name: "astype",
      text: "The same numbers as floats: 4 bytes each instead of 1, and room for what comes behind the point.",
      code: `${images} = ${images}.astype("float32")`,
      shape: [SIDE * SIDE],
      dtype: "float32",
      values: floats,
    },
    {
      name: "/ 255",
      text: "Every value now lies between 0 and 1, where a network learns most easily.",
      code: `${images} = ${images} / 255`,
      shape: [SIDE * SIDE],
      dtype: "float32",
      values: scaled,
    },
  ];
}

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
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((count) => Math.fround(Number(value.toPrecision(count))) === value);
  return String(Number(value.toPrecision(digits ?? 9)));
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
