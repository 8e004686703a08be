/** A guess at the gradient of a variable: its shape, and one of its numbers if that can be done in the head. */

import { samePlace } from "./nested.js";
import { plain, placeParts } from "./parts.js";
import { shapeText, valueText } from "./spelling.js";
import { fromWire } from "./wire.js";

/**
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./tape-trace.js").TapeTrace} TapeTrace
 * @typedef {import("./tape-trace.js").Why} Why
 */

const NONE = "It is None";
/** Terms that one can add up in the head, and digits of their sum. */
const FEW = 6;
const SHORT = 6;

/**
 * @param {TapeTrace} trace
 * @param {string} name of a variable
 * @param {Why | null} why the terms of a number of it
 */
export function gradientGuess({ leaves, gradients }, name, why) {
  const gradient = gradients[name] ?? null;
  const own = leaves.find((leaf) => leaf.name === name)?.value.shape ?? [];
  return {
    question: `What shape will the gradient of ${name} have?`,
    shape: gradient?.shape ?? null,
    misfit: NONE,
    whyNot: (/** @type {Shape | null} */ guess) => (gradient ? whyNot(name, own, guess) : guess ? [`The result does not depend on ${name}: no number of the gradient is there, not even a 0.`] : []),
    cell: gradient && why ? cellGuess(why) : null,
  };
}

/** @param {string} name @param {Shape} own @param {Shape | null} guess */
function whyNot(name, own, guess) {
  if (guess === null) return [`The result depends on ${name}, and the tape watches it.`];
  if (samePlace(guess, own)) return [];
  return [`A gradient says of each number of its variable how much it moves the result. ${name} is ${shapeText(own)}.`];
}

/** @param {Why} why */
function cellGuess({ variable, index, count, terms, gradient }) {
  const text = valueText(fromWire(gradient), "float64");
  if (count > FEW || text.length > SHORT || !Number.isFinite(Number(text))) return null;
  const name = plain(placeParts(`grad_${variable}`, index));
  return { name, text, how: terms.map((term) => term.formula || term.text).join(" + ") };
}
