import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../static/lib/parts.js";
import { cellsOf, firstCell, hasGradient, lastCell, numbersOf, seenAt, seenBefore, valueParts } from "../../static/lib/tape-trace.js";

/** @typedef {import("../../static/lib/tape-trace.js").TapeStep} TapeStep */

/** @param {TapeStep["kind"]} kind @param {string | null} name @param {boolean} complete @returns {TapeStep} */
const step = (kind, name = null, complete = false) => ({ kind, name, complete, line: null, title: "", text: "" });
const STEPS = [step("watch"), step("record", "x1"), step("record", "result"), step("seed", "result", true), step("back", "x"), step("back", "x", true), step("gradients")];

/** @param {number[]} shape */
const shown = (...shape) => ({ shape, dtype: "float64", values: 0 });
/** @type {import("../../static/lib/tape-trace.js").TapeTrace} */
const TRACE = {
  value: shown(2),
  gradients: { z: null, W: shown(2, 3) },
  leaves: [
    { name: "z", kind: "variable", used: false, value: shown() },
    { name: "W", kind: "variable", used: true, value: shown(2, 3) },
  ],
  tape: [{ name: "x1", code: "x1 = x @ W", recorded: true, value: shown(4, 3), gradient: shown(4, 3) }],
  steps: STEPS,
  terms: null,
};

test("values are known once they are recorded, a gradient is whole once all has come", () => {
  assert.deepEqual([...seenAt(STEPS, 1).known], ["x1"]);
  assert.equal(seenAt(STEPS, 2).arrived.size, 0);
  assert.deepEqual([...seenAt(STEPS, 4).arrived], [["result", "whole"], ["x", "partly"]]);
  assert.equal(seenAt(STEPS, 6).arrived.get("x"), "whole");
  assert.equal(seenAt(STEPS, 5).name, "x");
});

test("before a guess all values are seen, and of gradients only those that were guessed", () => {
  const seen = seenBefore(TRACE, ["W"]);
  assert.deepEqual([[...seen.known], [...seen.arrived.keys()]], [["x1"], ["W"]]);
});

test("nobody asked: the last number of the first gradient that there is", () => {
  assert.deepEqual(firstCell(TRACE), { name: "W", index: [1, 2] });
  assert.equal(firstCell({ ...TRACE, gradients: { z: null, W: null } }), null);
  assert.deepEqual(lastCell({ name: "x", kind: "variable", used: true, value: shown() }), { name: "x", index: [] });
});

test("a number has a gradient where the tape has one", () => {
  for (const [name, index, has] of /** @type {[string, number[], boolean][]} */ ([["W", [1, 2], true], ["x1", [3, 0], true], ["W", [2, 0], false], ["W", [0], false], ["z", [], false]])) {
    assert.equal(hasGradient(TRACE, { name, index }), has, name);
  }
  assert.equal(hasGradient(TRACE, null), false);
});

test("terms light the numbers in their formulas and those through which the gradient comes", () => {
  const factor = { made: { name: "x1", index: [0, 2] }, formula: "x[0, 1]", cells: [{ name: "x", index: [0, 1] }] };
  const { values, gradients } = cellsOf([{ factors: [factor], formula: "", text: "" }]);
  assert.deepEqual([values, gradients], [[{ name: "x", index: [0, 1] }], [{ name: "x1", index: [0, 2] }]]);
});

test("a value says how it was recorded", () => {
  const [leaf] = TRACE.leaves;
  const value = { shape: [1, 2], dtype: "float64", values: [[1, 2.5]] };
  const trace = { ...TRACE, leaves: leaf ? [{ ...leaf, name: "x", value }] : [], tape: TRACE.tape.map((line) => ({ ...line, value })) };
  assert.equal(plain(valueParts(trace, { name: "x1", index: [0, 1] })), "x1[0, 1] = 2.5, recorded as x1 = x @ W.");
  assert.equal(plain(valueParts(trace, { name: "x", index: [0, 0] })), "x[0, 0] = 1.0.");
});

test("a gradient that is None has no numbers", () => {
  assert.deepEqual(numbersOf(TRACE.gradients), { W: 0 });
});
