/** A picture of the page as the text of an SVG file, and that painted as a PNG file. */

import { PictureCopy } from "./picture-copy.js";
import { svg } from "./svg-node.js";

const MARGIN = 16;
/** Pixels of a PNG for each of the page, so that it stays sharp on paper and on fine screens. */
const FINENESS = 2;
/** What every browser still paints. */
const LARGEST = 16_000;

/** @typedef {{text: string, width: number, height: number}} Picture */

/** @param {HTMLElement} element @param {string} title */
export function svgOf(element, title) {
  return new Blob([drawn(element, title).text], { type: "image/svg+xml" });
}

/** @param {HTMLElement} element @param {string} title @returns {Promise<Blob>} */
export async function pngOf(element, title) {
  const { text, width, height } = drawn(element, title, FINENESS);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const fineness = Math.min(FINENESS, LARGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * fineness);
  canvas.height = Math.round(height * fineness);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((file) => (file ? resolve(file) : reject(new Error("The picture is too large.")))));
}

/** @param {HTMLElement} element @param {string} title @param {number} [fineness] @returns {Picture} */
function drawn(element, title, fineness = 1) {
  element.toggleAttribute("data-saving", true); // what only serves to change the picture is no part of it
  try {
    return pictured(element, new PictureCopy(element), title, fineness);
  } finally {
    element.toggleAttribute("data-saving", false);
  }
}

/** Its nodes stay outside of any document: there the styles would count as ours, which must be files. @param {HTMLElement} element @param {PictureCopy} copy @param {string} title @param {number} fineness @returns {Picture} */
function pictured(element, copy, title, fineness) {
  const width = Math.ceil(copy.width + 2 * MARGIN);
  const height = Math.ceil(copy.height + 2 * MARGIN);
  const drawing = drawingIn(copy.root, element);
  const picture = svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg("title", {}, new Text(title)),
    svg("style", {}, new Text(copy.styles(drawing ? fineness : 1))),
    svg("rect", { width, height, fill: groundOf(document.documentElement) }),
    drawing ?? svg("foreignObject", { x: MARGIN, y: MARGIN, width: width - MARGIN, height: height - MARGIN, overflow: "visible" }, copy.root),
  );
  return { text: new XMLSerializer().serializeToString(picture), width, height };
}

/** The SVG, if it is all there is in an element: that every program can open, HTML is for browsers. @param {Element} copy @param {Element} original @returns {Element | null} */
function drawingIn(copy, original) {
  const { firstElementChild: inside, childNodes } = copy;
  if (copy.localName !== "svg") return inside && childNodes.length === 1 ? drawingIn(inside, original) : null;
  const [width = "", height = ""] = ["width", "height"].map((side) => copy.getAttribute(side) ?? "");
  const ground = groundOf(original.querySelector("svg") ?? original);
  return svg("g", { transform: `translate(${MARGIN} ${MARGIN})` }, svg("rect", { width, height, fill: ground }), copy);
}

/** @param {Element} element */
function groundOf(element) {
  return getComputedStyle(element).backgroundColor;
}
