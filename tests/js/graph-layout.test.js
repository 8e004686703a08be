import assert from "node:assert/strict";
import test from "node:test";

import { curve, edgeKey, edgesOf, fitting, halfWay, leadsTo, operandPairs } from "../../static/lib/graph-layout.js";

const NODES = [
  { id: "x", parents: [] },
  { id: "w", parents: [] },
  { id: "product", parents: ["x", "w"] },
  { id: "square", parents: ["product", "product"] },
];
const box = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, width: 100, height: 60 });
const BOXES = { x: box(50, 30), w: box(50, 130), product: box(250, 80), square: box(450, 80) };
const PLAN = { boxes: new Map(Object.entries(BOXES)), edges: edgesOf(NODES), direction: /** @type {const} */ ("LR") };
const turned = Object.entries(BOXES).map(([id, { x, y, ...size }]) => /** @type {const} */ ([id, { x: y, y: x, ...size }]));
const DOWN = { ...PLAN, boxes: new Map(turned), direction: /** @type {const} */ ("TB") };

test("an operand that is used twice has two edges of their own", () => {
  assert.deepEqual(edgesOf(NODES).map(edgeKey), ["x-product-0", "w-product-1", "product-square-0", "product-square-1"]);
});

test("arrow keys lead along edges, and across to the neighbour", () => {
  assert.equal(leadsTo("ArrowRight", "x", PLAN), "product");
  assert.equal(leadsTo("ArrowLeft", "square", PLAN), "product");
  assert.equal(leadsTo("ArrowDown", "x", PLAN), "w");
  assert.equal(leadsTo("ArrowUp", "w", PLAN), "x");
  for (const [key, id] of [["ArrowUp", "x"], ["ArrowRight", "square"], ["ArrowLeft", "x"], ["Enter", "x"], ["ArrowUp", "gone"]]) {
    assert.equal(leadsTo(key ?? "", id ?? "", PLAN), null);
  }
});

test("where the graph runs down, down is on", () => {
  assert.equal(leadsTo("ArrowDown", "x", DOWN), "product");
  assert.equal(leadsTo("ArrowUp", "product", DOWN), "x");
  assert.equal(leadsTo("ArrowRight", "x", DOWN), "w");
  assert.equal(leadsTo("ArrowLeft", "w", DOWN), "x");
});

test("a curve begins and ends at its points", () => {
  assert.equal(curve([{ x: 0, y: 0 }, { x: 10, y: 0 }]), "M0,0L5,0L10,0");
  assert.equal(curve([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 20, y: 10 }]), "M0,0L5,0Q10,0 15,5L20,10");
});

test("half way is measured along the way", () => {
  assert.deepEqual(halfWay([{ x: 0, y: 0 }, { x: 30, y: 0 }, { x: 30, y: 10 }]), { x: 20, y: 0 });
  assert.deepEqual(halfWay([{ x: 2, y: 3 }, { x: 2, y: 3 }]), { x: 2, y: 3 });
});

test("a picture shrinks to its room, but never grows, nor below what can be read", () => {
  assert.equal(fitting({ width: 100, height: 50 }, { width: 400, height: 400 }, 0.5), 1);
  assert.equal(fitting({ width: 500, height: 50 }, { width: 400, height: 400 }, 0.5), 0.8);
  assert.equal(fitting({ width: 4000, height: 50 }, { width: 400, height: 400 }, 0.5), 0.5);
});

test("of two leaves that meet the first operand stands first, unless they meet the other way round, too", () => {
  assert.deepEqual(operandPairs(edgesOf(NODES)), [{ left: "x", right: "w" }]);
  const turned = { id: "turned", parents: ["w", "x"] };
  assert.deepEqual(operandPairs(edgesOf([...NODES, turned])), [{ left: "x", right: "w" }]);
});
