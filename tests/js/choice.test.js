import assert from "node:assert/strict";
import test from "node:test";

import { Choice } from "../../static/lib/choice.js";

/** @param {Record<string, "queued" | "running" | "finished">} statuses the newest first */
function choiceOf(statuses) {
  const choice = new Choice();
  const runs = Object.entries(statuses).map(([id, status]) => ({ id, status }));
  choice.runs = /** @type {import("../../static/lib/runs-api.js").Run[]} */ (runs);
  return choice;
}

/** @param {Choice} choice */
function shown(choice) {
  return choice.present().map(({ id }) => id);
}

test("without a choice one sees the recorded run", () => {
  assert.deepEqual(shown(choiceOf({ mine: "finished", recorded: "finished" })), ["recorded"]);
});

test("without a choice one sees the run that trains, not those that wait behind it", () => {
  assert.deepEqual(shown(choiceOf({ next: "queued", now: "running", recorded: "finished" })), ["now"]);
});

test("a chosen run that is not there any more is left out", () => {
  const choice = choiceOf({ mine: "finished", recorded: "finished" });
  choice.ids = ["deleted", "mine"];
  assert.deepEqual(shown(choice), ["mine"]);
});

test("what is not there is named once, and then chosen no longer", () => {
  const choice = choiceOf({ mine: "finished", recorded: "finished" });
  choice.ids = ["deleted", "mine"];
  assert.deepEqual([choice.dropUnknown(), choice.dropUnknown()], [["deleted"], []]);
  assert.deepEqual(choice.ids, ["mine"]);
});

test("the trainer is waited for before the first run, and by a run in the queue", () => {
  assert.equal(choiceOf({ recorded: "finished" }).needsTrainer, true);
  assert.equal(choiceOf({ mine: "finished", recorded: "finished" }).needsTrainer, false);
  assert.equal(choiceOf({ next: "queued", mine: "finished", recorded: "finished" }).needsTrainer, true);
});

test("adding to what one sees keeps it, though it was never chosen", () => {
  const choice = choiceOf({ mine: "finished", recorded: "finished" });
  shown(choice);
  choice.add("mine");
  assert.deepEqual(shown(choice), ["recorded", "mine"]);
  choice.remove("recorded");
  assert.deepEqual(shown(choice), ["mine"]);
});

test("a new run replaces what has ended and joins what still trains", () => {
  const choice = choiceOf({ fresh: "queued", now: "running", old: "finished", recorded: "finished" });
  choice.ids = ["old", "now"];
  shown(choice);
  choice.start("fresh");
  assert.deepEqual(shown(choice), ["now", "fresh"]);
});

test("of more runs than there are colours the newest stay", () => {
  const choice = choiceOf(Object.fromEntries([..."abcdefg"].map((id) => [id, "running"])));
  for (const id of "abcdefg") {
    choice.start(id);
    shown(choice);
  }
  assert.deepEqual(shown(choice), [..."bcdefg"]);
});
