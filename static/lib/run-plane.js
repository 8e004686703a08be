/**
 * The way of a real network over the plane through three moments of its training, as a descent that can be stepped through.
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {import("./descent.js").Ground} Ground
 * @typedef {import("./descent.js").Way} Way
 * @typedef {{step: number, point: [WireNumber, WireNumber], away: WireNumber, loss: WireNumber, gradient: [WireNumber, WireNumber]}} PlaneMoment
 * @typedef {{run: string, optimizer: string, learning_rate: number, digits: number, spanned: [number, number, number], landscape: Ground, moments: PlaneMoment[], code: string}} PlaneAnswer
 */

import { short, whole } from "./numbers.js";
import { readReal, realLink } from "./real.js";
import { fromWire } from "./wire.js";

const NAME = "plane";

/** What a link calls it: `plane@recorded:469`, where 469 is the third moment. @param {string} landscape */
export function readPlane(landscape) {
  const real = readReal(landscape);
  return real?.name === NAME ? { run: real.run, step: real.step } : null;
}

/** @param {string} run @param {number | null} [step] */
export function planeLink(run, step = null) {
  return realLink({ name: NAME, run, step });
}

/** @param {PlaneAnswer} answer */
export function planeTrace({ run, optimizer, learning_rate, digits, spanned, landscape, moments, code }) {
  /** @type {Way} */
  const way = {
    optimizer: { name: /** @type {Way["optimizer"]["name"]} */ (optimizer), learning_rate },
    title: optimizer,
    about: "",
    points: moments.map(({ point }) => point),
    losses: moments.map(({ loss }) => loss),
    gradients: moments.map(({ gradient }) => gradient),
    fate: "underway",
    text: "",
    fixes: [],
  };
  return {
    start: (moments[0]?.point ?? []).map(fromWire),
    paths: [way],
    landscape: { ...landscape, kinks: [], expression: `${landscape.expression} through moments ${spanned.join(", ")} of run ${run}` },
    steps: moments.map((moment) => ({ title: afterText(moment.step), text: momentText(moment, spanned) })),
    run,
    digits,
    moments,
    spanned,
    code: { numpy: code, keras: null },
  };
}

/** @param {PlaneMoment} moment @param {readonly number[]} spanned */
function momentText({ step, loss, away, point }, spanned) {
  const where = spanned.includes(step) ? "These weights span the plane." : `These weights lie ${short(fromWire(away))} beside the plane.`;
  const moved = short(Math.hypot(...point.map(fromWire), fromWire(away)));
  return `The loss is ${short(fromWire(loss))}. ${where}${step > 0 ? ` From the first weights they are ${moved} away.` : ""}`;
}

/** What the plane is. @param {PlaneAnswer["spanned"]} spanned @param {number} digits */
export function planeText([first, last, third], digits) {
  return `Each place of this plane is a whole network: all its weights. The plane goes through the weights after ${[first, third, last].map(whole).join(", ")} updates; every loss is computed on the first ${whole(digits)} training digits.`;
}

/** @param {number} step */
function afterText(step) {
  return step === 0 ? "Before the first update" : `After ${whole(step)} ${step === 1 ? "update" : "updates"}`;
}
