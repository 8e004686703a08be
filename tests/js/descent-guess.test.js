import assert from "node:assert/strict";
import test from "node:test";

import { guessOf } from "../../static/lib/descent-guess.js";

const way = (/** @type {string} */ title, /** @type {any} */ losses, fate = "stuck") =>
  /** @type {any} */ ({ title, losses, fate, text: "hardly moves." });

test("of one ball one guesses how it ends", () => {
  const { question, options, right, praise, whyNot } = guessOf([way("SGD", [4, 1])], 40);
  assert.equal(question, "Where will SGD be after 40 steps?");
  assert.deepEqual([options.length, right, praise], [5, "stuck", "It hardly moves."]);
  assert.match(whyNot("lowest"), /gradient is as good as 0/);
});

test("of several one guesses whose loss is lowest; what is no number never is", () => {
  const { options, right, whyNot } = guessOf([way("SGD", [4, "NaN"]), way("Adam", [4, 1]), way("RMSprop", [4, 2])], 40);
  assert.deepEqual(options.map(({ text }) => text), ["A SGD", "B Adam", "C RMSprop"]);
  assert.equal(right, "1");
  assert.equal(whyNot("2"), "Another one comes lower than RMSprop.");
});
