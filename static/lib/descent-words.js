/** What is said about a place of a landscape, and about a guess of how a descent ends. */

/** @typedef {import("./descent.js").Fate} Fate */

import { short } from "./numbers.js";

/** @param {readonly number[]} place */
export function placeText(place) {
  return place.length === 1 ? `x = ${short(place[0] ?? 0)}` : vectorText(place);
}

/** @param {readonly number[]} values */
export function vectorText(values) {
  const texts = values.map(short);
  return texts.length === 1 ? (texts[0] ?? "") : `(${texts.join(", ")})`;
}

/** @param {{place: number[], loss: number, gradient: number[], kink: string}} probe */
export function probeText({ place, loss, gradient, kink }) {
  const isFlat = gradient.every((axis) => axis === 0);
  const way = isFlat ? kink || "It is 0: flat, nothing to follow." : gradient.length > 1 ? uphillText(gradient) : slopeText(gradient[0] ?? 0);
  return `At ${placeText(place)} the loss is ${short(loss)} and the gradient ${vectorText(gradient)}. ${way}${kink && !isFlat ? ` ${kink}` : ""}`;
}

/** @param {number} slope */
function slopeText(slope) {
  if (!Number.isFinite(slope)) return "There is no slope to follow.";
  const [up, down] = slope > 0 ? ["right", "left"] : ["left", "right"];
  return `It is the slope of the tangent: uphill is to the ${up}, so a step goes to the ${down}.`;
}

/** @param {readonly number[]} gradient */
function uphillText(gradient) {
  if (!gradient.every(Number.isFinite)) return "There is no slope to follow.";
  return `The arrow points to where the loss grows fastest, by ${short(Math.hypot(...gradient))} a unit; a step goes the other way.`;
}

/** @type {Readonly<Record<Fate, string>>} how one ball may end */
export const ENDS = {
  lowest: "at the lowest place",
  stuck: "stuck above it",
  underway: "still on its way",
  bouncing: "jumping to and fro",
  diverged: "farther and farther away",
};

/** @type {Readonly<Record<Fate, string>>} what a wrong guess overlooked */
export const OVERLOOKED = {
  lowest: "No step is too large here, and nothing flat lies in the way.",
  stuck: "Somewhere on the way the gradient is as good as 0, and then so is every step.",
  underway: "Compare the length of a step, learning rate × gradient, with the way that lies ahead.",
  bouncing: "Look at the slope on both sides of the valley: a step across it is as long as the step back.",
  diverged: "A step that crosses the valley and lands higher than before is followed by a longer one.",
};
