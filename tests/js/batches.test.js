import assert from "node:assert/strict";
import test from "node:test";

import { batch, BATCHES, bytesText, costs, productText } from "../../static/lib/batches.js";
import { readLink, refused, writeLink } from "../../static/lib/link.js";

const fields = { batch: batch() };

test("five video clips have more than six thousand million values", () => {
  const video = BATCHES.find(({ name }) => name === "video");
  assert.equal(productText(video?.shape ?? []), "5 × 200 × 1,920 × 1,080 × 3 = 6,220,800,000 values");
  assert.deepEqual(
    costs(video?.shape ?? []).map(({ dtype, text, fits }) => [dtype, text, fits]),
    [["uint8", "6.22 GB", true], ["float16", "12.4 GB", false], ["float32", "24.9 GB", false], ["float64", "49.8 GB", false]],
  );
});

test("bytes are told in the unit in which one reads them", () => {
  assert.deepEqual([0, 999, 1000, 1.6e6, 8e9, 1e18].map(bytesText), ["0 bytes", "999 bytes", "1 kB", "1.6 MB", "8 GB", "1000 PB"]);
});

test("a batch comes back from its link, with whatever lengths", () => {
  for (const known of BATCHES) assert.deepEqual(readLink(fields, writeLink(fields, { batch: known })), { batch: known });
  /** @type {import("../../static/lib/batches.js").Batch} */
  const shorter = { .../** @type {import("../../static/lib/batches.js").Batch} */ (BATCHES[6]), shape: [1, 10, 1920, 1080, 3] };
  assert.equal(writeLink(fields, { batch: shorter }), "?batch=video%3A1x10x1920x1080x3");
  assert.deepEqual(readLink(fields, writeLink(fields, { batch: shorter })), { batch: shorter });
});

test("a link with no such batch, or with lengths that it cannot have, is not accepted", () => {
  for (const text of ["song", "race:1x2", "race:1x0x2"]) assert.deepEqual(refused(fields, `?batch=${text}`), ["batch"], text);
  assert.equal(readLink(fields, "?batch=song").batch, BATCHES[6]);
});
