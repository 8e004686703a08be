/** What is drawn on the plane before any layer: a grid, and a digit of which every pixel is a square. */

/** @typedef {import("./plane.js").Point} Point */

/** The grid of the server: half a unit apart, from −2 to 2. */
export const TICKS = Array.from({ length: 9 }, (_, i) => i / 2 - 2);
const [LOW, HIGH] = [-2, 2];
/** @type {readonly Point[]} in the order of the server's: row after row, from below */
export const GRID_POINTS = TICKS.flatMap((y) => TICKS.map((x) => /** @type {Point} */ ([x, y])));
/** @type {readonly (readonly Point[])[]} the lines on which x runs, from below */
export const ROWS = TICKS.map((y) => [[LOW, y], [HIGH, y]]);
/** @type {readonly (readonly Point[])[]} the lines on which y runs, from the left */
export const COLUMNS = TICKS.map((x) => [[x, LOW], [x, HIGH]]);
/** @type {readonly Point[]} its area is by what areas are multiplied */
export const UNIT_SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];

/** Ink in so many strengths. */
export const SHADES = 8;
const PAPER = 16;

/**
 * The inked pixels by their strength, from faint to full, each a closed square on the grid's four units.
 * @param {readonly (readonly number[])[]} pixels 0 to 255
 * @returns {Point[][][]}
 */
export function digitSquares(pixels) {
  const size = (HIGH - LOW) / pixels.length;
  const shades = Array.from({ length: SHADES }, () => /** @type {Point[][]} */ ([]));
  pixels.forEach((row, down) =>
    row.forEach((ink, right) => {
      if (ink < PAPER) return;
      shades[Math.floor((ink * SHADES) / 256)]?.push(square(LOW + right * size, HIGH - down * size, size));
    }),
  );
  return shades;
}

/** @param {number} left @param {number} top @param {number} size @returns {Point[]} */
function square(left, top, size) {
  const [right, bottom] = [left + size, top - size];
  return [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]];
}

/**
 * Points as a path: lines of no length, which round ends make dots.
 * @param {readonly Point[]} points
 */
export function dotsOf(points) {
  return pathOf(points.map((point) => [point, point]));
}

const FARTHEST = 1e4;

/**
 * Lines as the path of an SVG, whose y grows downwards.
 * @param {readonly (readonly Point[])[]} lines
 */
export function pathOf(lines) {
  return lines.map((line) => `M${line.map(([x, y]) => `${coordinate(x)} ${coordinate(-y)}`).join("L")}`).join("");
}

/** @param {number} value */
function coordinate(value) {
  return Number(Math.max(-FARTHEST, Math.min(FARTHEST, value)).toFixed(4));
}
