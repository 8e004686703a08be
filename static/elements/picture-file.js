/** A picture of the page as the text of an SVG file, and that painted as a PNG file. */

import { PictureCopy } from "./picture-copy.js";
import { svg } from "./svg-node.js";

const MARGIN = 16;
/** Pixels of a PNG for each of the page, so that it stays sharp on paper and on fine screens. */
const FINENESS = 2;
/** What every browser still paints. */
const LARGEST = 16_000;

/**
 * @typedef {{text: string, width: number, height: number}} Picture
 * @param {HTMLElement} element
 * @param {string} title
 * @returns {Picture}
 */
export function pictureOf(element, title) {
  element.toggleAttribute("data-saving", true); // what only serves to change the picture is no part of it
  try {
    return drawn(element, title);
  } finally {
    element.toggleAttribute("data-saving", false);
  }
}

/** @param {Picture} picture @returns {Promise<Blob>} */
export async function pngOf({ text, width, height }) {
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

/** Its nodes stay outside of any document: there the styles would count as ours, which must be files. @param {HTMLElement} element @param {string} title @returns {Picture} */
function drawn(element, title) {
  const copy = new PictureCopy(element);
  const width = Math.ceil(copy.width + 2 * MARGIN);
  const height = Math.ceil(copy.height + 2 * MARGIN);
  const picture = svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg("title", {}, new Text(title)),
    svg("style", {}, new Text(copy.styles)),
    svg("rect", { width, height, fill: getComputedStyle(document.documentElement).backgroundColor }),
    svg("foreignObject", { x: MARGIN, y: MARGIN, width: width - MARGIN, height: height - MARGIN, overflow: "visible" }, copy.root),
  );
  return { text: new XMLSerializer().serializeToString(picture), width, height };
}
