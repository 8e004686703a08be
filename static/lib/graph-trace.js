/**
 * What is seen of a computation graph at a step of its story: values as far as forward has come, gradients as far as backward.
 *
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {{id: number, op: string, label: string, name: string, formula: string, shape: number[], value: Nested,
 *   gradient: Nested | null, preview: string | null, parents: number[]}} GraphNode
 * @typedef {{child: number, parent: number, operand: number, upstream: Nested, local: Nested | null, derivative: string,
 *   rule: string, kink: string | null, summed: number[], contribution: Nested, total: Nested}} Backward
 * @typedef {{kind: "values" | "forward" | "seed" | "backward" | "gradients", node: number | null, edge: number | null,
 *   title: string, text: string}} GraphStep
 * @typedef {{graph: {nodes: GraphNode[]}, backward: Backward[], steps: GraphStep[]}} GraphTrace
 */

import { edgeKey } from "./graph-layout.js";
import { valueAt } from "./nested.js";
import { short, shorter, withSign } from "./numbers.js";
import { shapeText } from "./spelling.js";

/** Numbers of a vector that are read out. */
const FEW = 3;
/** Letters of a rule for which there is room on an edge. */
const LONGEST_RULE = 9;

/** @typedef {{known: boolean, gradient: Nested | null, partly: boolean, kink: string | null}} Seen */

/**
 * @param {GraphTrace} trace
 * @param {number} step
 * @returns {Seen[]} one a node
 */
export function seenAt({ graph, backward, steps }, step) {
  const gone = steps.slice(0, step + 1);
  const computed = new Set(gone.flatMap(({ kind, node }) => (kind === "forward" ? [node] : [])));
  const isSeeded = gone.some(({ kind }) => kind === "seed");
  const edges = gone.filter(({ kind }) => kind === "backward").length;
  return graph.nodes.map(({ id, parents, gradient }, i) => {
    const brought = backward.filter(({ parent }) => parent === id);
    const arrived = backward.slice(0, edges).filter(({ parent }) => parent === id);
    const own = isSeeded && i === graph.nodes.length - 1 ? gradient : null;
    return {
      known: parents.length === 0 || computed.has(id),
      gradient: arrived.at(-1)?.total ?? own,
      partly: arrived.length > 0 && arrived.length < brought.length,
      kink: backward.slice(0, edges).find(({ child, kink }) => child === id && kink)?.kink ?? null,
    };
  });
}

/**
 * The nodes as a picture takes them.
 * @param {GraphTrace} trace
 * @param {readonly Seen[]} seen
 * @returns {import("./node-look.js").NodeLook[]}
 */
export function picturedNodes({ graph }, seen) {
  return graph.nodes.map((node, i) => {
    const { known, gradient, partly, kink } = /** @type {Seen} */ (seen[i]);
    return {
      id: String(node.id),
      title: node.label,
      name: node.parents.length > 0 ? node.name : "",
      kind: node.op === "variable" || node.op === "constant" ? node.op : "operation",
      shape: node.shape,
      value: known ? node.value : null,
      gradient,
      hasGradient: node.gradient !== null,
      partly,
      kink: kink !== null,
      parents: node.parents.map(String),
      sentence: nodeWords(node, /** @type {Seen} */ (seen[i]), lossOf(graph.nodes)),
    };
  });
}

/** What the result is called. @param {readonly GraphNode[]} nodes */
export function lossOf(nodes) {
  return nodes.at(-1)?.name ?? "";
}

/** @param {Pick<Backward, "child" | "parent" | "operand">} edge */
export function keyOf({ child, parent, operand }) {
  return edgeKey({ from: String(parent), to: String(child), slot: operand });
}

/**
 * What stands on the edge along which something flows back.
 * @param {GraphTrace} trace
 * @param {Backward} edge
 * @returns {string[]} ["1 × 3", "= +3"]
 */
export function flowLines(trace, edge) {
  const { upstream, local, contribution } = edge;
  if (!isScalar(trace, edge)) return [slopeLine(trace, edge), `= ${shapeText(trace.graph.nodes[edge.parent]?.shape ?? [])}`];
  const [flowing, slope] = [upstream, local].map((each) => shorter(Number(each)));
  return [`${flowing} × ${slope}`, `= ${withSign(Number(contribution), shorter(Number(contribution)))}`];
}

/**
 * The derivative along an edge.
 * @param {GraphTrace} trace
 * @param {Backward} edge
 * @returns {string} "3", or of tensors what becomes of the gradient, if there is room for it
 */
export function slopeLine(trace, edge) {
  if (isScalar(trace, edge)) return shorter(Number(edge.local));
  return edge.rule.length <= LONGEST_RULE ? edge.rule : "…";
}

/** @param {GraphTrace} trace @param {Pick<Backward, "child" | "parent">} edge */
export function isScalar({ graph }, { child, parent }) {
  return graph.nodes[child]?.shape.length === 0 && graph.nodes[parent]?.shape.length === 0;
}

/**
 * What a node says of itself.
 * @param {GraphNode} node
 * @param {Seen} seenOf
 * @param {string} loss name of the result
 * @param {readonly number[] | null} [place] of the number that is asked about, if it is one of many
 */
export function nodeWords(node, seenOf, loss, place = null) {
  const { name, op, formula, shape, value, gradient, preview } = node;
  const { known, gradient: seen, partly, kink } = seenOf;
  if (place && place.length > 0) return entryWords(node, seenOf, loss, place);
  const title = op === "constant" ? `The constant ${name}` : op === "variable" ? name : `${name} = ${formula}`;
  const worth = !known ? ", not computed yet" : op === "constant" ? "" : ` = ${numbersText(value, shape)}`;
  const words = [`${title}${worth}.`, preview ? `Shown: ${preview}.` : ""];
  const sofar = partly ? ", so far" : "";
  if (gradient === null) words.push("No gradient is asked for.");
  else if (seen === null) words.push(`grad(${loss}, ${name}): backward not run yet.`);
  else words.push(`grad(${loss}, ${name}) = ${numbersText(seen, shape)}${sofar}.`, kink ?? "");
  return words.filter(Boolean).join(" ");
}

/** @param {GraphNode} node @param {Seen} seen @param {string} loss @param {readonly number[]} place */
function entryWords({ name, value }, { known, gradient }, loss, place) {
  const at = `${name}[${place.join(", ")}]`;
  const worth = known ? ` = ${valueAt(value, place)}` : ", not computed yet";
  return `${at}${worth}.${gradient === null ? "" : ` grad(${loss}, ${at}) = ${valueAt(gradient, place)}.`}`;
}

/** A number, a short vector, or a shape. @param {Nested} values @param {readonly number[]} shape */
export function numbersText(values, shape) {
  if (shape.length === 0) return short(Number(values));
  if (shape.length > 1 || Number(shape[0]) > FEW) return `a tensor of shape ${shapeText(shape)}`;
  return `[${/** @type {Nested[]} */ (values).map((each) => short(Number(each))).join(", ")}]`;
}
