import { Graph, layout } from "../vendor/dagre.esm.js";
import { edgeKey, operandPairs } from "../lib/graph-layout.js";

/**
 * @typedef {import("../lib/graph-layout.js").Box} Box
 * @typedef {import("../lib/graph-layout.js").Point} Point
 * @typedef {import("../lib/graph-layout.js").Plan & {ways: ReadonlyMap<string, readonly Point[]>, width: number, height: number}} Placed
 */

/** So many edges are untangled; more would take a second. */
const MOST_UNTANGLED = 150;
const GAPS = { LR: { ranksep: 76, nodesep: 22 }, TB: { ranksep: 44, nodesep: 16 } };

/**
 * Where the nodes of a graph stand and their edges run, as dagre lays them out.
 * @param {ReadonlyMap<string, {width: number, height: number}>} sizes
 * @param {readonly import("../lib/graph-layout.js").Edge[]} edges
 * @param {import("../lib/graph-layout.js").Direction} direction
 * @returns {Placed}
 */
export function placed(sizes, edges, direction) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, edgesep: 14, marginx: 4, marginy: 20, ...GAPS[direction] });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [id, size] of sizes) graph.setNode(id, { ...size });
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {}, edgeKey(edge));
  layout(graph, { constraints: operandPairs(edges), disableOptimalOrderHeuristic: edges.length > MOST_UNTANGLED });
  const { width = 0, height = 0 } = graph.graph();
  const boxes = new Map(graph.nodes().map((id) => [id, /** @type {Box} */ (graph.node(id))]));
  const ways = new Map(graph.edges().map((edge) => [edge.name ?? "", graph.edge(edge).points ?? []]));
  return { boxes, ways, edges, direction, width, height };
}
