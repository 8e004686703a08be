import assert from "node:assert/strict";
import test from "node:test";

import { ramp, readColour, shade, veil } from "../../static/lib/ramp.js";

/** @param {number | undefined} pixel */
const bytes = (pixel) => Array.from(new Uint8Array(Uint32Array.of(pixel ?? 0).buffer));

const paper = readColour("rgb(255, 255, 255)");
const ramps = {
  intensity: ramp(paper, [0, 0, 0]),
  positive: ramp(paper, [0, 0, 255]),
  negative: ramp(paper, [255, 0, 0]),
};

test("a ramp begins and ends exactly at its two colours", () => {
  assert.deepEqual(bytes(ramps.intensity[0]), [255, 255, 255, 255]);
  assert.deepEqual(bytes(ramps.intensity[255]), [0, 0, 0, 255]);
});

test("intensities run from nothing to full", () => {
  const pixels = shade([0, 0.5, 1, 7], 1, ramps);
  assert.deepEqual(Array.from(pixels, (pixel) => ramps.intensity.indexOf(pixel)), [0, 128, 255, 255]);
});

test("one value below zero turns all of them into signed ones", () => {
  const pixels = shade([-2, 0, 2], 2, ramps);
  assert.deepEqual(Array.from(pixels, bytes), [[255, 0, 0, 255], [255, 255, 255, 255], [0, 0, 255, 255]]);
});

test("nothing but zeros is all paper", () => {
  assert.deepEqual(bytes(shade([0, 0], 0, ramps)[1]), [255, 255, 255, 255]);
});

test("a veil is clear where nothing is, and covers where much is", () => {
  const pixels = veil([0, -1, 2, 9], 2, ramps);
  assert.deepEqual(Array.from(pixels, bytes), [[0, 0, 255, 0], [255, 0, 0, 128], [0, 0, 255, 255], [0, 0, 255, 255]]);
});
