/** Pictures of tensors of which some numbers are seen. */

import { short } from "./numbers.js";
import { placeText } from "./training-step.js";
import { fromWire } from "./wire.js";

/** @typedef {import("./training-step.js").StepTensor} StepTensor */

/**
 * The cells row after row; what is no number is the strongest of all.
 * @param {import("./training-step.js").Heat} heat
 */
export function cellsOf({ values, low, high }) {
  const full = Math.max(Math.abs(fromWire(low)), Math.abs(fromWire(high)));
  const cells = values.flat().map(fromWire);
  return { values: cells, columns: values[0]?.length ?? 1, full: Number.isFinite(full) ? full : 1 };
}

/**
 * Where the number stands that a cell shows.
 * @param {StepTensor} tensor
 * @param {number} cell
 */
export function placeAt({ shape, heat }, cell) {
  const [rows = 1, columns = 1] = heat?.block ?? [];
  const across = heat?.values[0]?.length ?? 1;
  return [Math.floor(cell / across) * rows, (cell % across) * columns].slice(2 - shape.length);
}

/**
 * @param {string} name
 * @param {StepTensor} tensor
 * @param {number} cell
 * @returns {string} "W1[34, 11] = −0.123"
 */
export function cellText(name, tensor, cell) {
  const value = short(fromWire(tensor.heat?.values.flat()[cell] ?? 0));
  return `${placeText(name, placeAt(tensor, cell))} = ${value}`;
}
