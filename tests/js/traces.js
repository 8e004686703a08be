/** Traces of the chapter's graph, abs(y_true - (x*w + b)), and of x * x + x, as the server tells them. */

/** @typedef {import("../../static/lib/gradient-guess.js").Trace} Trace */

/** @param {Partial<import("../../static/lib/graph-trace.js").GraphNode>} node @returns {any} */
const node = (node) => ({ op: "operation", label: node.name, formula: "", shape: [], gradient: 0, preview: null, parents: [], ...node });
/** @param {number} child @param {number} parent @param {number} operand @param {number} upstream @param {number} local @param {number} [total] @returns {any} */
const edge = (child, parent, operand, upstream, local, total = upstream * local) => ({
  ...{ child, parent, operand, upstream, local, total, contribution: upstream * local, derivative: "", rule: "g * x", kink: null, summed: [] },
});

/** @param {any[]} nodes @param {any[]} backward @returns {any[]} */
function stepsOf(nodes, backward) {
  const forward = nodes.filter(({ parents }) => parents.length > 0).map(({ id }) => ({ kind: "forward", node: id, edge: null }));
  const back = backward.map(({ parent }, i) => ({ kind: "backward", node: parent, edge: i }));
  return [{ kind: "values" }, ...forward, { kind: "seed", node: nodes.length - 1, edge: null }, ...back, { kind: "gradients" }];
}

/** @param {any[]} nodes @param {any[]} backward @param {any} paths @returns {Trace} */
const trace = (nodes, backward, paths) => ({ graph: { nodes }, backward, paths, steps: stepsOf(nodes, backward) });

export const CHAPTER = trace(
  [
    node({ id: 0, op: "variable", name: "y_true", value: 8, gradient: -1 }),
    node({ id: 1, op: "variable", name: "x", value: 3, gradient: 2 }),
    node({ id: 2, op: "variable", name: "w", value: 2, gradient: 3 }),
    node({ id: 3, name: "x1", label: "*", formula: "x * w", value: 6, gradient: 1, parents: [1, 2] }),
    node({ id: 4, op: "variable", name: "b", value: 3, gradient: 1 }),
    node({ id: 5, name: "x2", label: "+", formula: "x1 + b", value: 9, gradient: 1, parents: [3, 4] }),
    node({ id: 6, name: "x3", label: "-", formula: "y_true - x2", value: -1, gradient: -1, parents: [0, 5] }),
    node({ id: 7, name: "loss", label: "abs", formula: "abs(x3)", value: 1, gradient: 1, parents: [6] }),
  ],
  [edge(7, 6, 0, 1, -1), edge(6, 0, 0, -1, 1), edge(6, 5, 1, -1, -1), edge(5, 3, 0, 1, 1), edge(5, 4, 1, 1, 1), edge(3, 1, 0, 1, 2), edge(3, 2, 1, 1, 3)],
  {
    y_true: { count: "1", listed: [{ edges: [0, 1] }] },
    x: { count: "1", listed: [{ edges: [0, 2, 3, 5] }] },
    w: { count: "1", listed: [{ edges: [0, 2, 3, 6] }] },
    b: { count: "1", listed: [{ edges: [0, 2, 4] }] },
  },
);

export const MEETING = trace(
  [
    node({ id: 0, op: "variable", name: "x", value: 3, gradient: 7 }),
    node({ id: 1, name: "x1", label: "*", formula: "x * x", value: 9, gradient: 1, parents: [0, 0] }),
    node({ id: 2, name: "loss", label: "+", formula: "x1 + x", value: 12, gradient: 1, parents: [1, 0] }),
  ],
  [edge(2, 1, 0, 1, 1), edge(2, 0, 1, 1, 1), edge(1, 0, 0, 1, 3, 4), edge(1, 0, 1, 1, 3, 7)],
  { x: { count: "3", listed: [{ edges: [0, 2] }, { edges: [0, 3] }, { edges: [1] }] } },
);

export const TENSORS = trace(
  [
    node({ id: 0, op: "variable", name: "W", shape: [1, 2], value: [[1, -2]], gradient: [[0.5, 0]] }),
    node({ id: 1, op: "constant", name: "2", value: 2, gradient: null }),
    node({ id: 2, name: "loss", label: "sum", formula: "sum(W)", value: -1, gradient: 1, parents: [0] }),
  ],
  [{ ...edge(2, 0, 0, 1, 1), local: null, rule: "multiply.outer(x, g)", contribution: [[0.5, 0]], total: [[0.5, 0]], kink: "A corner." }],
  { W: { count: "1", listed: [{ edges: [0] }] } },
);
