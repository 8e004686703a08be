import assert from "node:assert/strict";
import test, { mock } from "node:test";

import { atMostEvery } from "../../static/lib/at-most-every.js";

test("a burst of calls acts at once and once more at its end", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let acts = 0;
  const call = atMostEvery(100, () => (acts += 1));
  for (let i = 0; i < 5; i++) call();
  assert.equal(acts, 1);
  mock.timers.tick(100);
  assert.equal(acts, 2);
  mock.timers.tick(1000);
  assert.equal(acts, 2);
  call();
  assert.equal(acts, 3);
  mock.timers.reset();
});
