import "../elements/batch-digits.js";
import "../elements/epoch-strip.js";
import "../elements/moment-bar.js";
import "../elements/number-terms.js";
import "../elements/number-window.js";
import "../elements/step-map.js";
import { HeatMap } from "../elements/heat-map.js";
import { say } from "../elements/say.js";
import { getDigitsAt } from "../lib/digits-api.js";
import { askLesson } from "../lib/lessons-api.js";
import { integer, oneOf } from "../lib/link.js";
import { getSnapshots } from "../lib/moments-api.js";
import { newestWins } from "../lib/newest.js";
import { short } from "../lib/numbers.js";
import { optional } from "../lib/optional.js";
import { remembered } from "../lib/remembered.js";
import { getLosses } from "../lib/run-losses.js";
import { batchText, digitText, epochText, nudgeText, whyNotShape } from "../lib/step-words.js";
import { placeText, readPlace, stageOf, weightOf } from "../lib/training-step.js";
import { fromWire } from "../lib/wire.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/training-step.js").StepTrace} Trace
 * @typedef {import("../lib/training-step.js").Element} Told
 * @typedef {"stage" | "epoch" | "batch" | "number"} Zoom
 * @typedef {{tensor: string, index: readonly number[], block?: readonly number[]}} Asked
 */

const FIELDS = { run: optional(), at: integer(null) };
const LOOKS = { zoom: oneOf(/** @type {const} */ (["stage", "epoch", "batch", "number"])), number: optional(), stage: integer(null) };
const AGAIN_AFTER = 1000;
const DIGITS_REMEMBERED = 4;

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
const maps = find(".heat-maps");
const check = find("[data-do=check]");
const losses = remembered(getLosses, 1);
const digits = remembered((/** @type {number[]} */ places) => getDigitsAt("train", places), DIGITS_REMEMBERED);

/** @type {Trace | null} */
let trace = null;
/** @type {Told | null} */
let told = null;
let timer = 0;
const lesson = new Lesson(FIELDS, { slug: "training_step", rest: "stage", asked: ({ run, at }) => ({ run, step: at }), unasked: ({ run, step }) => ({ run: run ?? null, at: step ?? null }), fill, show, refuse }, LOOKS);
const playing = new Playing(lesson, showStage, "stage");
const guessing = new Guessing(lesson);
const askNumber = newestWins((/** @type {Asked} */ element) => askMore({ element }), ({ element }) => element && showNumber(element), (problem) => sayProblem(problem));
const askNudge = newestWins((/** @type {{tensor: string, index: readonly number[]}} */ nudge) => askMore({ nudge }), ({ nudge }) => nudge && say("nudge", nudgeText(nudge, placeText(nudge.tensor, nudge.index))), () => {});
const askParity = newestWins(() => askMore({ check: true }), showParity, () => {});

/** @param {object} more @returns {Promise<Trace>} what is asked beside the step that is seen */
function askMore(more) {
  return askLesson("training_step", { run: trace?.run, step: trace?.step, pictures: false, ...more });
}

function fill() {
  find(`[name=zoom][value=${lesson.state.zoom}]`).checked = true;
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  told = null;
  const { tensors, loss, memory } = answer;
  find("step-map").show(tensors);
  void find("moment-bar").show(answer.run, answer.step);
  say("losses", `${short(fromWire(loss.before))} → ${short(fromWire(loss.after))}`);
  say("memory", memory.text);
  say("parity", "");
  askParity(undefined);
  const shape = tensors.dW1?.shape ?? [];
  const cell = { name: "how many terms add up to each of its numbers", text: String(answer.batch.size), how: "Each image of the batch contributes one." };
  guessing.ask({ question: "What shape will dW1, the gradient of W1, have?", shape, misfit: null, whyNot: (guess) => whyNotShape("W1", shape, guess), cell }, (left) => {
    find("step-map").hide(left === "shape");
    if (left !== "nothing") return playing.stop();
    playing.start(answer.steps.length, manner);
    if (lesson.state.zoom !== "stage") playing.player.pause();
    zoomTo(lesson.state.zoom);
  });
}

function refuse() {
  trace = null;
  playing.stop();
  guessing.rest();
}

/** @param {number} step @param {boolean} moving */
function showStage(step, moving) {
  const stage = trace?.steps[step];
  if (!trace || !stage) return;
  if (moving) zoomTo("stage");
  say("title", stage.title);
  say("formula", stage.title.includes(stage.formula) ? "" : stage.formula.replaceAll("; ", "\n"));
  const { tensors } = trace;
  maps.replaceChildren(...(stage.key === "y" ? [] : stage.tensors.map((name) => heatOf(name, tensors[name]))));
  find(".zoomed[data-zoom=batch]").toggleAttribute("data-stage", stage.key === "y");
  tellHere();
}

/** @param {string} name @param {import("../lib/training-step.js").StepTensor | undefined} tensor */
function heatOf(name, tensor) {
  const map = new HeatMap();
  if (tensor) queueMicrotask(() => map.show(name, tensor));
  return map;
}

