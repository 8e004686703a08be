import "../elements/expression-field.js";
import "../elements/graph-picture.js";
import "../elements/path-list.js";
import "../elements/predict-number.js";
import "../elements/value-fields.js";
import { say } from "../elements/say.js";
import { guessed, guessOf } from "../lib/gradient-guess.js";
import { flowLines, keyOf, lossOf, nodeWords, picturedNodes, seenAt, slopeLine } from "../lib/graph-trace.js";
import { word } from "../lib/link.js";
import { replacedAt } from "../lib/nested.js";
import { optional } from "../lib/optional.js";
import { keysOf, pathSentence, waysOf, wayText } from "../lib/path-words.js";
import { isReal, together } from "../lib/real.js";
import { namedValues, someNames } from "../lib/values-link.js";
import { GradientAside, NUDGE } from "./_gradient_aside.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/gradient-guess.js").Trace & import("./_lesson.js").Answer} Trace
 * @typedef {import("../lib/values-link.js").Given} Given
 */

const EXPRESSION = "abs(y_true - (x*w + b))";
const VALUES = { x: 3, w: 2, b: 3, y_true: 8 };

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/graph-picture.js").GraphPicture} */
const picture = find("graph-picture");
const expression = /** @type {import("../elements/expression-field.js").ExpressionField} */ (find("expression-field"));
const whole = /** @type {HTMLInputElement} */ (find("[name=whole]"));

/** @type {Trace | null} */
let trace = null;
const fields = { expression: word(EXPRESSION), values: namedValues(VALUES), wrt: someNames };
const asked = (/** @type {object} */ question) => ({ ...question, check: false });
const lesson = new Lesson(fields, { slug: "backpropagation", asked, fill, show, refuse }, { lit: optional(), ...NUDGE });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson, /** @type {import("../elements/predict-number.js").PredictNumber} */ (find("predict-number")));
const aside = new GradientAside(lesson);

function fill() {
  expression.show(lesson.state.expression);
  showValues();
}

function showValues() {
  const { values } = lesson.state;
  const names = trace ? trace.graph.nodes.filter(({ op }) => op === "variable").map(({ name }) => name) : Object.keys(values);
  find("value-fields").show(Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]])));
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  showValues();
  showPaths();
  aside.ask(answer);
  const name = guessed(answer, lesson.state.lit);
  if (name === null) return playing.start(answer.steps.length, manner);
  guessing.ask(guessOf(answer, name), (left) => {
    if (left === "nothing") return playing.start(answer.steps.length, manner);
    playing.stop();
    draw(answer, seedStep(answer));
    lesson.tell([`Forward is done. Backward has not run yet: what will grad(${lossOf(answer.graph.nodes)}, ${name}) be?`]);
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ code, place = null, fixes = [] }) {
  const [only] = fixes;
  if (code === "unknown_name" && only && fixes.length === 1) return lend(only.question);
  expression.mark(place);
  playing.stop();
  lesson.tell([]);
}

/** A name that is like no other is a new one. @param {any} question */
function lend({ values }) {
  lesson.try({ values });
}

/** The step before backward begins. @param {Trace} answer */
function seedStep({ steps }) {
  return steps.findIndex(({ kind }) => kind === "seed") - 1;
}

/** @param {number} step */
function showStep(step) {
  if (!trace) return;
  draw(trace, step);
  tellStep();
}

/** @param {Trace} shown @param {number} step */
function draw(shown, step) {
  const { kind, node = null, edge = null } = shown.steps[step] ?? {};
  const flowing = edge === null ? undefined : shown.backward[edge];
  const ways = litWays(shown);
  const slopes = step >= seedStep(shown) ? ways.flat() : [];
  const chips = new Map(slopes.map((each) => [keyOf(each), [slopeLine(shown, each)]]));
  if (flowing) chips.set(keyOf(flowing), flowLines(shown, flowing));
  picture.show({
    nodes: picturedNodes(shown, seenAt(shown, step)),
    node: node === null || kind === "gradients" ? null : String(node),
    edge: flowing ? keyOf(flowing) : null,
    lit: keysOf(ways),
    chips,
  });
  find("[data-whole]").hidden = !whole.checked && !picture.hasAttribute("data-cut");
}

