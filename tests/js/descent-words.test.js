import assert from "node:assert/strict";
import test from "node:test";

import { ENDS, OVERLOOKED, placeText, probeText } from "../../static/lib/descent-words.js";

test("a place of a curve says where uphill is", () => {
  assert.match(probeText({ place: [-2], loss: 4, gradient: [-4], kink: "" }), /^At x = −2 the loss is 4 and the gradient −4\. .*uphill is to the left/);
  assert.match(probeText({ place: [2], loss: 4, gradient: [4], kink: "" }), /uphill is to the right/);
});

test("a place of a surface says how steep it is", () => {
  assert.match(probeText({ place: [3, 4], loss: 1, gradient: [3, 4], kink: "" }), /At \(3, 4\).*gradient \(3, 4\)\. .*by 5 a unit/);
});

test("where it is flat, and where there is no number, there is nothing to follow", () => {
  assert.match(probeText({ place: [0], loss: 0, gradient: [0], kink: "" }), /nothing to follow/);
  assert.match(probeText({ place: [0], loss: NaN, gradient: [NaN], kink: "" }), /no slope to follow/);
  assert.match(probeText({ place: [0, 1], loss: NaN, gradient: [NaN, 1], kink: "" }), /no slope to follow/);
});

test("a kink is explained where it is", () => {
  const kink = "abs has a corner at 0.";
  assert.equal(probeText({ place: [0], loss: 0, gradient: [0], kink }), `At x = 0 the loss is 0 and the gradient 0. ${kink}`);
  assert.match(probeText({ place: [0, 1], loss: 1, gradient: [0, 2], kink }), /a step goes the other way\. abs has a corner at 0\.$/);
});

test("every end can be guessed, and a wrong guess gets a hint", () => {
  assert.deepEqual(Object.keys(ENDS), Object.keys(OVERLOOKED));
});

test("a place has a number for each axis", () => {
  assert.deepEqual([placeText([1]), placeText([1, -2])], ["x = 1", "(1, −2)"]);
});
