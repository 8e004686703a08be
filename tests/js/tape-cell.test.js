import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../static/lib/parts.js";
import { cellField, cellParts, formulaParts } from "../../static/lib/tape-cell.js";

test("a number of a gradient is named in the link as code names it", () => {
  for (const [text, cell] of /** @type {const} */ ([["W[1,2]", { name: "W", index: [1, 2] }], ["x", { name: "x", index: [] }]])) {
    assert.deepEqual(cellField.read(text), cell);
    assert.equal(cellField.write({ name: cell.name, index: [...cell.index] }), text);
  }
  assert.equal(cellField.read(null), null);
  assert.equal(cellField.write(null), null);
  for (const text of ["W[", "W[a]", "2"]) assert.equal(cellField.accepts?.(text), false);
});

test("indices in a formula have the colours of their axes", () => {
  const parts = formulaParts("1 × (2 * x1[0, 12]) × x5.size");
  assert.equal(plain(parts), "1 × (2 * x1[0, 12]) × x5.size");
  assert.deepEqual(parts.filter((part) => typeof part !== "string"), [{ axis: 0, text: "0" }, { axis: 1, text: "12" }]);
  assert.equal(plain(cellParts({ name: "b", index: [3] })), "b[3]");
});
