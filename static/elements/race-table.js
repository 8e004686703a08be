/**
 * Races as a table, the newest first.
 *
 * In: `show(races)`.
 * @typedef {import("../lib/races.js").Race} Race
 */

import { sizeOf } from "../lib/nested.js";
import { whole } from "../lib/numbers.js";
import { ratioOf, secondsText, timesText } from "../lib/races.js";
import { shapeText } from "../lib/spelling.js";

const HEAD = ["shape", "numbers", "loops", "NumPy", "as fast"];

export class RaceTable extends HTMLElement {
  /** @param {readonly Race[]} races */
  show(races) {
    const table = document.createElement("table");
    table.append(line("th", HEAD), ...races.toReversed().map((race) => line("td", cellsOf(race))));
    this.replaceChildren(...(races.length > 0 ? [table] : []));
  }
}

/** @param {Race} race */
function cellsOf(race) {
  const { shape, naive, numpy } = race;
  return [shapeText(shape), whole(sizeOf(shape)), secondsText(naive), secondsText(numpy), timesText(ratioOf(race))];
}

/** @param {"th" | "td"} tag @param {readonly string[]} texts */
function line(tag, texts) {
  const row = document.createElement("tr");
  row.append(
    ...texts.map((text, column) => {
      const cell = document.createElement(tag);
      cell.className = column === 0 ? "code" : "number";
      cell.textContent = text;
      return cell;
    }),
  );
  return row;
}

customElements.define("race-table", RaceTable);
