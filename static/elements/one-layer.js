/**
 * The one layer that does what all do, or why there is none.
 *
 * In: `show(collapsed, layers)`.
 */

import { matrixText, pointText } from "../lib/plane-words.js";

/** @typedef {{W: import("../lib/plane.js").Matrix, b: import("../lib/plane.js").Point, kind: string}} Map */
/** @typedef {import("../lib/plane.js").Layer} Layer */

const BENT = "relu stands between two layers and bends what the first of them made. Switch it off, and they collapse.";

export class OneLayer extends HTMLElement {
  /** @param {Map | null} collapsed @param {readonly Layer[]} layers */
  show(collapsed, layers) {
    if (!collapsed) return this.replaceChildren(line("", BENT));
    const { W, b, kind } = collapsed;
    const relu = layers.at(-1)?.relu ? ", then relu" : "";
    const [Ws, bs] = layers.length > 1 ? namesOf(layers.length) : ["", ""];
    this.replaceChildren(line("code", `W = ${Ws}${matrixText(W)}`), line("code", `b = ${bs}${pointText(b)}`), line("small quiet", kind + relu));
  }
}

/** W2·W1 and W2·b1 + b2. @param {number} count */
function namesOf(count) {
  let [W, b] = ["W1", "b1"];
  for (let n = 2; n <= count; n++) [W, b] = [`W${n}·${W}`, `W${n}·${n > 2 ? `(${b})` : b} + b${n}`];
  return [`${W} = `, `${b} = `];
}

/** @param {string} look @param {string} text */
function line(look, text) {
  const made = document.createElement("p");
  made.className = look;
  made.textContent = text;
  return made;
}

customElements.define("one-layer", OneLayer);
