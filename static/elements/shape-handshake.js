/**
 * Two shapes whose inner lengths shake hands, and the shape that is left.
 *
 * In: `show(a, b, isKnown)`, where isKnown says whether the result may be seen.
 */

import { axesOf, meetingAxes, shakesHands } from "../lib/dot-words.js";
import { shapeParts } from "../lib/parts.js";
import { writeParts } from "./coloured.js";

/** @typedef {import("../lib/nested.js").Shape} Shape */

export class ShapeHandshake extends HTMLElement {
  connectedCallback() {
    this.role = "img";
  }

  /** @param {Shape} a @param {Shape} b @param {boolean} isKnown */
  show(a, b, isKnown) {
    const axes = meetingAxes(a, b);
    const fits = shakesHands(a, b);
    const [before, first] = cut(lengthsOf(a, axesOf("a", a, b)), axes.a);
    const [second, after] = cut(lengthsOf(b, axesOf("b", a, b)), axes.b === null ? null : axes.b + 1);
    const clasp = element("span", "clasp", ...first, text(a.length === 1 ? ",)" : ")"), text(" · "), text("("), ...second);
    clasp.dataset.words = axes.a === null ? "a scalar" : fits ? `${a[axes.a]} = ${b[axes.b]}` : `${a[axes.a]} ≠ ${b[axes.b]}`;
    this.toggleAttribute("data-failing", !fits);
    this.ariaLabel = fits ? "The shapes fit" : `They do not fit: ${clasp.dataset.words}`;
    this.replaceChildren(element("span", "", text("("), ...before), clasp, element("span", "", ...after, text(b.length === 1 ? ",)" : ")")), ...this.#outcome(a, b, fits && isKnown));
  }

  /** @param {Shape} a @param {Shape} b @param {boolean} isSeen */
  #outcome(a, b, isSeen) {
    const axes = meetingAxes(a, b);
    const left = [...a.filter((_, axis) => axis !== axes.a), ...b.filter((_, axis) => axis !== axes.b)];
    const result = element("span", "outcome");
    writeParts(result, isSeen ? shapeParts(left) : ["?"]);
    return [element("span", "quiet", text("→")), result];
  }
}

/** The lengths of a shape with commas between, each in its colour. @param {Shape} shape @param {readonly (number | null)[]} axes @returns {HTMLElement[][]} */
function lengthsOf(shape, axes) {
  return shape.map((length, axis) => {
    const own = axes[axis] ?? null;
    const made = element("b", own === null ? "meeting" : "axis-ink", text(String(length)));
    if (own !== null) made.dataset.axis = String(own);
    return axis < shape.length - 1 ? [made, element("span", "", text(", "))] : [made];
  });
}

/** @param {HTMLElement[][]} lengths @param {number | null} at @returns {[HTMLElement[], HTMLElement[]]} */
function cut(lengths, at) {
  return [lengths.slice(0, at ?? lengths.length).flat(), at === null ? [] : lengths.slice(at).flat()];
}

/** @param {string} tag @param {string} name @param {...(Node | HTMLElement)} parts */
function element(tag, name, ...parts) {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...parts);
  return made;
}

/** @param {string} words */
function text(words) {
  return document.createTextNode(words);
}

customElements.define("shape-handshake", ShapeHandshake);
