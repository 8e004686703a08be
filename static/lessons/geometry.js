import "../elements/corner-table.js";
import "../elements/one-layer.js";
import "../elements/plane-picture.js";
import "../elements/predict-point.js";
import "../elements/real-field.js";
import { LayerCards } from "../elements/layer-cards.js";
import { say } from "../elements/say.js";
import { getDigit, SIZES } from "../lib/digits-api.js";
import { integer } from "../lib/link.js";
import { layerEnd, stepAfterEdit, stepsOf, through } from "../lib/plane.js";
import { GRID_POINTS } from "../lib/plane-figures.js";
import { isPlane, layersField, NEW_LAYER } from "../lib/plane-link.js";
import { dotWords, wayParts, whyNotThere } from "../lib/plane-words.js";
import { someReal } from "../lib/real.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/plane.js").Layer} Layer
 * @typedef {import("../lib/plane.js").Point} Point
 * @typedef {import("../lib/plane.js").Step} Step
 * @typedef {{W: import("../lib/plane.js").Matrix, b: Point, kind: string, determinant: number}} Map
 * @typedef {import("./_lesson.js").Answer & {points: {shape: number[], values: Point[], preview?: string | null}, layers: Map[], collapsed: Map | null, steps: Step[]}} Trace
 */

const MOST_LAYERS = 4;
/** What two neurons get, each of the batch a point. */
const POINTS_OF_A_RUN = { name: "Z1", slice: ":, 4:6", run: null, step: null };
/** @type {Pick<Step, "kind" | "layer">} */
const POINTS = { kind: "points", layer: null };
const CORNERS = /** @type {const} */ ([[0, 0], [1, 0], [0, 1], [1, 1]]);
/** @type {Point} */
const GUESSED = [1, 1];
/** @type {readonly Layer[]} */
const USUAL = [
  { W: [[0.866, -0.5], [0.5, 0.866]], b: [0.5, 0.25], relu: false },
  { W: [[1, 0.7], [0, 1]], b: [0, 0], relu: false },
];

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/plane-picture.js").PlanePicture} */
const picture = find("plane-picture");
const cards = new LayerCards(find(".layer-cards"));
/** @type {import("../elements/real-field.js").RealField} */
const realField = find("real-field");

/** @type {Trace | null} */
let trace = null;
/** @type {Pick<Step, "kind" | "layer"> | undefined} */
let here;
/** @type {number | null} */
let drawn = null;
const view = { digit: { ...integer(null), accepts: isTestDigit, expected: `a test digit from 0 to ${SIZES.test - 1}` } };
const lesson = new Lesson({ layers: layersField(USUAL), points: someReal }, { slug: "geometry", fill, show, refuse }, view);
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson, /** @type {import("../elements/predict-point.js").PredictPoint} */ (find("predict-point")));

