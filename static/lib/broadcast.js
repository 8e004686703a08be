/**
 * Broadcasting of two shapes, axis by axis.
 * @typedef {import("./nested.js").Shape} Shape
 * @typedef {import("./nested.js").Place} Place
 * @typedef {"a" | "b"} Name
 * @typedef {{axis: number, a: number | null, b: number | null, result: number | null}} Axis  null: no such axis, or no result
 * @typedef {{kind: string, operand?: Name | null, shape?: Shape | null, title: string, text: string}} Step
 */

/**
 * The axes side by side, the last beside the last.
 * @param {Shape} a
 * @param {Shape} b
 * @returns {Axis[]}
 */
export function alignAxes(a, b) {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const lengths = { a: a[axis - rank + a.length] ?? null, b: b[axis - rank + b.length] ?? null };
    return { axis, ...lengths, result: resultLength(lengths.a ?? 1, lengths.b ?? 1) };
  });
}

/**
 * The place in an operand that is read for a place of the result.
 * @param {Place} place
 * @param {Shape} shape of the operand
 * @returns {number[]}
 */
export function sourceOf(place, shape) {
  const missing = place.length - shape.length;
  return shape.map((length, axis) => (length === 1 ? 0 : (place[missing + axis] ?? 0)));
}

/**
 * The shape of an operand once the steps up to that one are done.
 * @param {readonly Step[]} steps
 * @param {number} last
 * @param {Name} name
 * @param {Shape} own before any step
 * @returns {Shape}
 */
export function shapeAfter(steps, last, name, own) {
  return steps.slice(0, last + 1).findLast(({ operand }) => operand === name)?.shape ?? own;
}

/** @param {number} a @param {number} b */
function resultLength(a, b) {
  if (a === b || b === 1) return a;
  return a === 1 ? b : null;
}
