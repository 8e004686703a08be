import assert from "node:assert/strict";
import test from "node:test";

import { plain } from "../../static/lib/parts.js";
import { dotWords, layerParts, numberText, pointText, readPoint, wayParts, whyNotThere } from "../../static/lib/plane-words.js";

/** @typedef {import("../../static/lib/plane.js").Layer} Layer */

/** @type {Layer} */
const TURN = { W: [[0, -1], [1, 0]], b: [0.5, 0], relu: false };
/** @type {Layer} */
const SHEAR = { W: [[1, 2], [0, 1]], b: [0, 0], relu: true };

test("numbers have three decimals, a real minus, and no minus zero", () => {
  assert.deepEqual([-1.23456, -0, 2].map(numberText), ["−1.235", "0", "2"]);
  assert.equal(pointText([1, -0.5]), "(1, −0.5)");
});

test("a layer is computed term by term", () => {
  assert.equal(plain(layerParts(TURN, [2, 3])), "(0·2 + −1·3 + 0.5, 1·2 + 0·3) = (−2.5, 2)");
  assert.equal(plain(layerParts(SHEAR, [-3, 1])), "relu(1·−3 + 2·1, 0·−3 + 1·1) = (0, 1)");
});

test("the way of a point has a station for each layer", () => {
  assert.equal(plain(wayParts([TURN, SHEAR], [2, 3])).split(" → ").length, 3);
});

test("a point may be typed in several ways", () => {
  for (const text of ["(1, -2)", "1 −2", "[1.0, -2]", "1,-2."]) assert.deepEqual(readPoint(text), [1, -2]);
  for (const text of ["", "1", "1 2 3", "one, two", "1e3 2"]) assert.equal(readPoint(text), null);
});

test("a wrong guess gets the reason that fits it", () => {
  const why = (/** @type {Layer[]} */ layers, /** @type {[number, number]} */ guess) => whyNotThere(layers, [1, 1], guess).join();
  assert.equal(why([TURN], [-0.5, 1]), "");
  assert.match(why([TURN], [-1, 1]), /without b/);
  assert.match(why([TURN], [1.5, -1]), /transposed/);
  assert.match(why([{ ...TURN, relu: true }], [-0.5, 1]), /without relu/);
  assert.match(why([TURN, SHEAR], [-0.5, 1]), /first layer only/);
  assert.match(why([TURN, { ...SHEAR, relu: false }], [-0.5, 3]), /wrong order/);
  assert.match(why([TURN], [9, 9]), /first column/);
});

test("dots say which rows they are, and when they are not all", () => {
  const real = { name: "Z1", slice: ":, 4:6", run: "recorded", step: 938 };
  assert.equal(dotWords(real, { shape: [1128, 2] }), "Each dot is one of the 1,128 rows of Z1[:, 4:6].");
  assert.equal(dotWords({ ...real, slice: "" }, { shape: [9000, 2], preview: "the first (9, 2) of (9000, 2)" }), "Each dot is one of the 9,000 rows of Z1. Drawn are the first (9, 2) of (9000, 2).");
  assert.equal(dotWords(null, { shape: [81, 2] }), "");
});
