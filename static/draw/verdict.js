import { confidence, ranked, verdict } from "../lib/verdict.js";
import { say } from "../elements/say.js";

/** @typedef {import("../lib/predictions-api.js").Prediction} Prediction */

const bars = /** @type {import("../elements/probability-bars.js").ProbabilityBars} */ (
  document.querySelector(".answer probability-bars")
);

let heard = "";

/**
 * The ten probabilities, the winner in large, and the sentence; read out when the learner did something, or when
 * another digit wins.
 * @param {Prediction} prediction
 * @param {boolean} aloud
 */
export function showVerdict({ probabilities }, aloud) {
  const [first, second] = ranked(probabilities);
  if (!first || !second) return;
  bars.show(probabilities);
  say("winner", String(first.label));
  say("verdict", `${first.label}, ${confidence(first.probability)}`);
  say("runner-up", `next ${second.label}, ${confidence(second.probability)}`);
  if (aloud || heard !== String(first.label)) say("aloud", verdict(probabilities));
  heard = String(first.label);
}

export function showNothingDrawn() {
  showNone("Nothing drawn yet", "The bars move with your first stroke.");
  say("aloud", "The sheet is empty.");
}

export function showNoAnswer() {
  showNone("No answer", "");
}

/** @param {string} what @param {string} more */
function showNone(what, more) {
  bars.show(null);
  say("winner", "?");
  say("verdict", what);
  say("runner-up", more);
  heard = "";
}
