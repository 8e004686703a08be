import assert from "node:assert/strict";
import test from "node:test";

import { lifeWords, lineOf, names, winnerAt } from "../../static/lib/life.js";

/** @param {Record<number, number>} given */
const row = (given) => Array.from({ length: 10 }, (_, label) => given[label] ?? 0);
const LIFE = { run: "a", steps: [0, 1, 2], probabilities: [row({ 2: 0.5, 3: 0.1 }), row({ 7: 0.6, 2: 0.4 }), row({ 7: 0.9, 2: NaN })] };

test("a class has a line through its probabilities, from the first moment to the last", () => {
  assert.equal(lineOf(LIFE, 7), "0,1 0.5,0.4 1,0.09999999999999998");
  assert.equal(lineOf(LIFE, 2), "0,0.5 0.5,0.6 1,1");
});

test("the winner has its name at the end, others where they were most probable, if they ever were", () => {
  assert.deepEqual(names(LIFE).map(({ label, x }) => [label, x]), [[2, 0], [7, 1]]);
});

test("each moment has a winner and a sentence", () => {
  assert.deepEqual([0, 1, 2].map((place) => winnerAt(LIFE, place)), [2, 7, 7]);
  assert.match(lifeWords(LIFE, 1), /^After update 1: 7, 60\.00.%; next 2, 40\.00.%\.$/);
  assert.match(lifeWords(LIFE, 0), /^Before the first update: 2/);
  assert.equal(lifeWords(LIFE, 9), "");
});
