import { integer, oneOf, readLink, someOf, word, writeLink } from "../lib/link.js";
import { SWITCHES } from "../lib/predictions-api.js";
import { readPixels, writePixels } from "../lib/pixel-text.js";
import { readStrokes, writeStrokes } from "../lib/stroke-text.js";

/** @typedef {import("../lib/predictions-api.js").Switch} Switch */
/** @typedef {import("../lib/ink.js").Stroke} Stroke */

/**
 * @typedef {object} State
 * @property {string} run  which run answers; "" is the newest
 * @property {number | null} step  after how many updates; null is the last
 * @property {readonly Switch[]} off  stages that are switched off
 * @property {number | null} digit  index of the test digit on the sheet
 * @property {number | null} speaks  the class whose evidence is shown; null is the answer
 * @property {import("../lib/evidence.js").View} view
 * @typedef {{strokes: readonly Stroke[], changed: number[][] | null}} Ink
 */

/** @type {import("../lib/link.js").Fields<State>} */
const FIELDS = {
  run: word(""),
  step: integer(null),
  off: someOf(SWITCHES),
  digit: integer(null),
  speaks: { ...integer(null), accepts: (text) => /^\d$/.test(text) },
  view: oneOf(["evidence", "gradient"]),
};

/** @returns {State & Ink} */
export function readAddress() {
  const ink = new URLSearchParams(location.hash.slice(1));
  return {
    ...readLink(FIELDS, location.search),
    strokes: readStrokes(ink.get("ink") ?? ""),
    changed: readPixels(ink.get("pixels") ?? ""),
  };
}

/**
 * Let the address name what is seen; another digit or run is a new entry in the browser's history.
 * @param {State} state
 * @param {Ink} ink
 */
export function writeAddress(state, { strokes, changed }) {
  const before = readAddress();
  const parts = [changed && `pixels=${writePixels(changed)}`, strokes.length > 0 && `ink=${writeStrokes(strokes)}`].filter(Boolean);
  const hash = parts.length > 0 ? `#${parts.join("&")}` : "";
  const address = location.pathname + writeLink(FIELDS, state) + hash;
  if (address === location.pathname + location.search + location.hash) return;
  if (state.run === before.run && state.digit === before.digit) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}
