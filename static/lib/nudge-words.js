/** What a nudge shows: the loss moves by the gradient times ε. */

import { numbersText } from "./graph-trace.js";
import { short } from "./numbers.js";

/**
 * @typedef {import("./wire.js").WireNumber} WireNumber
 * @typedef {{name: string, by: number, before: WireNumber, after: WireNumber, change: WireNumber, predicted: WireNumber}} Nudged
 */

/**
 * @param {Nudged} nudged
 * @param {import("./nested.js").Nested} gradient of what is nudged
 * @param {readonly number[]} shape
 * @param {string} loss what the result is called
 */
export function nudgeText({ name, by, before, after, change, predicted }, gradient, shape, loss) {
  const [from, to, moved, foretold] = [before, after, change, predicted].map((each) => short(Number(each)));
  const what = shape.length === 0 ? name : `Each number of ${name}`;
  const product = shape.length === 0 ? `${numbersText(gradient, shape)} · ${short(by)}` : `sum of gradients · ${short(by)}`;
  return `${what} + ${short(by)}: ${loss} goes from ${from} to ${to}, so it moves by ${moved}. The gradient foretells ${product} = ${foretold}.`;
}