/** The ways of the variable that is lit; none while it is still to be guessed. @param {Trace} shown */
function litWays(shown) {
  const paths = shown.paths[lesson.state.lit ?? ""];
  return paths && guessing.asked === "nothing" ? waysOf(shown, paths) : [];
}

function showPaths() {
  const { lit } = lesson.state;
  const paths = trace?.paths[lit ?? ""];
  const ways = trace && paths ? waysOf(trace, paths) : [];
  say("paths", paths ? `From the loss to ${lit}` : "The paths to the loss");
  find("[data-say=no-paths]").hidden = Boolean(paths);
  find("path-list").show(ways.map((way) => wayText(/** @type {Trace} */ (trace), way)), BigInt(paths?.count ?? 0) - BigInt(ways.length));
}

function tellStep() {
  lesson.tell([trace?.steps[playing.player.step]?.text ?? ""]);
}

/** @param {{id: string | null, place: number[] | null, key: boolean}} detail */
function point({ id, place, key }) {
  if (!trace) return;
  if (id === null) return guessing.asked === "nothing" ? tellStep() : undefined;
  playing.player.pause();
  const node = /** @type {import("../lib/graph-trace.js").GraphNode} */ (trace.graph.nodes[Number(id)]);
  const step = guessing.asked === "nothing" ? playing.player.step : seedStep(trace);
  const seen = /** @type {import("../lib/graph-trace.js").Seen} */ (seenAt(trace, step)[Number(id)]);
  lesson.tell([nodeWords(node, seen, lossOf(trace.graph.nodes), place)], key);
}

/** @param {string} id */
function select(id) {
  const node = trace?.graph.nodes[Number(id)];
  if (!trace || !node) return;
  if (!(node.name in trace.paths) || node.op !== "variable") return point({ id, place: null, key: true });
  playing.player.pause();
  lesson.note({ lit: lesson.state.lit === node.name ? null : node.name });
  showPaths();
  if (guessing.asked !== "nothing") return show(trace, "edited");
  draw(trace, playing.player.step);
  if (lesson.state.lit) lesson.tell([pathSentence(trace, node.name)]);
  else tellStep();
}

/** A value is another now; one stays at the step where one is. @param {string} name @param {Given} value @param {boolean} rests */
function change(name, value, rests) {
  const { isLast, step } = playing.player;
  const { values } = lesson.state;
  const what = { values: { ...values, ...together(values, { name, operand: /** @type {any} */ (value) }) }, step: isLast ? null : step };
  if (rests) lesson.change(what);
  else lesson.try(what);
}

/** Numbers of a run that are changed by hand are the learner's own from then on. @param {number} id @param {number[]} place @param {number} value @param {boolean} rests */
function scrub(id, place, value, rests) {
  const node = trace?.graph.nodes[id];
  const given = lesson.state.values[node?.name ?? ""];
  if (!node || given === undefined || (isReal(given) && node.preview)) return;
  change(node.name, replacedAt(isReal(given) ? node.value : given, place, value), rests);
}

/** @param {string} name @param {(detail: any) => void} act */
const on = (name, act) => find("main").addEventListener(name, (/** @type {CustomEvent} */ { detail }) => act(detail));

on("expressioninput", (detail) => lesson.try({ expression: detail.expression, wrt: null }));
on("expressionchange", (detail) => lesson.change({ expression: detail.expression, wrt: null }));
on("valueinput", ({ name, value }) => change(name, value, false));
on("valuechange", ({ name, value }) => change(name, value, true));
on("valuescrub", ({ id, place, value, rests }) => scrub(Number(id), place, value, rests));
on("nodepoint", point);
on("nodeselect", ({ id }) => select(id));
whole.addEventListener("change", () => (picture.whole = whole.checked));
lesson.open();
