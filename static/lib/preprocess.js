/**
 * The chapter's preprocessing of one sample, step by step: (28, 28) uint8 to (784,) float32 between 0 and 1.
 */

export const SIDE = 28;

/** @typedef {import("./spelling.js").Dtype} Dtype */

/**
 * @typedef {object} Step
 * @property {string} name  short, as a heading
 * @property {string} text  what this step changes, and what it does not
 * @property {string} code  the line that gives this
 * @property {readonly number[]} shape
 * @property {Dtype} dtype
 * @property {Float32Array | Uint8Array} values  784 of them, row after row
 */

/**
 * @param {readonly (readonly number[])[]} pixels  28 rows of 28 values, 0..255
 * @param {{images: string, count: number, index: number}} where  the array's name and size, and the sample's place
 * @returns {Step[]}
 */
export function preprocess(pixels, { images, count, index }) {
  const bytes = Uint8Array.from(pixels.flat());
  const floats = Float32Array.from(bytes);
  const scaled = floats.map((value) => value / 255);
  return [
    {
      name: "as it comes",
      text: "28 rows of 28 pixels. 0 is paper, 255 is full ink.",
      code: `${images}[${index}]`,
      shape: [SIDE, SIDE],
      dtype: "uint8",
      values: bytes,
    },
    {
      name: "reshape",
      text:
        `The rows are laid end to end, (${count},\u00a028,\u00a028) → (${count},\u00a0784). ` +
        "No value changes: [row, column] becomes [28 × row + column].",
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
