import assert from "node:assert/strict";
import test from "node:test";

import { spread } from "../../static/lib/spread.js";

test("what is far apart stays where it is", () => assert.deepEqual(spread([50, 10, 30], 12), [50, 10, 30]));

test("what is close moves apart, in its order", () => assert.deepEqual(spread([31, 30, 100], 12), [42, 30, 100]));

test("equal places do not fall on one another", () => assert.deepEqual(spread([5, 5, 5], 10), [5, 15, 25]));

test("nothing needs no room", () => assert.deepEqual(spread([], 10), []));
