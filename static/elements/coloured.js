import { plain } from "../lib/parts.js";

/**
 * Write a text whose indices have the colours of their axes; only what is new, so that nothing is read out twice.
 * @param {HTMLElement} element
 * @param {readonly import("../lib/parts.js").Part[]} parts
 */
export function writeParts(element, parts) {
  if (element.textContent === plain(parts)) return;
  element.replaceChildren(...parts.map((part) => (typeof part === "string" ? part : inked(part))));
}

/** @param {{axis: number, text: string}} part */
function inked({ axis, text }) {
  const element = document.createElement("i");
  element.className = "axis-ink";
  element.dataset.axis = String(axis);
  element.textContent = text;
  return element;
}
