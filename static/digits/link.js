import { integer, oneOf, readLink, writeLink } from "../lib/link.js";

/** @typedef {import("../lib/digits-api.js").Split} Split */

/**
 * @typedef {object} State
 * @property {Split} split
 * @property {number | null} label  only this class; null is all
 * @property {number} start  place of the first sample on the page, among those that match
 * @property {number} index  the sample that is shown large
 * @property {number | null} cell  the pixel that is followed; null is the darkest
 */

/** @type {import("../lib/link.js").Fields<State>} */
const FIELDS = {
  split: oneOf(/** @type {[Split, Split]} */ (["train", "test"])),
  label: integer(null),
  start: integer(0),
  index: integer(4),
  cell: integer(null),
};

/** @returns {State} */
export function readState() {
  return readLink(FIELDS, location.search);
}

/** Another page or sample is a new entry in the browser's history; another pixel is not. @param {State} state */
export function writeState(state) {
  const query = writeLink(FIELDS, state);
  if (query === location.search) return;
  const address = location.pathname + query;
  const onlyCell = writeLink(FIELDS, { ...state, cell: readState().cell }) === location.search;
  if (onlyCell) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

/** Let the address name what is there, where it asked for something else. @param {State} state */
export function correctAddress(state) {
  history.replaceState(null, "", location.pathname + writeLink(FIELDS, state));
}
