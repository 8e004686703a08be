/**
 * Where the cells of a tensor lie. The last axis runs across, the one before it down, the one before that into depth;
 * further axes lay such blocks side by side and one below the other. A cell is one unit wide and one high.
 */

/**
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./nested.js").Place} Place
 * @typedef {"across" | "down" | "depth"} Direction
 * @typedef {{direction: Direction, level: number, dx: number, dy: number, dz: number}} Run  how an axis runs, from one index to the next
 * @typedef {{x: number, y: number, z: number}} Spot  z is negative behind the front
 * @typedef {{counts: number[], runs: Run[], width: number, height: number}} Layout width and height in cells
 * @typedef {{axis: number, direction: Direction, length: number, x: number, y: number, width: number, height: number, cut: boolean}} Bracket
 */

/** How an axis runs, counted from the last. @type {readonly Direction[]} */
const DIRECTIONS = ["across", "down", "depth", "across", "down", "down"];
/** How many cells are drawn in a direction: all axes of this direction share them. Of layers one still sees a few. */
const ROOMS = {
  wide: { across: 10, down: 8, depth: 3 },
  blocks: { across: 8, down: 6, depth: 3 },
  narrow: { across: 10, down: 5, depth: 3 },
};
/** Blocks give way first, but at least so many of them are seen. */
const FEW = 2;
const GAP = 0.6;
const BEHIND = { dx: 0.5, dy: 0.45 };
/** Room at the edge for the bracket of an axis. */
const EDGE = 0.9;
/** How far the bracket of an axis that was cut runs on. */
const CUT = 0.4;

/**
 * @param {number} rank
 * @param {number} axis
 * @returns {Direction}
 */
export function directionOf(rank, axis) {
  return /** @type {Direction} */ (DIRECTIONS[rank - 1 - axis]);
}

/**
 * How many indices of each axis are drawn, from the first.
 * @param {Shape} shape
 * @param {boolean} [narrow]
 * @returns {number[]}
 */
export function drawnCounts(shape, narrow = false) {
  const room = narrow ? ROOMS.narrow : shape.length > 3 ? ROOMS.blocks : ROOMS.wide;
  const counts = [...shape];
  for (const direction of new Set(DIRECTIONS)) {
    const axes = shape.map((_, axis) => axis).filter((axis) => directionOf(shape.length, axis) === direction);
    giveWay(counts, axes, room[direction]);
  }
  return counts;
}

/**
 * @param {Shape} shape
 * @param {boolean} [narrow] whether the screen is
 * @returns {Layout}
 */
export function layout(shape, narrow = false) {
  const counts = drawnCounts(shape, narrow);
  /** @type {Run[]} */
  const runs = [];
  let [width, height] = [1, 1];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const direction = directionOf(shape.length, axis);
    const level = runs.filter((inner) => inner.direction === direction).length;
    const run = runOf(direction, level, { width, height });
    const more = Math.max(0, (counts[axis] ?? 1) - 1);
    runs.unshift(run);
    [width, height] = [width + more * run.dx, height + more * run.dy];
  }
  return { counts, runs, width, height };
}

/**
 * @param {Layout} layout
 * @param {Place} place
 * @returns {Spot}
 */
export function spotOf({ runs }, place) {
  const spot = { x: 0, y: 0, z: 0 };
  for (const [axis, { dx, dy, dz }] of runs.entries()) {
    const i = place[axis] ?? 0;
    spot.x += i * dx;
    spot.y += i * dy;
    spot.z += i * dz;
  }
  return spot;
}

/**
 * The front-most of some spots that lies under a point, those on one layer first.
 * @template {{spot: Spot}} S
 * @param {readonly S[]} spotted
 * @param {{x: number, y: number}} point
 * @param {number} layer z of the layer that comes first
 * @returns {S | null}
 */
export function hit(spotted, point, layer) {
  const under = spotted.filter(({ spot }) => isOver(spot, point));
  const front = under.sort((a, b) => b.spot.z - a.spot.z)[0] ?? null;
  return under.find(({ spot }) => spot.z === layer) ?? front;
}

/**
 * Room for the brackets beside and above the cells.
 * @param {Layout} layout
 */
export function edgesOf({ runs }) {
  const levels = (/** @type {Direction} */ wanted) => runs.filter(({ direction }) => direction === wanted).length;
  return { left: levels("down") * EDGE, top: levels("across") * EDGE };
}

/**
 * What measures each axis of a shape that lies right-aligned in the layout; x and y are its beginning.
 * @param {Layout} layout
 * @param {Shape} shape
 * @returns {Bracket[]}
 */
export function bracketsOf({ counts, runs }, shape) {
  const missing = runs.length - shape.length;
  return shape.map((length, i) => {
    const axis = missing + i;
    const run = /** @type {Run} */ (runs[axis]);
    const drawn = Math.min(length, counts[axis] ?? 0);
    const cut = drawn < length;
    const steps = Math.max(0, drawn - 1);
    const inner = extentOf(runs.slice(axis + 1), shape.slice(i + 1), counts.slice(axis + 1));
    return { axis, direction: run.direction, length, cut, ...placed(run, steps, inner, cut ? CUT : 0) };
  });
}

/** @param {Spot} spot @param {{x: number, y: number}} point */
function isOver(spot, { x, y }) {
  return x >= spot.x && x < spot.x + 1 && y >= spot.y && y < spot.y + 1;
}

/** @param {Run} run @param {number} steps @param {{width: number, height: number}} inner @param {number} more */
function placed({ direction, level, dx, dy }, steps, inner, more) {
  const away = -level * EDGE;
  if (direction === "across") return { x: 0, y: away, width: steps * dx + inner.width + more, height: 0 };
  if (direction === "down") return { x: away, y: 0, width: 0, height: steps * dy + inner.height + more };
  return { x: inner.width, y: 0, width: (steps + more) * dx, height: (steps + more) * dy };
}

/** @param {readonly Run[]} runs @param {Shape} shape @param {readonly number[]} counts */
function extentOf(runs, shape, counts) {
  let [width, height] = [1, 1];
  for (const [axis, { dx, dy }] of runs.entries()) {
    const steps = Math.max(0, Math.min(shape[axis] ?? 1, counts[axis] ?? 1) - 1);
    [width, height] = [width + steps * dx, height + steps * dy];
  }
  return { width, height };
}

/** @param {Direction} direction @param {number} level @param {{width: number, height: number}} block @returns {Run} */
function runOf(direction, level, { width, height }) {
  const gap = level * GAP;
  if (direction === "across") return { direction, level, dx: width + gap, dy: 0, dz: 0 };
  if (direction === "down") return { direction, level, dx: 0, dy: height + gap, dz: 0 };
  return { direction, level, ...BEHIND, dz: -1 };
}

/** The outer axes first. @param {number[]} counts @param {readonly number[]} axes @param {number} room */
function giveWay(counts, axes, room) {
  const drawn = () => axes.reduce((product, axis) => product * (counts[axis] ?? 1), 1);
  for (const axis of axes) {
    while (drawn() > room && (counts[axis] ?? 0) > FEW) counts[axis] = (counts[axis] ?? 0) - 1;
  }
}
