import { confidence, ranked, verdict } from "../lib/verdict.js";
import { say } from "../elements/say.js";

/** @typedef {import("../lib/predictions-api.js").Prediction} Prediction */

/** @typedef {"aloud" | "quietly" | "silently"} Manner  read out in any case, when another digit wins, or not at all */

const bars = /** @type {import("../elements/probability-bars.js").ProbabilityBars} */ (
  document.querySelector(".answer probability-bars")
);

let heard = "";

/**
 * The ten probabilities, the winner in large, and the sentence.
 * @param {Prediction} prediction
 * @param {Manner} manner
 */
export function showVerdict({ probabilities }, manner) {
  const [first, second] = ranked(probabilities);
  if (!first || !second) return;
  bars.show(probabilities);
  say("winner", String(first.label));
  say("verdict", `${first.label}, ${confidence(first.probability)}`);
  say("runner-up", `argmax ${first.label}, next ${second.label}, ${confidence(second.probability)}`);
  const another = heard !== String(first.label);
  if (manner === "aloud" || (manner === "quietly" && another)) sayAloud(first.label, verdict(probabilities));
}

/** @param {number} label @param {string} sentence */
function sayAloud(label, sentence) {
  say("aloud", sentence);
  heard = String(label);
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
