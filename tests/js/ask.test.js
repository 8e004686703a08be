import assert from "node:assert/strict";
import test from "node:test";

import { ask, Refused } from "../../static/lib/ask.js";
import { serve, serveText } from "./server.js";

/** @param {unknown} thrown */
function isUnreachable(thrown) {
  assert.ok(thrown instanceof Refused);
  assert.equal(thrown.problem.code, "unreachable");
  assert.notEqual(thrown.problem.hint, "");
  return true;
}

test("an answer is read from its JSON", async (t) => {
  const { asked } = await serve(t, 200, { seven: 7 });
  assert.deepEqual(await ask("GET", "/api/x"), { seven: 7 });
  assert.deepEqual(asked, [{ method: "GET", path: "/api/x", type: undefined, body: "" }]);
});

test("a body goes as JSON and says so", async (t) => {
  const { asked } = await serve(t, 201, {});
  await ask("POST", "/api/x", { units: 512 });
  assert.deepEqual(asked, [{ method: "POST", path: "/api/x", type: "application/json", body: '{"units":512}' }]);
});

test("a body that is JSON already goes as it is", async (t) => {
  const { asked } = await serve(t, 200, {});
  await ask("POST", "/api/x", '{"a": 2.0}');
  assert.equal(asked[0]?.body, '{"a": 2.0}');
});

test("no content is no answer", async (t) => {
  await serve(t, 204, undefined);
  assert.equal(await ask("DELETE", "/api/x"), undefined);
});

test("a refusal brings its problem", async (t) => {
  const error = { code: "too_large", what: "Too large.", expected: "1", got: "2", hint: "Less." };
  await serve(t, 422, { error });
  await assert.rejects(ask("GET", "/api/x"), (thrown) => {
    assert.ok(thrown instanceof Refused);
    assert.deepEqual(thrown.problem, error);
    return true;
  });
});

test("a server that is not there is a problem with a hint", async (t) => {
  const { stop } = await serve(t, 200, {});
  await stop();
  await assert.rejects(ask("GET", "/api/x"), isUnreachable);
});

for (const [status, answer] of /** @type {const} */ ([
  [502, "<h1>Bad Gateway</h1>"],
  [200, "<h1>Please log in</h1>"],
  [504, ""],
  [503, '{"detail": "no upstream"}'],
])) {
  test(`a proxy that answers ${status} “${answer}” is a server that is not there`, async (t) => {
    await serveText(t, status, answer);
    await assert.rejects(ask("GET", "/api/x"), isUnreachable);
  });
}
