import assert from "node:assert/strict";
import test from "node:test";

import { postRace, racesField, raceText, rateText, secondsText, timesText, withRace } from "../../static/lib/races.js";
import { serve } from "./server.js";

const race = { shape: [20, 100], naive: 8.25e-4, numpy: 2.56e-6 };

test("both are asked to run with one shape", async (t) => {
  const { asked } = await serve(t, 200, race);
  assert.deepEqual(await postRace([20, 100]), race);
  assert.deepEqual([asked[0]?.path, asked[0]?.body], ["/api/lessons/element_wise/race", '{"shape":[20,100]}']);
});

test("a link remembers races", () => {
  const races = [race, { shape: [], naive: 1.4e-6, numpy: 1.1e-6 }];
  const text = racesField.write(races);
  assert.equal(text, "20x100_8.25e-4_2.56e-6,_1.40e-6_1.10e-6");
  assert.deepEqual(racesField.read(text), races);
});

test("without races there is nothing to remember, and what is none is passed over", () => {
  assert.equal(racesField.write([]), null);
  assert.deepEqual(racesField.read(null), []);
  assert.deepEqual(racesField.read("20x100_0_0,nonsense,2_e_1,20x100_8.25e-4_2.56e-6"), [race]);
});

test("only the newest races are remembered", () => {
  const many = Array.from({ length: 30 }).reduce((races) => withRace(/** @type {any} */ (races), race), []);
  assert.equal(/** @type {any} */ (many).length, 24);
});

test("a race is told with its size, its ratio and its times", () => {
  assert.equal(raceText(race), "NumPy is 322 times as fast on 2,000 numbers: 2.56\u202fµs against 825\u202fµs.");
  assert.match(raceText({ shape: [], naive: 1e-6, numpy: 2e-6 }), /^On 1 number the loops are faster/);
});

test("numbers have units that one can read", () => {
  assert.deepEqual([0.5, 0.0123, 5.88e-6, 3e-8].map(secondsText), ["500\u202fms", "12.3\u202fms", "5.88\u202fµs", "30\u202fns"]);
  assert.deepEqual([4_848_912, 1_560_163_718, 950].map(rateText), ["4.85 million", "1.56 billion", "950"]);
  assert.deepEqual([3.14, 321.7].map(timesText), ["3.1 times", "322 times"]);
});
