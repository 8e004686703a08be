import assert from "node:assert/strict";
import test from "node:test";

import { newestWins } from "../../static/lib/newest.js";

/** A server that answers when told to. */
function slowServer() {
  /** @type {{question: string, answer: (text: string) => void, fail: (why: Error) => void}[]} */
  const open = [];
  /** @type {string[]} */
  const seen = [];
  const ask = newestWins(
    (/** @type {string} */ question) => new Promise((answer, fail) => open.push({ question, answer, fail })),
    (answer) => seen.push(answer),
    (problem) => seen.push(`failed: ${/** @type {Error} */ (problem).message}`),
  );
  return { ask, open, seen };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("the first question is asked at once", () => {
  const { ask, open } = slowServer();
  ask("a");
  assert.deepEqual(open.map(({ question }) => question), ["a"]);
});

test("only the newest of the questions that came meanwhile is asked", async () => {
  const { ask, open, seen } = slowServer();
  for (const question of ["a", "b", "c", "d"]) ask(question);
  assert.equal(open.length, 1);
  open[0]?.answer("A");
  await settled();
  assert.deepEqual(open.map(({ question }) => question), ["a", "d"]);
  open[1]?.answer("D");
  await settled();
  assert.deepEqual(seen, ["A", "D"]);
});

test("a failure is told and the next question is asked all the same", async () => {
  const { ask, open, seen } = slowServer();
  ask("a");
  ask("b");
  open[0]?.fail(new Error("gone"));
  await settled();
  open[1]?.answer("B");
  await settled();
  assert.deepEqual(seen, ["failed: gone", "B"]);
});

test("an urgent question does not wait, and what was asked before it is not answered any more", async () => {
  const { ask, open, seen } = slowServer();
  ask("a");
  ask("b");
  ask("c", true);
  assert.deepEqual(open.map(({ question }) => question), ["a", "c"]);
  open[0]?.answer("A");
  await settled();
  ask("d");
  assert.equal(open.length, 2);
  open[1]?.answer("C");
  await settled();
  open[2]?.answer("D");
  await settled();
  assert.deepEqual(seen, ["C", "D"]);
});

test("what fails after it was given up is not told", async () => {
  const { ask, open, seen } = slowServer();
  ask("a");
  ask("b", true);
  open[0]?.fail(new Error("gone"));
  await settled();
  open[1]?.answer("B");
  await settled();
  assert.deepEqual(seen, ["B"]);
});
