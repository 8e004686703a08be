/** An operation as NumPy writes it, an expression of `a` and perhaps `b`, with something else in their places. */

/** @typedef {import("./parts.js").Part} Part */

const NAME = /(\b[ab]\b)/;
const BESIDE_A_SIGN = /([-+*/%<>=] ?)?\b([ab])\b( \*\*)?/g;

/**
 * @param {string} expression
 * @param {Readonly<Record<string, readonly Part[]>>} parts for a and b
 * @returns {Part[]} a[0, 1] + b[1]
 */
export function withParts(expression, parts) {
  return expression.split(NAME).flatMap((text) => parts[text] ?? (text === "" ? [] : [text]));
}

/**
 * A negative number beside a sign stands in brackets.
 * @param {string} expression
 * @param {Readonly<Record<string, string>>} numbers for a and b
 */
export function withNumbers(expression, numbers) {
  return expression.replace(BESIDE_A_SIGN, (_, sign = "", name = "", power = "") => {
    const number = numbers[name] ?? name;
    return sign + ((sign || power) && number.startsWith("-") ? `(${number})` : number) + power;
  });
}
