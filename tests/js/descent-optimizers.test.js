import assert from "node:assert/strict";
import test from "node:test";

import { RULES, SETTINGS, trimmed, USUAL } from "../../static/lib/descent-optimizers.js";

test("a rule that is changed keeps only the settings that it has", () => {
  assert.deepEqual(trimmed({ name: "sgd", learning_rate: 0.3, momentum: 0.5 }), { name: "sgd", learning_rate: 0.3 });
  assert.deepEqual(trimmed({ name: "momentum", learning_rate: 0.3 }), { name: "momentum", learning_rate: 0.3, momentum: 0.9 });
});

test("every setting of a rule has a slider that reaches its usual value", () => {
  for (const { uses } of Object.values(RULES)) {
    for (const name of uses) assert.ok(SETTINGS[name].stops.includes(USUAL[name]), name);
  }
});

test("a slider stops at ever larger values", () => {
  for (const { stops } of Object.values(SETTINGS)) assert.deepEqual(stops, stops.toSorted((a, b) => a - b));
});
