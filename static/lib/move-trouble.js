/** Why what stands between the brackets of a move cannot be read, and what it could have been. */

import { MOST_NUMBERS } from "./moves.js";
import { partAt, quoted, Unreadable } from "./unreadable.js";

/** @typedef {import("./moves.js").Op} Op */

/** @type {Readonly<Record<Op, string>>} */
const EXPECTED = {
  reshape: "the lengths of up to 6 axes; one may be −1: 3, −1",
  transpose: "the axes in their new order: 1, 0; or nothing",
  flatten: "nothing",
  expand_dims: "where the new axis goes: 0",
  squeeze: "an axis that is 1 long: 0; or nothing",
};
const WHOLE = /^[-−]?\d{1,5}$/;
const PARTS = /[^\s,()[\]]+/g;

/**
 * @param {Op} op
 * @param {string} text what stands between its brackets, and is nothing for it
 */
export function moveUnreadable(op, text) {
  const expected = EXPECTED[op];
  const parts = [...text.matchAll(PARTS)];
  const wrong = parts.find(([part]) => !WHOLE.test(part));
  if (wrong) return new Unreadable({ what: `${quoted(wrong[0])} is not a whole number.`, expected, got: partAt(text, wrong[0], wrong.index) }, rewritings(parts.map(([part]) => part)));
  const most = MOST_NUMBERS[op];
  if (parts.length <= most) return new Unreadable({ what: "This is no list of whole numbers.", expected, got: quoted(text) }, rewritings(parts.map(([part]) => part)));
  const kept = parts.slice(0, most).map(([part]) => part).join(", ");
  return new Unreadable({ what: `${op} takes at most ${most} ${most === 1 ? "number" : "numbers"}.`, expected, got: `${parts.length} numbers` }, [{ title: `${op}(${kept})`, text: kept }]);
}

/** The whole numbers that are there. @param {readonly string[]} parts */
function rewritings(parts) {
  const text = parts.flatMap((part) => part.match(/^[-−]?\d{1,5}(?=\.)|(?<![.\d])[-−]?\d{1,5}(?![.\d])/g) ?? []).join(", ");
  return text === "" ? [] : [{ title: `make it ${text}`, text }];
}
