import assert from "node:assert/strict";
import test from "node:test";

import { cellWords, chosenBy, mistakesWords } from "../../static/lib/confusion.js";

const CONFUSION = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 }, (_, j) => (i === j ? 90 : 0)));
/** @type {number[]} */ (CONFUSION[4])[8] = 10;
const ALL = { step: 0, accuracy: 0.9, loss: 0, confusion: CONFUSION, mistakes: [] };

test("a cell says how many of its row it holds", () => {
  assert.equal(cellWords(CONFUSION, 48), "10 of the 100 digits that are a 4 are taken for an 8.");
  assert.equal(cellWords(CONFUSION, 44), "90 of the 100 digits that are a 4 are read rightly.");
});

test("a cell chooses its mistakes, one on the diagonal all of its class", () => {
  assert.deepEqual(chosenBy(48), { label: 4, predicted: 8 });
  assert.deepEqual(chosenBy(44), { label: 4, predicted: null });
  assert.deepEqual(chosenBy(null), { label: null, predicted: null });
});

test("the mistakes are counted in words", () => {
  assert.equal(mistakesWords({ ...ALL, mistakes_total: 1215 }, null, 24), "1,215 test digits are read wrongly; the surest 24 of them.");
  assert.equal(mistakesWords({ ...ALL, mistakes_total: 10 }, 48, 24), "10 × a true 4 taken for an 8, the surest first.");
  assert.equal(mistakesWords({ ...ALL, mistakes_total: 0 }, 44, 24), "No 4 is taken for something else.");
  assert.equal(mistakesWords({ ...ALL, mistakes_total: 0 }, null, 24), "It gets none wrong.");
});
