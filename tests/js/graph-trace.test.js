import assert from "node:assert/strict";
import test from "node:test";

import { flowLines, keyOf, lossOf, nodeWords, numbersText, picturedNodes, seenAt, slopeLine } from "../../static/lib/graph-trace.js";
import { CHAPTER, MEETING, TENSORS } from "./traces.js";

/** @typedef {import("../../static/lib/gradient-guess.js").Trace} Trace */

/** @param {Trace} trace @param {number} step @param {number} id */
const words = (trace, step, id) => nodeWords(/** @type {any} */ (trace.graph.nodes[id]), /** @type {any} */ (seenAt(trace, step)[id]), "loss");

test("forward, values appear node by node", () => {
  const known = (/** @type {number} */ step) => picturedNodes(CHAPTER, seenAt(CHAPTER, step)).map(({ value }) => value);
  assert.deepEqual(known(0), [8, 3, 2, null, 3, null, null, null]);
  assert.deepEqual(known(2), [8, 3, 2, 6, 3, 9, null, null]);
});

test("backward, gradients appear edge by edge, and the loss begins", () => {
  const gradients = (/** @type {number} */ step) => seenAt(CHAPTER, step).map(({ gradient }) => gradient);
  assert.deepEqual(gradients(4), Array(8).fill(null));
  assert.deepEqual(gradients(5), [...Array(7).fill(null), 1]);
  assert.deepEqual(gradients(13), [-1, 2, 3, 1, 1, 1, -1, 1]);
});

test("where paths meet, a gradient is only so far what has come", () => {
  const x = [4, 5, 6, 7].map((step) => seenAt(MEETING, step)[0]);
  assert.deepEqual(x.map((seen) => [seen?.gradient, seen?.partly]), [[null, false], [1, true], [4, true], [7, false]]);
  assert.match(words(MEETING, 6, 0), /grad\(loss, x\) = 4, so far\./);
});

test("a node says what it is, what it is worth, and whether backward has run", () => {
  assert.equal(words(CHAPTER, 0, 3), "x1 = x * w, not computed yet. grad(loss, x1): backward not run yet.");
  assert.equal(words(CHAPTER, 13, 3), "x1 = x * w = 6. grad(loss, x1) = 1.");
  assert.equal(words(TENSORS, 4, 1), "The constant 2. No gradient is asked for.");
  assert.match(words(TENSORS, 4, 2), /A corner\.$/);
});

test("one of many numbers is told exactly, with its place", () => {
  const [node, seen] = [TENSORS.graph.nodes[0], seenAt(TENSORS, 4)[0]];
  assert.equal(nodeWords(/** @type {any} */ (node), /** @type {any} */ (seen), "loss", [0, 1]), "W[0, 1] = -2. grad(loss, W[0, 1]) = 0.");
});

test("an edge shows upstream times local, and of tensors a rule and a shape", () => {
  const [only, last] = [TENSORS.backward[0], CHAPTER.backward[6]];
  assert.deepEqual(flowLines(CHAPTER, /** @type {any} */ (last)), ["1 × 3", "= +3"]);
  assert.deepEqual(flowLines(TENSORS, /** @type {any} */ (only)), ["…", "= (1, 2)"]);
  assert.equal(slopeLine(CHAPTER, /** @type {any} */ (last)), "3");
  assert.equal(keyOf(/** @type {any} */ (last)), "2-3-1");
});

test("few numbers are read out, of many only the shape", () => {
  assert.equal(numbersText([1, -0.5], [2]), "[1, −0.5]");
  assert.equal(numbersText([[1]], [1, 1]), "a tensor of shape (1, 1)");
  assert.equal(lossOf(CHAPTER.graph.nodes), "loss");
});
