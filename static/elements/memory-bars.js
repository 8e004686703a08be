/**
 * What tensors cost in memory: what is stored against what is read as if it were stored.
 *
 * In: `show({real, virtual}, most)` in bytes; the most is what there will be, so that bars can grow.
 */

import { whole } from "../lib/numbers.js";

export class MemoryBars extends HTMLElement {
  /** @param {{real: number, virtual: number}} bytes @param {number} [most] */
  show({ real, virtual }, most = 0) {
    const longest = Math.max(real, virtual, most, 1);
    this.replaceChildren(bar("real", real, longest), bar("virtual", virtual, longest));
  }
}

/** @param {string} name @param {number} bytes @param {number} longest */
function bar(name, bytes, longest) {
  const [row, label, track, number] = [element("p"), element("span"), element("i"), element("b")];
  row.dataset.name = name;
  row.style.setProperty("--share", String(bytes / longest));
  label.textContent = name;
  number.textContent = `${whole(bytes)} bytes`;
  row.append(label, track, number);
  return row;
}

/** @param {"p" | "span" | "i" | "b"} tag */
function element(tag) {
  return document.createElement(tag);
}

customElements.define("memory-bars", MemoryBars);
