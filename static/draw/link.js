import { integer, readLink, someOf, word, writeLink } from "../lib/link.js";
import { SWITCHES } from "../lib/predictions-api.js";
import { readStrokes, writeStrokes } from "../lib/stroke-text.js";

/** @typedef {import("../lib/predictions-api.js").Switch} Switch */
/** @typedef {import("../lib/ink.js").Stroke} Stroke */

/**
 * @typedef {object} State
 * @property {string} run  which run answers; "" is the newest
 * @property {number | null} step  after how many updates; null is the last
 * @property {readonly Switch[]} off  stages that are switched off
 * @property {number | null} digit  index of the test digit on the sheet
 */

/** @type {import("../lib/link.js").Fields<State>} */
const FIELDS = { run: word(""), step: integer(null), off: someOf(SWITCHES), digit: integer(null) };

const INK = "#ink=";

/** @returns {State & {strokes: readonly Stroke[]}} */
export function readAddress() {
  const { search, hash } = location;
  return { ...readLink(FIELDS, search), strokes: readStrokes(hash.startsWith(INK) ? hash.slice(INK.length) : "") };
}

/**
 * Let the address name what is seen; another digit or run is a new entry in the browser's history.
 * @param {State} state
 * @param {readonly Stroke[]} strokes
 */
export function writeAddress(state, strokes) {
  const before = readAddress();
  const hash = strokes.length > 0 ? INK + writeStrokes(strokes) : "";
  const address = location.pathname + writeLink(FIELDS, state) + hash;
  if (address === location.pathname + location.search + location.hash) return;
  if (state.run === before.run && state.digit === before.digit) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}
