/** What a copy of an element must be told of its looks, so that it looks the same where no style sheet is. */

/**
 * @typedef {object} Style as `getComputedStyle` gives it
 * @property {(name: string) => string} getPropertyValue
 * @property {() => Iterator<string>} [Symbol.iterator] names of its properties
 */

/** Properties that say the same as others, or that a picture has no use for. */
const NEEDLESS =
  /(^|-)(block|inline)(-|$)|^(-webkit-locale|animation|app-region|caret-|color-scheme|cursor|perspective-origin|pointer-events|resize|transition|touch-action|user-select|-webkit-user|will-change)/;
/** Where an SVG node is stands in its attributes. */
const GEOMETRY = new Set(["cx", "cy", "d", "r", "rx", "ry", "x", "y", "height", "width"]);

/**
 * Its declarations, without those that hold anyway.
 * @param {Style & Iterable<string>} style
 * @param {Style} usual how an element of that kind looks by itself
 * @param {(name: string) => boolean} [hasAttribute] of an SVG node
 */
export function declarations(style, usual, hasAttribute = () => false) {
  return [...style]
    .filter((name) => !NEEDLESS.test(name) && !(GEOMETRY.has(name) && hasAttribute(name)))
    .map((name) => [name, unscrolled(name, style.getPropertyValue(name))])
    .filter(([name = "", value]) => value !== usual.getPropertyValue(name))
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

/**
 * A look for a picture that is painted so many times as large: a stroke that stays as it is where all else grows, grows too.
 * @param {string} look
 * @param {number} times
 */
export function grown(look, times) {
  if (!look.includes("vector-effect:non-scaling-stroke")) return look;
  const withWidth = look.includes("stroke-width:") ? look : `${look};stroke-width:1px`;
  return withWidth.replaceAll(/(?<=stroke-(?:width|dasharray|dashoffset):)[^;]+/g, (lengths) =>
    lengths.replaceAll(/[\d.]+/g, (length) => String(Number(length) * times)),
  );
}

/** A picture cannot be scrolled: it shows all. @param {string} name @param {string} value */
function unscrolled(name, value) {
  return name.startsWith("overflow") && /auto|scroll/.test(value) ? "visible" : value;
}

/**
 * The text that a style sheet puts before or after an element, null for none.
 * @param {string} content as computed: `"+ "`, `attr(data-name)`, `none`
 * @param {(name: string) => string | null} attribute
 */
export function generatedText(content, attribute) {
  if (content === "none" || content === "normal") return null;
  const [spoken = ""] = content.split(" / ");
  return [...spoken.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g)]
    .map(([, quoted, name]) => (name === undefined ? (quoted ?? "").replaceAll(/\\(.)/g, "$1") : (attribute(name) ?? "")))
    .join("");
}
