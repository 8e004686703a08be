import assert from "node:assert/strict";
import test from "node:test";

import { columnsSeen } from "../../static/lib/columns-seen.js";

const WIDTH = 24;
const scrollWidth = 29 * WIDTH;

test("a table that fits is seen whole", () => {
  assert.equal(columnsSeen({ scrollLeft: 0, clientWidth: scrollWidth, scrollWidth }, 28), "");
});

test("at either end the columns there are named", () => {
  const clientWidth = 15 * WIDTH;
  assert.equal(columnsSeen({ scrollLeft: 0, clientWidth, scrollWidth }, 28), "columns 0 to 13 of 28");
  const scrollLeft = scrollWidth - clientWidth;
  assert.equal(columnsSeen({ scrollLeft, clientWidth, scrollWidth }, 28), "columns 14 to 27 of 28");
});

test("a column counts when half of it is seen", () => {
  const clientWidth = 15 * WIDTH;
  assert.equal(columnsSeen({ scrollLeft: 0.4 * WIDTH, clientWidth, scrollWidth }, 28), "columns 0 to 13 of 28");
  assert.equal(columnsSeen({ scrollLeft: 0.6 * WIDTH, clientWidth, scrollWidth }, 28), "columns 1 to 14 of 28");
});
