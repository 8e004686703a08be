import assert from "node:assert/strict";
import test from "node:test";

import { askLesson, questionJson, readQuestion } from "../../static/lib/lessons-api.js";
import { serve } from "./server.js";

test("a lesson is asked with its operands as they were typed", async (t) => {
  const { asked } = await serve(t, 200, { steps: [] });
  await askLesson("broadcasting", { a: { shape: [2, 3] }, b: { values: [1, 2], float: true }, op: "add" });
  const [{ method, path, body } = { method: "", path: "", body: "" }] = asked;
  assert.deepEqual([method, path], ["POST", "/api/lessons/broadcasting"]);
  assert.equal(body, '{"a": {"shape": [2,3]}, "b": {"values": [1.0, 2.0]}, "op": "add"}');
});

test("a proposed question keeps fractions where there were some", () => {
  const before = { a: { values: [1, 2], float: true }, b: { shape: [2] }, op: "add" };
  const proposed = { a: { values: [[1], [2]] }, b: { shape: [2, 1] }, op: "add" };
  assert.deepEqual(readQuestion(proposed, before), { ...proposed, a: { values: [[1], [2]], float: true } });
});

test("a list of layers travels as it is", () => {
  const layers = [{ W: [[1, 0], [0, 1]], b: [0, 0], relu: true }];
  assert.deepEqual(JSON.parse(questionJson({ layers })), { layers });
  assert.deepEqual(readQuestion({ layers }, {}), { layers });
});

test("variables may have the names of a tensor's parts", () => {
  assert.equal(questionJson({ values: { values: 1, shape: 2 } }), '{"values": {"values":1,"shape":2}}');
  assert.equal(questionJson({ variables: { values: { values: 3 } } }), '{"variables": {"values":{"values":3}}}');
  assert.deepEqual(readQuestion({ values: { values: 1, x: 2 } }, {}), { values: { values: 1, x: 2 } });
});
