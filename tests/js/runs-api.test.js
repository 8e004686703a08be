import assert from "node:assert/strict";
import test from "node:test";

import * as api from "../../static/lib/runs-api.js";
import { CHAPTER, toSpec } from "../../static/lib/settings.js";
import { serve } from "./server.js";

const spec = toSpec(CHAPTER);

test("the list of runs comes out of its envelope", async (t) => {
  const { asked } = await serve(t, 200, { runs: [{ id: "recorded" }] });
  assert.deepEqual(await api.getRuns(), [{ id: "recorded" }]);
  assert.equal(asked[0]?.path, "/api/runs");
});

test("health is asked for as it is", async (t) => {
  await serve(t, 200, { status: "ok", trainer: "starting" });
  assert.equal((await api.getHealth()).trainer, "starting");
});

test("a run begins with its whole spec", async (t) => {
  const { asked } = await serve(t, 201, { id: "new" });
  await api.postRun(spec);
  assert.deepEqual(JSON.parse(asked[0]?.body ?? ""), spec);
});

test("code is asked for settings and for runs", async (t) => {
  const { asked } = await serve(t, 200, { keras: "import keras" });
  assert.equal(await api.postCode(spec), "import keras");
  assert.equal(await api.getCode("ab12"), "import keras");
  assert.deepEqual(asked.map(({ method, path }) => `${method} ${path}`), [
    "POST /api/runs/code",
    "GET /api/runs/ab12/code",
  ]);
});

test("a hint comes out of its envelope, and may be none", async (t) => {
  const { asked } = await serve(t, 200, { hint: null });
  assert.equal(await api.getHint("ab12"), null);
  assert.equal(asked[0]?.path, "/api/runs/ab12/hint");
});

test("an id from a link cannot lead to another path", async (t) => {
  const { asked } = await serve(t, 202, {});
  await api.cancelRun("../digits");
  await api.deleteRun("a/b?c");
  assert.deepEqual(asked.map(({ path }) => path), ["/api/runs/..%2Fdigits/cancellation", "/api/runs/a%2Fb%3Fc"]);
});

test("a run has ended when it neither waits nor trains", () => {
  /** @param {import("../../static/lib/runs-api.js").Run["status"]} status */
  const ended = (status) => api.hasEnded(/** @type {import("../../static/lib/runs-api.js").Run} */ ({ status }));
  assert.deepEqual([ended("queued"), ended("running")], [false, false]);
  assert.deepEqual([ended("finished"), ended("cancelled"), ended("failed")], [true, true, true]);
});
