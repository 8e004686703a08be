import { afterPaint } from "../elements/after-paint.js";
import "../elements/draw-pad.js";
import "../elements/pixel-picture.js";
import "../elements/probability-bars.js";
import "../elements/save-picture.js";
import { atMostEvery } from "../lib/at-most-every.js";
import { getDigit, SIZES } from "../lib/digits-api.js";
import { newestWins } from "../lib/newest.js";
import { postPrediction, SWITCHES } from "../lib/predictions-api.js";
import { Alike } from "./alike.js";
import { Evidence } from "./evidence.js";
import { Flip } from "./flip.js";
import { Layers } from "./layers.js";
import { Life } from "./life.js";
import { readAddress, writeAddress } from "./link.js";
import { Live } from "./live.js";
import { say } from "../elements/say.js";
import { Sheet } from "./sheet.js";
import { Stages } from "./stages.js";
import { Trouble } from "../elements/trouble.js";
import { digitWords, TestDigits } from "./test-digits.js";
import { connectTools, showTools } from "./tools.js";
import { showNoAnswer, showNothingDrawn, showVerdict } from "./verdict.js";
import { Who } from "./who.js";

/** @typedef {import("../lib/predictions-api.js").Prediction} Prediction */
/** @typedef {import("./verdict.js").Manner} Manner */

const EXAMPLE = 0;

/** @template {Element} E @param {string} selector @returns {E} */
const find = (selector) => /** @type {E} */ (document.querySelector(selector));

const tools = /** @type {HTMLElement} */ (find(".tools"));
const pad = /** @type {import("../elements/draw-pad.js").DrawPad} */ (find("draw-pad"));
const sheet = new Sheet(pad, { growing: onGrowing, changed: onSheet });
const stages = new Stages(find(".stages"), onChoice);
const layers = new Layers(find(".layers"));
const who = new Who(find(".who"), onChoice);
const life = new Life(find(".life"), { peek: onPeek, choose: onMoment });
const writeSoon = atMostEvery(400, writeState);
const evidence = new Evidence(find(".evidence"), writeSoon);
/** What is asked after the verdict, about the network that gave it. */
const why = [evidence, new Flip(find(".flip"), onChange), new Alike(find(".alike"))];
const trouble = new Trouble(find("problem-note"));
const testDigits = new TestDigits(find(".test-digit"), (digit) => sheet.place(digit), trouble);
const live = new Live(onRuns, () => ask("quietly"));
/** @type {import("../elements/pen-keys.js").Point & {down: boolean}} */
let pen = { x: 0, y: 0, down: false };
const tellPen = atMostEvery(1000, sayPen);
const showInsideSoon = afterPaint(showInside);
const askNewest = newestWins(askNetwork, onAnswer, onNoAnswer);
let newestRun = "";
/** @type {Prediction | null} */
let shown = null;

/** @param {Manner} manner @param {boolean} [urgent] */
function ask(manner, urgent = false) {
  if (!sheet.blank) return askNewest(manner, urgent);
  trouble.clear();
  showNothingDrawn();
  shown = null;
  stages.clear();
  layers.clear();
  for (const part of [life, ...why]) part.clear();
}

/** The sheet is read when it is really asked about, so that the newest ink counts. */
function askNetwork() {
  const { run, step } = who.moment;
  return postPrediction({ ...drawing(run), ...(step !== null && { step }) });
}

/** @param {string} run */
function drawing(run) {
  const on = SWITCHES.filter((name) => !stages.off.includes(name));
  const normalise = sheet.current.changed ? on.filter((name) => name === "scale") : on;
  return { pixels: sheet.pixels, normalise, ...(run && { run }) };
}

/** @param {Prediction} prediction @param {Manner} manner */
function onAnswer(prediction, manner) {
  trouble.clear();
  who.answered(prediction.model);
  if (!who.knows(prediction.model.run)) void live.look();
  if (sheet.blank) return;
  showVerdict(prediction, manner);
  say("digit", digitWords(sheet.current, prediction.label));
  showInsideSoon({ prediction, manner });
}

