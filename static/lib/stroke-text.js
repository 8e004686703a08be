/**
 * Strokes as short text, so that a drawing fits into a link.
 *
 * A coordinate is two base-36 digits counting quarter units from 20 units outside the sheet; a point is x then y;
 * strokes are joined by ".".
 */

/** @typedef {import("./ink.js").Point} Point */
/** @typedef {import("./ink.js").Stroke} Stroke */

const OUTSIDE = 20;
const PER_UNIT = 4;
const LARGEST = 36 ** 2 - 1;
const TOLERANCE = 0.5;

/** @param {readonly Stroke[]} strokes */
export function writeStrokes(strokes) {
  return strokes.map((stroke) => stroke.map(writePoint).join("")).join(".");
}

/**
 * The strokes that a text stands for; what is not stroke text gives none.
 * @param {string} text
 * @returns {Stroke[]}
 */
export function readStrokes(text) {
  if (!/^([0-9a-z]{4})+(\.([0-9a-z]{4})+)*$/.test(text)) return [];
  return text.split(".").map((part) => (part.match(/.{4}/g) ?? []).map(readPoint));
}

/**
 * The same stroke with only the points that matter, each at a place that text can name exactly: what is drawn, what is
 * asked and what a link brings back are then one and the same.
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
export function settle(stroke) {
  return simplify(stroke.map((point) => readPoint(writePoint(point))));
}

/**
 * Ramer–Douglas–Peucker: drop points closer than half a unit to the line between those that stay.
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
function simplify(stroke) {
  const [first, last] = [stroke[0], stroke[stroke.length - 1]];
  if (!first || !last || stroke.length < 3) return stroke;
  const distances = stroke.map((point) => distanceToLine(point, first, last));
  const farthest = Math.max(...distances);
  if (farthest <= TOLERANCE) return [first, last];
  const middle = distances.indexOf(farthest);
  return [...simplify(stroke.slice(0, middle + 1)).slice(0, -1), ...simplify(stroke.slice(middle))];
}

/** @param {Point} point @param {Point} from @param {Point} to */
function distanceToLine(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [px, py] = [point.x - from.x, point.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  return Math.hypot(px - along * dx, py - along * dy);
}

/** @param {Point} point */
function writePoint({ x, y }) {
  return writeCoordinate(x) + writeCoordinate(y);
}

/** @param {number} value */
function writeCoordinate(value) {
  const counted = Math.min(LARGEST, Math.max(0, Math.round((value + OUTSIDE) * PER_UNIT)));
  return counted.toString(36).padStart(2, "0");
}

/** @param {string} text @returns {Point} */
function readPoint(text) {
  return { x: readCoordinate(text.slice(0, 2)), y: readCoordinate(text.slice(2)) };
}

/** @param {string} text */
function readCoordinate(text) {
  return parseInt(text, 36) / PER_UNIT - OUTSIDE;
}
