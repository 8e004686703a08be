import assert from "node:assert/strict";
import test from "node:test";

import { flipWords, pixelWords, sums } from "../../static/lib/evidence.js";

const OF = { label: 8, predicted: 8, score: 1.5, rest: 0.25, input: [1, 0.5, 0], gradient: [2, -1.5, 3], evidence: [2, -0.75, 0] };

test("the score is the sum of what speaks for it, what speaks against it, and the rest", () => {
  assert.deepEqual(sums(OF).map(({ name, value }) => `${name} ${value}`), [
    "ink for an 8 +2.00",
    "ink against it −0.75",
    "the rest: biases +0.25",
    "score of 8 +1.50",
  ]);
});

test("what diverged has no sum", () => {
  assert.equal(sums({ ...OF, score: NaN }).at(-1)?.value, "NaN");
});

test("a pixel says where it is and how its number is made", () => {
  assert.equal(pixelWords(OF, "evidence", 1), "row 0, column 1: ink 0.5 × gradient −1.5 = −0.75, against an 8");
  assert.match(pixelWords(OF, "evidence", 2), /says nothing$/);
  assert.match(pixelWords(OF, "gradient", 2), /move the score of 8 by \+3$/);
});

test("the least change is told by its size and by what it makes", () => {
  const probabilities = [0, 0, 0.512, 0, 0, 0, 0, 0, 0.4, 0];
  const words = flipWords({ label: 8, flipped: 2, share: 0.123, largest: 0.3, size: 1, change: [], pixels: [], probabilities });
  assert.match(words, /^A change of 12.% of the length of the input, no pixel by more than 0\.3: it is taken for a 2, 51\.20.%\.$/);
});