function fill() {
  const { layers, digit, points } = lesson.state;
  find(`[name=drawn][value=${points ? "run" : digit === null ? "grid" : "digit"}]`).checked = true;
  realField.hidden = !points;
  if (points && points !== realField.real) realField.show(points);
  find("[data-do=another]").hidden = digit === null;
  find("[data-do=add]").disabled = layers.length >= MOST_LAYERS;
  if (isPlane(layers)) cards.show(layers);
  void drawDigit();
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  const { layers, points } = lesson.asked;
  cards.name(answer.layers);
  find("one-layer").show(answer.collapsed, layers);
  picture.points = points ? answer.points.values : [];
  say("points", dotWords(points, answer.points));
  find("corner-table").show(CORNERS.map((corner) => [corner, ...layers.map((_, i) => through(layers.slice(0, i + 1), corner))]));
  const whyNot = whyNotThere.bind(null, layers, GUESSED);
  guessing.ask({ point: GUESSED, image: through(layers, GUESSED), whyNot }, (asked) => {
    if (asked === "nothing") return playing.start(answer.steps.length, manner);
    playing.stop();
    picture.show({ layers, step: POINTS });
    picture.mark(indexOf(GUESSED));
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} _ */
function refuse(_) {
  trace = null;
  playing.stop();
  lesson.tell([]);
  guessing.rest();
}

/** @param {number} step @param {boolean} moving */
function showStep(step, moving) {
  here = trace?.steps[step];
  if (!here) return;
  const { layers } = lesson.state;
  cards.current = here.layer ?? (here.kind === "points" ? 0 : layers.length - 1);
  picture.show({ layers, step: here, moving });
  tellStep();
}

function tellStep() {
  const { kind, title = "", text = "" } = trace?.steps[playing.player.step] ?? {};
  const arrows = kind === "points" ? " The arrows are the columns of W1, where both will go, and b1." : "";
  lesson.tell([`${title}. ${text}${arrows}`.replace(/, (?=[\d−])/g, ",\u00a0")]);
}

/** The picture follows at once, the server's words a moment later. @param {number} index @param {Layer} layer @param {boolean} rests */
function edit(index, layer, rests) {
  const layers = lesson.state.layers.with(index, layer);
  const steps = stepsOf(layers);
  const step = stepAfterEdit(lesson.state.layers, layers, here);
  here = /** @type {Step} */ (steps[step]);
  picture.show({ layers, step: guessing.asked === "nothing" ? here : POINTS });
  const asked = { layers, step: step === steps.length - 1 ? null : step };
  if (rests) lesson.change(asked);
  else lesson.try(asked);
}

/** @param {string} text */
function isTestDigit(text) {
  return /^\d{1,9}$/.test(text) && Number(text) < SIZES.test;
}

/** @param {Point} point */
function indexOf([x, y]) {
  return GRID_POINTS.findIndex(([u, v]) => u === x && v === y);
}

async function drawDigit() {
  const { digit } = lesson.state;
  if (digit === drawn) return;
  drawn = digit;
  const taken = digit === null ? null : await getDigit("test", digit);
  if (digit === drawn) picture.digit = taken?.pixels ?? null;
}

/** @param {string} what is drawn */
function take(what) {
  const digit = what === "digit" ? 0 : null;
  if ((what === "run") !== Boolean(lesson.state.points)) lesson.change({ digit, points: what === "run" ? POINTS_OF_A_RUN : null });
  else draw(digit);
}

/** @param {number | null} digit */
function draw(digit) {
  lesson.note({ digit });
  fill();
}

/** @param {string} name @param {(detail: any) => void} act */
const on = (name, act) => find("main").addEventListener(name, (/** @type {CustomEvent} */ { detail }) => act(detail));

on("layeredit", ({ index, layer, rests }) => edit(index, layer, rests));
on("layerremove", ({ index }) => lesson.change({ layers: lesson.state.layers.toSpliced(index, 1) }));
on("layerselect", ({ index }) => {
  if (trace && guessing.asked === "nothing" && trace.steps[playing.player.step]?.layer !== index) {
    playing.player.pause();
    playing.player.go(layerEnd(lesson.state.layers, index));
  }
});
on("pointpoint", ({ index, key }) => {
  if (!trace || guessing.asked !== "nothing") return;
  playing.player.pause();
  picture.mark(index);
  if (index === null) tellStep();
  else lesson.tell(wayParts(lesson.state.layers, /** @type {Point} */ (GRID_POINTS[index])), key);
});
find("[data-do=add]").addEventListener("click", () => lesson.change({ layers: [...lesson.state.layers, NEW_LAYER] }));
find("[data-do=another]").addEventListener("click", () => draw(Math.floor(Math.random() * SIZES.test)));
for (const radio of document.querySelectorAll("[name=drawn]")) {
  radio.addEventListener("change", () => take(/** @type {HTMLInputElement} */ (radio).value));
}
realField.addEventListener("realinput", () => lesson.try({ points: realField.real }));
realField.addEventListener("realchange", () => lesson.change({ points: realField.real }));
lesson.open();
