/**
 * Where a result is no ordinary number, and why.
 *
 * In: `show(surprises, size)`, where size is the number of all cells.
 * @typedef {{kind: string, title: string, text: string, count: number, first: number[]}} Surprise
 */

import { whole } from "../lib/numbers.js";
import { placeParts } from "../lib/parts.js";
import { writeParts } from "./coloured.js";

export class SurpriseList extends HTMLElement {
  /** @param {readonly Surprise[]} surprises @param {number} size */
  show(surprises, size) {
    this.replaceChildren(...surprises.map((surprise) => item(surprise, size)));
  }
}

/** @param {Surprise} surprise @param {number} size */
function item({ title, text, count, first }, size) {
  const [made, head, where, why] = ["section", "h3", "p", "p"].map((tag) => document.createElement(tag));
  if (!made || !head || !where || !why) return "";
  head.textContent = title;
  where.className = "small quiet";
  const cells = `${whole(count)} of ${whole(size)} ${size === 1 ? "cell" : "cells"}`;
  writeParts(where, [`${cells}, ${count > 1 ? "first at " : ""}`, ...placeParts("result", first)]);
  why.textContent = text;
  made.append(head, where, why);
  return made;
}

customElements.define("surprise-list", SurpriseList);