/** @param {Zoom} zoom */
function zoomTo(zoom) {
  if (!trace) return;
  if (zoom !== lesson.state.zoom) lesson.note({ zoom });
  find("main").dataset.zoom = zoom;
  fill();
  if (zoom === "epoch") void showEpoch(trace);
  void showBatch(trace);
  if (zoom === "number" && !told) askNumber(readPlace(lesson.state.number ?? "") ?? strongestHere());
  tellHere();
}

/** @param {Trace} shown */
async function showEpoch({ run, epoch, number, updates_per_epoch: updates }) {
  const [kept, all] = await Promise.all([getSnapshots(run), losses(run)]);
  find("epoch-strip").show({ epoch, number, updates }, kept, all);
}

/** @param {Trace} shown */
async function showBatch({ batch }) {
  find("batch-digits").show(batch, await digits(batch.places), (/** @type {number} */ i) => digitText(batch, i));
}

/** What the stage makes, at its strongest number. @returns {Asked} */
function strongestHere() {
  const stage = trace?.steps[playing.player.step];
  const name = stage?.tensors.at(-1) ?? "loss";
  const shape = trace?.tensors[name]?.shape ?? [];
  return { tensor: name, index: shape.map(() => 0), block: [shape.at(-2) ?? 1, shape.at(-1) ?? 1] };
}

/** @param {Told} element */
function showNumber(element) {
  told = element;
  const place = placeText(element.tensor, element.index);
  lesson.note({ number: place });
  find("[name=number]").value = place;
  find("number-terms").show(element);
  find("number-window").show(element);
  check.hidden = weightOf(element.tensor) === null;
  say("nudge", "");
  tellHere();
}

/** @param {unknown} problem */
function sayProblem(problem) {
  const { what = "", expected = "" } = /** @type {any} */ (problem).problem ?? {};
  say("nudge", `${what} Expected: ${expected}.`);
}

/** @param {Trace} answer */
function showParity({ check: parity }) {
  say("parity", parity?.text ?? "");
  clearTimeout(timer);
  if (parity?.keras === "loading") timer = setTimeout(() => askParity(undefined), AGAIN_AFTER);
}

/** Where one is on the map. @param {Trace} shown */
function markHere({ tensors, steps }) {
  const stage = steps[playing.player.step];
  if (lesson.state.zoom === "number" && told) find("step-map").mark([told.tensor], tensors[told.tensor]?.of ?? []);
  else if (stage) find("step-map").mark([stage.during === "end" ? "loss" : stage.key], stage.tensors);
}

/** What is said where nothing is pointed at. */
function tellHere() {
  if (!trace) return;
  markHere(trace);
  const { zoom } = lesson.state;
  const stage = trace.steps[playing.player.step];
  const texts = { epoch: epochText(trace), batch: batchText(trace.batch), number: told?.text ?? "", stage: stage?.text ?? "" };
  lesson.tell([texts[zoom]]);
}

/** @param {{detail: {text: string}}} event */
function point({ detail: { text } }) {
  if (!text) return tellHere();
  playing.player.pause();
  lesson.tell([text]);
}

/** @param {Asked} asked */
function look(asked) {
  playing.player.pause();
  askNumber(asked);
  told = null;
  lesson.note({ zoom: "number", number: placeText(asked.tensor, asked.index) });
  find("main").dataset.zoom = "number";
  fill();
}

find("step-map").addEventListener("tensorchoose", (/** @type {CustomEvent} */ { detail }) => {
  if (!trace) return;
  playing.player.rest(stageOf(trace.steps, detail.tensor));
  zoomTo("stage");
});
find("moment-bar").addEventListener("momentchoose", (/** @type {CustomEvent} */ { detail: { run, step } }) => lesson.change({ run, at: step, stage: playing.player.step }));
find("epoch-strip").addEventListener("momentchoose", (/** @type {CustomEvent} */ { detail: { step } }) => lesson.change({ run: trace?.run ?? null, at: step, stage: playing.player.step }));
find("batch-digits").addEventListener("digitpoint", point);
find("batch-digits").addEventListener("digitchoose", (/** @type {CustomEvent} */ { detail: { image } }) => look({ tensor: "losses", index: [image] }));
maps.addEventListener("heatpoint", point);
maps.addEventListener("heatchoose", (/** @type {CustomEvent} */ { detail }) => look(detail));
find("number-window").addEventListener("numberchoose", (/** @type {CustomEvent} */ { detail }) => look(detail));
find(".number-form").addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
  event.preventDefault();
  const asked = readPlace(find("[name=number]").value);
  if (asked) look(asked);
});
check.addEventListener("click", () => {
  const tensor = told && weightOf(told.tensor);
  if (told && tensor) askNudge({ tensor, index: told.index });
});
for (const radio of document.querySelectorAll("[name=zoom]")) {
  radio.addEventListener("change", () => zoomTo(/** @type {any} */ (radio).value));
}
lesson.open();
