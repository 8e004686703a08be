/** What is said about a training step beside the texts of its stages. */

import { short, whole } from "./numbers.js";
import { fromWire } from "./wire.js";

/**
 * @typedef {import("./training-step.js").StepTrace} StepTrace
 * @typedef {import("./training-step.js").Element} Element
 * @typedef {import("./training-step.js").Batch} Batch
 */

/** @param {StepTrace} trace */
export function epochText({ epoch, epochs, number, updates_per_epoch: updates, batch }) {
  const beyond = epoch > epochs ? "The run has ended; one more epoch would begin here. " : "";
  return `${beyond}Epoch ${whole(epoch)} of ${whole(epochs)} draws ${whole(updates)} batches. This is number ${whole(number)}, with ${whole(batch.size)} images.`;
}

/** @param {Batch} batch */
export function batchText({ size, places, labels, predicted }) {
  const right = labels.filter((label, i) => label === predicted[i]).length;
  const some = places.length < size ? `The first ${whole(places.length)} of ${whole(size)} images. ` : "";
  return `${some}The network, as it is, takes ${whole(right)} of ${whole(places.length)} images for what their label says.`;
}

/** @param {Batch} batch @param {number} i */
export function digitText({ places, labels, predicted, losses }, i) {
  const taken = predicted[i] === labels[i] ? "found most probable" : `taken for a ${predicted[i]}`;
  return `Image ${i} of the batch, number ${whole(places[i] ?? 0)} of the training set: label ${labels[i]}, ${taken}, loss ${short(fromWire(losses[i] ?? 0))}.`;
}

/**
 * One multiply-add.
 * @param {Element} element
 * @param {number} k
 */
export function termText({ a, b, left, right, terms, over }, k) {
  if (!terms || !a) return "";
  const numbers = terms.map(fromWire);
  const soFar = numbers.slice(0, k + 1).reduce((sum, term) => sum + term, 0);
  const product = b && left && right ? `${inLine(a, k)} × ${inLine(b, k)} = ${short(fromWire(left[k] ?? 0))} × ${bracketed(short(fromWire(right[k] ?? 0)))} = ` : `${inLine(a, k)} = `;
  return `${one(over)} ${k}: ${product}${short(numbers[k] ?? 0)}. Sum so far: ${short(soFar)}.`;
}

/**
 * Where a term stands: the line X[3, :] at 7 is X[3, 7].
 * @param {string} line
 * @param {number} k
 */
function inLine(line, k) {
  return line.includes(":") ? line.replace(":", String(k)) : `${line}[${k}]`;
}

/** @param {string | null} over */
function one(over) {
  return { pixels: "Pixel", images: "Image", units: "Unit", classes: "Class" }[over ?? ""] ?? "Term";
}

/** @param {string} text */
function bracketed(text) {
  return text.startsWith("−") ? `(${text})` : text;
}

/** @param {import("./training-step.js").Nudged} nudged @param {string} place */
export function nudgeText({ by, below, above, difference, gradient }, place) {
  const [measured, ours] = [difference, gradient].map((each) => short(fromWire(each)));
  return `${place} − ${short(by)} gives the loss ${precise(below)}, + ${short(by)} gives ${precise(above)}: a slope of ${measured}. The backward pass says ${ours}.`;
}

/** Losses that differ late need more digits. @param {import("./wire.js").WireNumber} value */
function precise(value) {
  const number = fromWire(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(9))) : short(number);
}

const SAME = "A gradient says for each number how the loss changes with it";

/**
 * Why a guess is not the shape of a gradient.
 * @param {string} weight
 * @param {readonly number[]} shape
 * @param {readonly number[] | null} guess
 */
export function whyNotShape(weight, shape, guess) {
  if (guess && String(guess) === String(shape)) return [];
  if (guess && String([...guess].reverse()) === String(shape)) return [`The axes are the other way round. ${SAME}.`];
  return [`${SAME}, so there is one number for each number of ${weight}.`];
}
