import assert from "node:assert/strict";
import test from "node:test";

import { readLink, writeLink } from "../../static/lib/link.js";
import { PRESETS, presetOf } from "../../static/lib/presets.js";
import { CHAPTER, SETTINGS } from "../../static/lib/settings.js";

test("the first is the chapter's run", () => {
  assert.deepEqual(PRESETS[0]?.settings, CHAPTER);
});

test("each is a link that leads back to it", () => {
  const links = PRESETS.map(({ settings }) => writeLink(SETTINGS, settings));
  assert.equal(new Set(links).size, PRESETS.length);
  for (const [i, link] of links.entries()) assert.deepEqual(readLink(SETTINGS, link), PRESETS[i]?.settings);
});

test("each says in a sentence what to watch for", () => {
  for (const { title, watch } of PRESETS) assert.match(watch, /^[A-Z].{30,}\.$/, title);
});

test("settings are known as a preset whatever the run is called", () => {
  assert.equal(presetOf({ ...CHAPTER, hidden: [], name: "flat" })?.title, "No hidden layer");
  assert.equal(presetOf({ ...CHAPTER, hidden: [], epochs: 9 }), undefined);
});
