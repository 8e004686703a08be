/**
 * A computation graph on paper: its edges, their curves, and where a key leads from one node to another.
 *
 * A place is the middle of a node; edges run from what is computed first to what is computed from it.
 * @typedef {{x: number, y: number}} Point
 * @typedef {Point & {width: number, height: number}} Box
 * @typedef {"LR" | "TB"} Direction
 * @typedef {{from: string, to: string, slot: number}} Edge
 * @typedef {{boxes: ReadonlyMap<string, Box>, edges: readonly Edge[], direction: Direction}} Plan
 */

/**
 * An edge for each operand of each node: `x * x` has two.
 * @param {readonly {id: string, parents: readonly string[]}[]} nodes
 * @returns {Edge[]}
 */
export function edgesOf(nodes) {
  return nodes.flatMap(({ id, parents }) => parents.map((from, slot) => ({ from, to: id, slot })));
}

/** @param {Edge} edge */
export function edgeKey({ from, to, slot }) {
  return `${from}-${to}-${slot}`;
}

/**
 * Leaves that are the two operands of a node: the first is to stand first.
 * @param {readonly Edge[]} edges
 * @returns {{left: string, right: string}[]}
 */
export function operandPairs(edges) {
  const computed = new Set(edges.map(({ to }) => to));
  const pairs = edges.flatMap(({ from, to, slot }) => {
    const other = edges.find((edge) => edge.to === to && edge.slot === slot + 1)?.from;
    return other === undefined || other === from || computed.has(from) || computed.has(other) ? [] : [{ left: from, right: other }];
  });
  return pairs.filter(({ left, right }, i) => !pairs.slice(0, i).some((pair) => pair.left === right && pair.right === left));
}

/**
 * A smooth way along points, as the data of an SVG path: straight at both ends, bent towards each point between.
 * @param {readonly Point[]} points at least two
 */
export function curve(points) {
  const at = ({ x, y } = { x: 0, y: 0 }) => `${round(x)},${round(y)}`;
  const bends = points.slice(1, -1).map((point, i) => `Q${at(point)} ${at(between(point, points[i + 2]))}`);
  return [`M${at(points[0])}`, `L${at(between(points[0], points[1]))}`, ...bends, `L${at(points.at(-1))}`].join("");
}

/** Half way along points. @param {readonly Point[]} points @returns {Point} */
export function halfWay(points) {
  const lengths = points.slice(1).map((point, i) => distance(point, points[i]));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const leg = Math.max(0, lengths.findIndex((length) => (rest -= length) <= 0));
  const [from, to, length] = [points[leg], points[leg + 1], lengths[leg] ?? 0];
  return between(to, from, length === 0 ? 0 : -rest / length);
}

/**
 * How much smaller a picture gets to be seen whole.
 * @param {{width: number, height: number}} size
 * @param {{width: number, height: number}} room
 * @param {number} least below it nothing could be read
 */
export function fitting(size, room, least) {
  return Math.max(least, Math.min(1, room.width / size.width, room.height / size.height));
}

/** @type {Readonly<Record<Direction, Readonly<Record<string, "on" | "back" | "before" | "after">>>>} */
const WAYS = {
  LR: { ArrowRight: "on", ArrowLeft: "back", ArrowUp: "before", ArrowDown: "after" },
  TB: { ArrowDown: "on", ArrowUp: "back", ArrowLeft: "before", ArrowRight: "after" },
};

/**
 * Along an edge, or to the neighbour that stands across.
 * @param {string} key
 * @param {string} id
 * @param {Plan} plan
 * @returns {string | null} null where the key leads nowhere
 */
export function leadsTo(key, id, plan) {
  const way = WAYS[plan.direction][key];
  if (!way) return null;
  if (way === "on") return nearest(id, plan.edges.filter(({ from }) => from === id).map(({ to }) => to), plan);
  if (way === "back") return nearest(id, plan.edges.filter(({ to }) => to === id).map(({ from }) => from), plan);
  return nearest(id, across(id, way === "before" ? -1 : 1, plan), plan);
}

/** Nodes that stand on that side and nearly as far along. @param {string} id @param {1 | -1} side @param {Plan} plan */
function across(id, side, { boxes, direction }) {
  const here = boxes.get(id);
  const [along, beside] = direction === "LR" ? /** @type {const} */ (["x", "y"]) : /** @type {const} */ (["y", "x"]);
  const reach = direction === "LR" ? "width" : "height";
  if (!here) return [];
  return [...boxes].flatMap(([other, box]) => {
    const isThere = side * (box[beside] - here[beside]) > 1 && Math.abs(box[along] - here[along]) < (box[reach] + here[reach]) / 2;
    return isThere ? [other] : [];
  });
}

/** @param {string} id @param {readonly string[]} ids @param {Plan} plan */
function nearest(id, ids, { boxes }) {
  const away = (/** @type {string} */ other) => distance(boxes.get(other), boxes.get(id));
  return ids.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** @param {Point} [from] @param {Point} [to] @param {number} [share] @returns {Point} */
function between(from = { x: 0, y: 0 }, to = from, share = 0.5) {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** @param {Point} [a] @param {Point} [b] */
function distance(a = { x: 0, y: 0 }, b = a) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(1));
}
