/**
 * Places of a tensor, its numbers counted row by row, and where they lie in memory.
 * @typedef {import("./nested.js").Place} Place
 * @typedef {import("./nested.js").Shape} Shape
 */

/**
 * How many numbers stand before this one.
 * @param {Place} place
 * @param {Shape} shape
 */
export function rankOf(place, shape) {
  return shape.reduce((rank, length, axis) => rank * length + (place[axis] ?? 0), 0);
}

/**
 * The place of the number that has so many before it.
 * @param {number} rank
 * @param {Shape} shape
 * @returns {number[]}
 */
export function placeAt(rank, shape) {
  const place = Array(shape.length).fill(0);
  for (let [axis, rest] = [shape.length - 1, rank]; axis >= 0; axis--) {
    const length = Math.max(1, shape[axis] ?? 1);
    place[axis] = rest % length;
    rest = Math.floor(rest / length);
  }
  return place;
}

/**
 * Which number of the memory is read for a place.
 * @param {Place} place
 * @param {readonly number[]} strides in bytes
 * @param {number} bytes that a number takes
 */
export function cellOf(place, strides, bytes) {
  return place.reduce((sum, index, axis) => sum + index * (strides[axis] ?? 0), 0) / bytes;
}

/**
 * How one comes from a number to the next, when a tensor is read row by row.
 * @param {Shape} shape
 * @param {readonly number[]} strides in bytes
 * @param {number} bytes that a number takes
 * @param {number} most how many of them
 * @returns {{from: number, to: number, axis: number}[]} cells of the memory, and the axis along which one goes on
 */
export function hops(shape, strides, bytes, most) {
  const size = shape.reduce((product, length) => product * length, 1);
  return Array.from({ length: Math.max(0, Math.min(size - 1, most)) }, (_, rank) => {
    const [place, next] = [placeAt(rank, shape), placeAt(rank + 1, shape)];
    const axis = place.findIndex((index, i) => index !== next[i]);
    return { from: cellOf(place, strides, bytes), to: cellOf(next, strides, bytes), axis };
  });
}
