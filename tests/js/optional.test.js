import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { optional } from "../../static/lib/optional.js";

/** @type {import("../../static/lib/link.js").Fields<{slice: string | null, dtype: "uint8" | "bool" | null}>} */
const fields = { slice: optional(), dtype: optional(["uint8", "bool"]) };

test("what is not in the link is not asked for", () => {
  assert.deepEqual(readLink(fields, ""), { slice: null, dtype: null });
  assert.deepEqual(readLink(fields, "?slice=&dtype=int3"), { slice: null, dtype: null });
  assert.equal(writeLink(fields, { slice: null, dtype: null }), "");
});

test("what is in it comes back", () => {
  /** @type {{slice: string | null, dtype: "uint8" | "bool" | null}} */
  const state = { slice: "1:3, ::2", dtype: "uint8" };
  assert.deepEqual(readLink(fields, writeLink(fields, state)), state);
});
