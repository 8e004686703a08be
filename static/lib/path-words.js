/**
 * The ways from a variable to the loss: the derivatives along each are multiplied, the products of all ways added up.
 *
 * @typedef {import("./graph-trace.js").GraphTrace} GraphTrace
 * @typedef {import("./graph-trace.js").Backward} Backward
 * @typedef {{edges: number[]}} Path edges of `backward`, from the loss to the variable
 * @typedef {{count: string, listed: Path[]}} Paths
 */

import { isScalar, keyOf, lossOf, numbersText } from "./graph-trace.js";
import { short } from "./numbers.js";

/**
 * @param {GraphTrace} trace
 * @param {Paths} paths
 * @returns {Backward[][]}
 */
export function waysOf({ backward }, { listed }) {
  return listed.map(({ edges }) => edges.map((edge) => /** @type {Backward} */ (backward[edge])));
}

/**
 * What is said when a variable is lit.
 * @param {GraphTrace & {paths: Record<string, Paths>}} trace
 * @param {string} name
 * @returns {string} grad(loss, w) = 1 · 1 · 3 = 3, along 1 path.
 */
export function pathSentence(trace, name) {
  const { count } = /** @type {Paths} */ (trace.paths[name]);
  const { gradient, shape } = nodeOf(trace, name);
  const ways = waysOf(trace, /** @type {Paths} */ (trace.paths[name]));
  const sum = BigInt(count) > ways.length ? "" : sumText(trace, ways);
  const worth = gradient === null ? "" : numbersText(gradient, shape);
  const terms = [`grad(${lossOf(trace.graph.nodes)}, ${name})`, ...new Set([sum, worth].filter(Boolean))];
  return `${terms.join(" = ")}, along ${count} ${count === "1" ? "path" : "paths"}.`;
}

/**
 * The node of a variable.
 * @param {GraphTrace} trace
 * @param {string} name
 */
export function nodeOf({ graph }, name) {
  return /** @type {import("./graph-trace.js").GraphNode} */ (graph.nodes.find((node) => node.op === "variable" && node.name === name));
}

/**
 * Nodes and edges that lie on one of the ways.
 * @param {readonly (readonly Backward[])[]} ways
 * @returns {Set<string>}
 */
export function keysOf(ways) {
  return new Set(ways.flat().flatMap((edge) => [keyOf(edge), String(edge.child), String(edge.parent)]));
}

/**
 * One way: its derivatives by name, their numbers, and the product.
 * @param {GraphTrace} trace
 * @param {readonly Backward[]} way
 * @returns {string} grad(loss, x1) · grad(x1, w)\n= −2 · 3 = −6
 */
export function wayText(trace, way) {
  const name = (/** @type {number} */ id) => trace.graph.nodes[id]?.name ?? "";
  if (!isNumbers(trace, way)) return [lossOf(trace.graph.nodes), ...way.map(({ parent, rule }) => `${name(parent)}: ${rule}`)].join(" → ");
  const slopes = way.map(({ child, parent }) => `grad(${name(child)}, ${name(parent)})`).join(" · ");
  return `${slopes}\n= ${productTexts(factorsOf(way)).join(" = ")}`;
}

/**
 * The numbers of a product, once more without the signs that cancel, and what it is.
 * @param {readonly number[]} factors
 * @returns {string[]} ["−1 · −1 · 1 · 3", "1 · 1 · 3", "3"]
 */
export function productTexts(factors) {
  const calm = withoutFlips(factors);
  const all = [factors, ...(calm.length < factors.length && calm.length > 1 ? [calm] : [])];
  const product = factors.reduce((sofar, factor) => sofar * factor, 1);
  return [...new Set([...all.map((each) => each.map((factor) => short(factor)).join(" · ")), short(product)])];
}

/**
 * The gradient as the sum over all ways.
 * @param {GraphTrace} trace
 * @param {readonly (readonly Backward[])[]} ways
 * @returns {string} "1 · 1 · 3", "3 + 3", or "" where the ways are no numbers
 */
export function sumText(trace, ways) {
  if (ways.length === 0 || !ways.every((way) => isNumbers(trace, way))) return "";
  const [only] = ways;
  if (ways.length === 1 && only) return withoutFlips(factorsOf(only)).map((factor) => short(factor)).join(" · ");
  return ways.map((way) => short(factorsOf(way).reduce((product, factor) => product * factor, 1))).join(" + ");
}

/** @param {GraphTrace} trace @param {readonly Backward[]} way */
function isNumbers(trace, way) {
  return way.every((edge) => isScalar(trace, edge));
}

/** @param {readonly Backward[]} way */
function factorsOf(way) {
  return way.map(({ local }) => Number(local));
}

/** Two −1 in a row are 1. @param {readonly number[]} factors @returns {number[]} */
function withoutFlips(factors) {
  const at = factors.findIndex((factor, i) => factor === -1 && factors[i + 1] === -1);
  return at < 0 ? [...factors] : withoutFlips([...factors.slice(0, at), 1, ...factors.slice(at + 2)]);
}
