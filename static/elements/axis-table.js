/**
 * Shapes right-aligned, one column an axis, and under each how its lengths fit.
 *
 * In: `show(rows, verdicts)`.
 * @typedef {{name: string, lengths: readonly (number | null)[]}} Row  null where it has no such axis
 * @typedef {import("../lib/broadcast-words.js").Verdict} Verdict
 */

/** What stands before the words, so that colour is not all there is. */
const MARKS = { equal: "=", stretched: "↔", added: "+", failing: "✕" };

export class AxisTable extends HTMLElement {
  /** @param {readonly Row[]} rows @param {readonly Verdict[]} verdicts */
  show(rows, verdicts) {
    const table = document.createElement("table");
    const head = line("", verdicts.map((_, axis) => cell("th", `axis ${axis}`, axis)));
    const body = rows.map(({ name, lengths }) => line(name, lengths.map((length, axis) => lengthCell(length, axis, verdicts))));
    const foot = line("", verdicts.map((verdict, axis) => verdictCell(verdict, axis)));
    table.append(head, ...body, foot);
    this.replaceChildren(verdicts.length > 0 ? table : sentence("Two scalars: no axis to align."));
  }
}

/** @param {string} name @param {HTMLElement[]} cells */
function line(name, cells) {
  const row = document.createElement("tr");
  const title = document.createElement(name === "" ? "td" : "th");
  title.className = "code";
  title.textContent = name;
  if (title instanceof HTMLTableCellElement && name !== "") title.scope = "row";
  row.append(title, ...cells);
  return row;
}

/** @param {number | null} length @param {number} axis @param {readonly Verdict[]} verdicts */
function lengthCell(length, axis, verdicts) {
  const made = cell("td", length === null ? "–" : String(length), axis);
  made.dataset.kind = verdicts[axis]?.kind ?? "";
  made.toggleAttribute("data-missing", length === null);
  return made;
}

/** @param {Verdict} verdict @param {number} axis */
function verdictCell({ kind, text }, axis) {
  const made = cell("td", "", axis);
  const mark = document.createElement("b");
  mark.textContent = `${MARKS[kind]} `;
  mark.ariaHidden = "true";
  made.dataset.kind = kind;
  made.className = "verdict";
  made.append(mark, text);
  return made;
}

/** @param {"td" | "th"} tag @param {string} text @param {number} axis */
function cell(tag, text, axis) {
  const made = document.createElement(tag);
  made.dataset.axis = String(axis);
  made.textContent = text;
  return made;
}

/** @param {string} text */
function sentence(text) {
  const made = document.createElement("p");
  made.className = "quiet";
  made.textContent = text;
  return made;
}

customElements.define("axis-table", AxisTable);
