import assert from "node:assert/strict";
import test from "node:test";

import { guessed, guessOf } from "../../static/lib/gradient-guess.js";
import { CHAPTER, MEETING, TENSORS } from "./traces.js";

test("one is asked about what is lit, else about a gradient that takes a thought", () => {
  assert.equal(guessed(CHAPTER, "w"), "w");
  assert.equal(guessed(CHAPTER, null), "x");
  assert.equal(guessed(CHAPTER, "gone"), "x");
});

test("a wrong guess gets the products of the paths", () => {
  const guess = guessOf(CHAPTER, "w");
  assert.deepEqual([guess.question, guess.answer], ["What is grad(loss, w)?", 3]);
  assert.equal(guess.why, "Multiply along the path from the loss: 1 · 1 · 3.");
  assert.match(guessOf(MEETING, "x").why, /the sum over 3 paths: 3 \+ 3 \+ 1\./);
});

test("of a tensor the first number is asked for, and the rule explains it", () => {
  const guess = guessOf(TENSORS, "W");
  assert.deepEqual([guess.name, guess.answer], ["grad(loss, W[0, 0])", 0.5]);
  assert.equal(guess.why, "It is multiply.outer(x, g), where g = grad(loss, loss) is 1.");
});
