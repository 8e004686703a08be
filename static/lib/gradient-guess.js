/** Which gradient is guessed before backward shows it, and what is said about a wrong guess. */

import { lossOf, numbersText } from "./graph-trace.js";
import { nodeOf, sumText, waysOf } from "./path-words.js";
import { valueAt } from "./nested.js";

/**
 * @typedef {import("./graph-trace.js").GraphTrace & {paths: Record<string, import("./path-words.js").Paths>}} Trace
 */

/**
 * The variable that is asked about: the one that is lit, else the first whose gradient is worth a thought.
 * @param {Trace} trace
 * @param {string | null} lit
 */
export function guessed(trace, lit) {
  const names = Object.keys(trace.paths);
  if (lit !== null && names.includes(lit)) return lit;
  return names.find((name) => ![0, 1, -1].includes(answerOf(trace, name))) ?? names[0] ?? null;
}

/**
 * @param {Trace} trace
 * @param {string} name of a variable
 * @returns {{question: string, answer: number, name: string, why: string}}
 */
export function guessOf(trace, name) {
  const { shape } = nodeOf(trace, name);
  const entry = shape.length > 0 ? `${name}[${shape.map(() => 0).join(", ")}]` : name;
  const gradient = `grad(${lossOf(trace.graph.nodes)}, ${entry})`;
  return { question: `What is ${gradient}?`, answer: answerOf(trace, name), name: gradient, why: why(trace, name) };
}

/** The gradient of a variable, or of its first number. @param {Trace} trace @param {string} name */
function answerOf(trace, name) {
  const { gradient, shape } = nodeOf(trace, name);
  return valueAt(gradient ?? 0, shape.map(() => 0)) ?? NaN;
}

/** The products along its ways, or how its gradient is made of those of its neighbours. @param {Trace} trace @param {string} name */
function why(trace, name) {
  const ways = waysOf(trace, /** @type {import("./path-words.js").Paths} */ (trace.paths[name]));
  const sum = sumText(trace, ways);
  if (sum) return ways.length > 1 ? `It is the sum over ${ways.length} paths: ${sum}.` : `Multiply along the path from the loss: ${sum}.`;
  const { id } = nodeOf(trace, name);
  const parts = trace.backward.filter(({ parent }) => parent === id).map(({ child, rule, upstream }) => {
    const node = /** @type {import("./graph-trace.js").GraphNode} */ (trace.graph.nodes[child]);
    return `${rule}, where g = grad(${lossOf(trace.graph.nodes)}, ${node.name}) is ${numbersText(upstream, node.shape)}`;
  });
  return `It is ${parts.join(", and added to it ")}.`;
}
