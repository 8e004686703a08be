/** Numbers as one reads them: grouped, with the digits that matter, never wrapping. */

const NARROW_SPACE = "\u202f";
const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/**
 * @param {number} value
 * @returns {string} "2,345"
 */
export function whole(value) {
  return grouped.format(value);
}

/**
 * A loss, as Keras prints it where that tells enough, and honest about what is no number.
 * @param {number} value
 * @returns {string} "0.0812"
 */
export function loss(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0 || (value >= 0.001 && value < 1000)) return value.toFixed(4);
  return value.toExponential(2);
}

/**
 * A value on an axis, never wider than the room there.
 * @param {number} value
 * @returns {string} "0.25", "2e10"
 */
export function tick(value) {
  const isPlain = value === 0 || (Math.abs(value) >= 0.001 && Math.abs(value) < 10000);
  return isPlain ? String(Number(value.toPrecision(6))) : Number(value.toPrecision(2)).toExponential().replace("+", "");
}

/**
 * @param {number} fraction
 * @param {number} [digits]
 * @returns {string} "97.85 %"
 */
export function percent(fraction, digits = 2) {
  return Number.isFinite(fraction) ? `${(fraction * 100).toFixed(digits)}${NARROW_SPACE}%` : "NaN";
}

/**
 * @param {number} seconds
 * @returns {string} "9.8 s", "2 min 5 s", "1 h 3 min"
 */
export function duration(seconds) {
  if (seconds < 9.95) return `${seconds.toFixed(1)}${NARROW_SPACE}s`;
  const all = Math.round(seconds);
  if (all < 60) return `${all}${NARROW_SPACE}s`;
  if (all < 3600) return `${Math.floor(all / 60)}${NARROW_SPACE}min ${all % 60}${NARROW_SPACE}s`;
  return `${Math.floor(all / 3600)}${NARROW_SPACE}h ${Math.floor((all % 3600) / 60)}${NARROW_SPACE}min`;
}

/**
 * Any value where there is little room: four digits that matter, with a real minus.
 * @param {number} value
 * @returns {string} "0.7311", "−2", "1.2e−7"
 */
export function short(value) {
  return digitsOf(value, 4);
}

/**
 * The same where there is less room still: three digits.
 * @param {number} value
 */
export function shorter(value) {
  return digitsOf(value, 3);
}

/**
 * A text of a value with its sign, so that no colour is needed to see it.
 * @param {number} value
 * @param {string} text
 * @returns {string} "+3", "−2", "0"
 */
export function withSign(value, text) {
  return value > 0 ? `+${text}` : text;
}

/** @param {number} value */
export function signed(value) {
  return withSign(value, short(value));
}

/** @param {number} value @param {number} digits */
function digitsOf(value, digits) {
  if (!Number.isFinite(value)) return loss(value);
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 0.001 && size < 100000);
  const text = isPlain ? String(Number(value.toPrecision(digits)) + 0) : Number(value.toPrecision(3)).toExponential();
  return text.replace("e+", "e").replaceAll("-", "−");
}
