/**
 * A copy of an element as it looks now, that needs no style sheet: each look is a class, canvases are images, what a
 * field holds stands in it. It is made of plain nodes of another document, so that no custom element in it comes to life.
 */

import { declarations, generatedText, grown } from "../lib/picture-style.js";

const XHTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";
const KEPT = ["colspan", "rowspan", "type", "min", "max", "step", "disabled", "start"];
const OF_THE_PAGE = /^(class|style|tabindex|role|aria-.*|data-.*)$/;

export class PictureCopy {
  /** @type {Map<string, string>} class name of each look */ #looks = new Map();
  /** @type {Map<string, CSSStyleDeclaration>} */ #usual = new Map();
  /** Stands in the page without its style, so that one can see how elements look by themselves. */
  #unstyled = document.createElement("div");
  #document = document.implementation.createDocument(SVG, "svg");
  #origin;
  /** @type {Element} */ root;
  width = 0;
  height = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#origin = element.getBoundingClientRect();
    this.#unstyled.style.all = "initial";
    this.#unstyled.style.visibility = "hidden";
    this.#unstyled.style.position = "absolute";
    document.body.append(this.#unstyled);
    try {
      this.root = /** @type {Element} */ (this.#copy(element));
    } finally {
      this.#unstyled.remove();
    }
  }

  /** The looks, as the text of a style sheet. @param {number} fineness so many pixels are painted for each of the page */
  styles(fineness) {
    const looks = [...this.#looks].map(([look, name]) => `.${name}{${grown(look, fineness)}}`);
    return [...looks, `foreignObject>.${this.root.classList}{margin:0;position:relative;inset:auto}`].join("\n");
  }

  /** @param {Element} element @returns {Element | null} null where nothing is seen */
  #copy(element) {
    const style = getComputedStyle(element);
    if (style.display === "none") return null;
    if (isSeen(element, style)) this.#reach(element.getBoundingClientRect());
    const copy = this.#blank(element);
    const isDrawn = element instanceof SVGElement;
    this.#dress(copy, style, isDrawn ? (name) => element.hasAttribute(name) : undefined);
    copy.append(...this.#generated(element, "::before"), ...this.#inside(element), ...this.#generated(element, "::after"));
    return copy;
  }

  /** The picture is as large as what is seen in it. @param {DOMRect} box */
  #reach({ width, right, bottom }) {
    if (width === 0) return; // spaces between elements are nowhere
    this.width = Math.max(this.width, right - this.#origin.left);
    this.height = Math.max(this.height, bottom - this.#origin.top);
  }

  /** @param {Element} element */
  #blank(element) {
    if (element instanceof HTMLCanvasElement) return this.#image(element.toDataURL());
    const copy = this.#document.createElementNS(element.namespaceURI, element.localName);
    const isDrawn = element instanceof SVGElement;
    for (const { name, value } of element.attributes) {
      if (isDrawn ? !OF_THE_PAGE.test(name) : KEPT.includes(name)) copy.setAttribute(name, value);
    }
    if (element instanceof HTMLInputElement) {
      copy.setAttribute("value", element.value);
      copy.toggleAttribute("checked", element.checked);
    }
    if (element instanceof SVGSVGElement) this.#fix(copy, element.getBoundingClientRect());
    if (element instanceof HTMLOptionElement) copy.toggleAttribute("selected", element.selected);
    return copy;
  }

  /** An SVG of the page has its size from a style sheet. @param {Element} copy @param {DOMRect} size */
  #fix(copy, { width, height }) {
    copy.setAttribute("width", String(width));
    copy.setAttribute("height", String(height));
  }

  /** @param {string} address */
  #image(address) {
    const image = this.#document.createElementNS(XHTML, "img");
    image.setAttribute("src", address);
    return image;
  }

  /** @param {Element} element @returns {Node[]} */
  #inside(element) {
    if (element instanceof HTMLTextAreaElement) return [this.#document.createTextNode(element.value)];
    const copies = [...element.childNodes].map((node) => (node instanceof Element ? this.#copy(node) : this.#text(node)));
    return copies.filter((copy) => copy !== null);
  }

  /** @param {Node} node */
  #text(node) {
    if (!(node instanceof Text)) return null;
    const range = document.createRange();
    range.selectNode(node);
    if (node.parentElement instanceof HTMLElement) this.#reach(range.getBoundingClientRect());
    return this.#document.createTextNode(node.data);
  }

  /** What a style sheet puts before or after. @param {Element} element @param {"::before" | "::after"} where */
  #generated(element, where) {
    const style = getComputedStyle(element, where);
    const text = style.display === "none" ? null : generatedText(style.content, (name) => element.getAttribute(name));
    if (text === null) return [];
    const copy = this.#document.createElementNS(XHTML, "span");
    copy.textContent = text;
    this.#dress(copy, style);
    return [copy];
  }

  /** @param {Element} copy @param {CSSStyleDeclaration} style @param {(name: string) => boolean} [hasAttribute] */
  #dress(copy, style, hasAttribute) {
    const look = declarations(/** @type {any} */ (style), this.#usualOf(copy), hasAttribute);
    const name = this.#looks.get(look) ?? `tp${this.#looks.size}`;
    this.#looks.set(look, name);
    copy.setAttribute("class", name);
  }

  /** @param {Element} copy */
  #usualOf({ namespaceURI, localName }) {
    const kind = `${namespaceURI} ${localName}`;
    const usual = this.#usual.get(kind) ?? getComputedStyle(this.#unstyledOf(namespaceURI, localName));
    this.#usual.set(kind, usual);
    return usual;
  }

  /** @param {string | null} namespace @param {string} name */
  #unstyledOf(namespace, name) {
    const isCustom = name.includes("-");
    const element = /** @type {HTMLElement} */ (document.createElementNS(namespace, isCustom ? "span" : name));
    element.style.all = "revert";
    if (namespace !== SVG || name === "svg") this.#unstyled.append(element);
    else this.#drawing.append(element);
    return element;
  }

  get #drawing() {
    const drawing = this.#unstyled.querySelector("svg") ?? document.createElementNS(SVG, "svg");
    this.#unstyled.append(drawing);
    return drawing;
  }
}

/** Whether it has an extent of its own, beside what is in it. @param {Element} element @param {CSSStyleDeclaration} style */
function isSeen(element, { backgroundColor, borderRightWidth, borderBottomWidth }) {
  if (element instanceof SVGElement) return element.localName === "svg";
  const isBare = backgroundColor === "rgba(0, 0, 0, 0)" && borderRightWidth === "0px" && borderBottomWidth === "0px";
  return !isBare || element instanceof HTMLCanvasElement;
}
