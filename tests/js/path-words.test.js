import assert from "node:assert/strict";
import test from "node:test";

import { keysOf, nodeOf, pathSentence, productTexts, sumText, waysOf, wayText } from "../../static/lib/path-words.js";
import { CHAPTER, MEETING, TENSORS } from "./traces.js";

/** @param {import("../../static/lib/gradient-guess.js").Trace} trace @param {string} name */
const ways = (trace, name) => waysOf(trace, /** @type {any} */ (trace.paths[name]));

test("the chapter's product is spelled out, and two flips of the sign cancel", () => {
  const [way] = ways(CHAPTER, "w");
  assert.equal(
    wayText(CHAPTER, way ?? []),
    "grad(loss, x3) · grad(x3, x2) · grad(x2, x1) · grad(x1, w)\n= −1 · −1 · 1 · 3 = 1 · 1 · 3 = 3",
  );
  assert.equal(pathSentence(CHAPTER, "w"), "grad(loss, w) = 1 · 1 · 3 = 3, along 1 path.");
});

test("a single factor is not told twice", () => assert.deepEqual(productTexts([3]), ["3"]));

test("the products of several paths are added up", () => {
  assert.equal(sumText(MEETING, ways(MEETING, "x")), "3 + 3 + 1");
  assert.equal(pathSentence(MEETING, "x"), "grad(loss, x) = 3 + 3 + 1 = 7, along 3 paths.");
});

test("of tensors a path tells what becomes of the gradient", () => {
  assert.equal(wayText(TENSORS, ways(TENSORS, "W")[0] ?? []), "loss → W: multiply.outer(x, g)");
  assert.equal(sumText(TENSORS, ways(TENSORS, "W")), "");
  assert.equal(pathSentence(TENSORS, "W"), "grad(loss, W) = a tensor of shape (1, 2), along 1 path.");
});

test("all nodes and edges of the paths are lit", () => {
  assert.deepEqual([...keysOf(ways(CHAPTER, "b"))].sort(), ["4", "4-5-1", "5", "5-6-1", "6", "6-7-0", "7"]);
  assert.equal(nodeOf(CHAPTER, "b").id, 4);
});
