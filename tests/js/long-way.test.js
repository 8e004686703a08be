import assert from "node:assert/strict";
import test from "node:test";

import { longWay } from "../../static/lib/long-way.js";

test("each step is done by a copy before the result is computed", () => {
  const steps = [
    { kind: "operands" },
    { kind: "expand_dims", operand: "b", axis: 0 },
    { kind: "stretch", operand: "b", axis: 0, times: 28 },
    { kind: "compute" },
  ];
  assert.equal(
    longWay("b = np.arange(10)\nresult = a + b", steps),
    "b = np.arange(10)\nb = np.expand_dims(b, axis=0)\nb = np.concatenate([b] * 28, axis=0)\nresult = a + b",
  );
});