/** Stages and layers are many pictures: the verdict does not wait for them. @param {{prediction: Prediction, manner: Manner}} answer */
function showInside({ prediction, manner }) {
  if (sheet.blank) return;
  stages.show(prediction.stages);
  showLayers(prediction);
  if (manner !== "silently") askMore(prediction.model);
}

/** @param {{run: string, step: number}} model */
function askMore({ run, step }) {
  life.want(drawing(who.choice.run), who.choice.step);
  for (const part of why) part.want({ ...drawing(run), step });
}

/** @param {Prediction} prediction */
function showLayers(prediction) {
  shown = prediction;
  layers.show(prediction.layers, who.activations(prediction.model.run));
}

/** @param {unknown} problem */
function onNoAnswer(problem) {
  showNoAnswer();
  const newest = who.isNewest ? null : { label: "Ask the newest network", run: () => who.askNewest() };
  trouble.show(problem, () => ask("quietly"), newest);
}

function onGrowing() {
  ask("silently");
  life.stale();
}

/** @param {{run: string, step: number} | null} moment */
function onPeek(moment) {
  who.peek = moment;
  ask("silently");
}

/** @param {{run: string, step: number}} moment @param {boolean} isLast */
async function onMoment({ run, step }, isLast) {
  const isNewest = isLast && who.isNewest;
  await who.set({ run: isNewest ? "" : run, step: isLast ? null : step });
  onChoice();
}

function onSheet() {
  const { digit, example } = sheet.current;
  ask("aloud", true);
  find(".invitation").toggleAttribute("hidden", !sheet.blank && !example);
  showTools(tools, sheet);
  if (digit) testDigits.at(digit.index);
  say("digit", digitWords(sheet.current));
  writeState();
}

/** The change is for the sheet, so that is what comes into sight. @param {number[][]} pixels */
function onChange(pixels) {
  sheet.change(pixels);
  pad.focus({ preventScroll: true });
  pad.scrollIntoView({ block: "center" });
}

function onChoice() {
  ask("aloud");
  live.follow(who.training);
  writeSoon();
}

/** @param {import("../lib/runs-api.js").Run[]} runs  the newest first */
function onRuns(runs) {
  const wasKnown = who.knows(shown?.model.run ?? "");
  who.know(runs);
  if (shown && !wasKnown) showLayers(shown);
  live.follow(who.training);
  const newest = runs[0]?.id ?? "";
  if (newest !== newestRun && who.choice.run === "") ask("quietly");
  newestRun = newest;
}

function onPen(/** @type {Event} */ event) {
  pen = /** @type {CustomEvent<typeof pen>} */ (event).detail;
  tellPen();
}

function sayPen() {
  const { x, y, down } = pen;
  say("pen", `${down ? "inking" : "pen up"}, ${Math.round(x)} across, ${Math.round(y)} down`);
}

function writeState() {
  const { digit, example } = sheet.current;
  const named = example ? null : (digit?.index ?? null);
  writeAddress({ ...who.choice, ...evidence.choice, off: stages.off, digit: named }, sheet.current);
}

/** Show what the address names; when it names no drawing, an example. */
async function openAddress() {
  const { run, step, off, digit, strokes, changed, speaks, view } = readAddress();
  const example = digit === null && strokes.length === 0 && !changed;
  evidence.choice = { speaks, view };
  const index = Math.min(digit ?? EXAMPLE, SIZES.test - 1);
  const before = sheet.current;
  stages.off = off;
  const [laid] = await Promise.all([
    example || digit !== null ? getDigit("test", index) : null,
    who.set({ run, step }),
  ]);
  sheet.open({ digit: laid, example, strokes, changed }, before);
}

connectTools(tools, sheet, pad);
pad.addEventListener("penmove", onPen);
addEventListener("popstate", () => void trouble.attempt(openAddress));
await trouble.attempt(openAddress);
live.watch();
