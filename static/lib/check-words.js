/** Three answers to one question: our gradient, TensorFlow's, and the central difference. */

import { short } from "./numbers.js";
import { shapeOf } from "./nested.js";

/**
 * @typedef {import("./nested.js").Nested} Nested
 * @typedef {object} Check
 * @property {Readonly<Record<string, Nested>> | string} tensorflow by variable, or why there is none yet
 * @property {Readonly<Record<string, Nested>>} finite_difference
 * @property {import("./wire.js").WireNumber | null} max_tensorflow_difference
 * @property {import("./wire.js").WireNumber | null} max_measured_difference from the central difference
 */

/** Numbers of a gradient that are told side by side. */
const MOST = 3;
const MOST_AXES = 2;

/** @type {Readonly<Record<string, string>>} */
const WITHOUT = {
  loading: "TensorFlow is loading, in a process of its own; its answer comes by itself.",
  unavailable: "TensorFlow does not answer this.",
};

export const CHECK_HEADS = ["variable", "ours", "TensorFlow", "central difference"];

/**
 * @param {Readonly<Record<string, Nested>>} gradients
 * @param {Check} check
 * @returns {string[][]} a row for each variable
 */
export function checkRows(gradients, { tensorflow, finite_difference: differences }) {
  return Object.entries(gradients).map(([name, ours]) => {
    const theirs = typeof tensorflow === "string" ? tensorflow : firstOf(tensorflow[name]);
    return [name, firstOf(ours), theirs, firstOf(differences[name])];
  });
}

/** @param {Check} check */
export function checkText({ tensorflow, max_tensorflow_difference: theirs, max_measured_difference: measured }) {
  const difference = `Largest difference from TensorFlow: ${differenceText(theirs)}.`;
  const told = typeof tensorflow === "string" ? (WITHOUT[tensorflow] ?? tensorflow) : difference;
  return `${told} From the central difference: ${differenceText(measured)}.`;
}

/** @param {import("./wire.js").WireNumber | null} difference */
function differenceText(difference) {
  return difference === null ? "not measured" : short(Number(difference));
}

/** @param {Check} check */
export function isLoading({ tensorflow }) {
  return tensorflow === "loading";
}

/** @param {Nested | undefined} values */
function firstOf(values) {
  if (values === undefined) return "not measured";
  const numbers = [values].flat(MOST_AXES).map((value) => short(Number(value)));
  if (shapeOf(values).length === 0) return numbers.join();
  return `[${numbers.slice(0, MOST).join(", ")}${numbers.length > MOST ? ", …" : ""}]`;
}
