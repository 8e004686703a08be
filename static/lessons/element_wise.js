import "../elements/axis-table.js";
import "../elements/operation-picture.js";
import "../elements/surprise-list.js";
import "../elements/tensor-field.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf, say } from "../elements/say.js";
import { alignAxes } from "../lib/broadcast.js";
import { operandParts, verdict, whyNot } from "../lib/broadcast-words.js";
import { cellGuess, cellParts, whyNotSame } from "../lib/element-words.js";
import { isUpTo, seenWhere } from "../lib/filling.js";
import { oneOf } from "../lib/link.js";
import { sizeOf } from "../lib/nested.js";
import { operand, operandShape, operandShown } from "../lib/operand.js";
import { shapeParts } from "../lib/parts.js";
import { racesField } from "../lib/races.js";
import { together } from "../lib/real.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";
import { RaceTrack } from "./_race.js";

/**
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {import("../lib/lessons-api.js").Step & {kind: string, place: number[] | null}} Step
 * @typedef {import("../elements/surprise-list.js").Surprise} Surprise
 * @typedef {{op: string, a: import("../lib/operand.js").Operand, b: import("../lib/operand.js").Operand}} Question
 * @typedef {import("./_lesson.js").Answer & {a: Shown, b: Shown | null, result: Shown, expression: string, steps: Step[], surprises: Surprise[]}} Trace
 */

const MISFIT = "They do not fit";
const ALONE = /** @type {const} */ (["relu", "exp", "log", "square", "sigmoid", "tanh"]);
const PAIRED = /** @type {const} */ ([
  ...["add", "subtract", "multiply", "divide", "power", "mod", "floor_divide", "maximum", "minimum"],
  ...["greater", "less", "greater_equal", "less_equal", "equal", "not_equal"],
]);
const FIELDS = {
  op: oneOf(/** @type {[string, ...string[]]} */ ([...PAIRED, ...ALONE])),
  a: operand({ values: [[1, -2, 3], [-4, 5, -6]], float: false }),
  b: operand({ shape: [2, 3] }),
};

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/operation-picture.js").OperationPicture} */
const picture = find("operation-picture");
const operation = find("select[name=op]");

/** @type {Trace | null} */
let trace = null;
/** @type {Lesson<Question, Trace, {races: readonly import("../lib/races.js").Race[]}>} */
const lesson = new Lesson(FIELDS, { slug: "element_wise", asked, fill, show, refuse }, { races: racesField });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson);
const track = new RaceTrack(find(".race"), (races) => lesson.note({ races }));

/** @param {string} op */
function isAlone(op) {
  return ALONE.some((name) => name === op);
}

/** An operation on one tensor is not asked with two. @param {Question} question */
function asked({ op, a, b }) {
  return isAlone(op) ? { op, a } : { op, a, b };
}

/** What is drawn of a and, where there is one, b. @template T @param {T} a @param {T | null} b @returns {Record<string, T>} */
function named(a, b) {
  return b === null ? { a } : { a, b };
}

function fill() {
  const { op, a, b, races } = lesson.state;
  const operands = named(a, isAlone(op) ? null : b);
  const rank = Math.max(...Object.values(operands).map((each) => operandShape(each).length));
  for (const [name, own] of Object.entries(operands)) {
    find(`tensor-field[data-name=${name}]`).show(own, rank - operandShape(own).length);
  }
  picture.toggleAttribute("data-alone", isAlone(op));
  operation.value = op;
  track.show(races);
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  const { a, b, result, steps, surprises } = answer;
  writeParts(placeOf("result-shape"), shapeParts(result.shape));
  say("result-dtype", result.dtype);
  find("#surprises").parentElement.hidden = surprises.length === 0;
  find("surprise-list").show(surprises, sizeOf(result.shape));
  find("#axes").parentElement.hidden = true;
  const why = b ? whyNot.bind(null, alignAxes(a.shape, b.shape)) : whyNotSame.bind(null, a.shape);
  guessing.ask({ shape: result.shape, misfit: b ? MISFIT : null, whyNot: why, cell: cellGuess(answer) }, (left) => {
    if (left === "nothing") return playing.start(steps.length, manner);
    playing.stop();
    if (left === "shape") picture.show({ tensors: named(a, b) });
    else showTensors({ blank: true });
    lesson.tell([steps[0]?.text ?? ""]);
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ shapes, axis: failing = null }) {
  trace = null;
  playing.stop();
  lesson.tell([]);
  const { op, a, b } = lesson.asked;
  const tensors = named(operandShown(a), isAlone(op) ? null : operandShown(b));
  const axes = alignAxes(operandShape(a), operandShape(b));
  find("#axes").parentElement.hidden = !shapes;
  find("axis-table").show([{ name: "a", lengths: axes.map((axis) => axis.a) }, { name: "b", lengths: axes.map((axis) => axis.b) }], axes.map(verdict));
  if (!shapes) return dim();
  guessing.ask({ shape: null, misfit: MISFIT, whyNot: whyNot.bind(null, axes), cell: null }, (left) => picture.show({ tensors, failing: left === "nothing" ? failing : null }));
}

/** What is asked cannot be drawn. */
function dim() {
  guessing.rest();
  picture.dim();
}

/** Cell after cell, as a loop comes to them. @param {number} step @param {boolean} moving */
function showStep(step, moving) {
  const steps = trace?.steps ?? [];
  const { kind = "", place = null } = steps[step] ?? {};
  const isWhole = step === steps.length - 1 || kind === "others" || kind === "surprise";
  if (isWhole) showTensors({ moving });
  else showTensors({ upTo: place, blank: kind !== "cell", stretched: kind !== "operands", moving });
  picture.mark(place);
  tellStep(step);
}

/** @param {{upTo?: number[] | null, stretched?: boolean, blank?: boolean, moving?: boolean}} how */
function showTensors({ upTo = null, stretched = true, ...how }) {
  if (!trace) return;
  const { a, b, result } = trace;
  const seen = upTo ? seenWhere(result, (place) => isUpTo(place, upTo)) : result;
  /** @type {Record<string, readonly number[]>} */
  const reach = stretched ? { a: result.shape, b: result.shape } : {};
  picture.show({ tensors: { ...named(a, b), result: seen }, reach, room: result.shape, ...how });
}

/** @param {number} step */
function tellStep(step) {
  const { kind = "", title = "", text = "", place = null } = trace?.steps[step] ?? {};
  lesson.tell(trace && place && kind === "cell" ? cellParts(trace, place) : [`${title}. ${text}`]);
}

/** Everything is to be seen, and what a number is made of. @param {number[]} place */
function finish(place) {
  playing.finish();
  picture.mark(place);
}

/** Nothing is pointed at any more. */
function rest() {
  picture.mark(trace?.steps[playing.player.step]?.place ?? null);
  tellStep(playing.player.step);
}

/** @param {CustomEvent<{name: "a" | "b" | "result", place: number[] | null, key: boolean}>} event */
function onNumber({ detail: { name, place, key } }) {
  if (!trace || guessing.asked !== "nothing") return;
  if (!place) return rest();
  if (name === "result") finish(place);
  else playing.player.pause();
  const own = trace[name];
  if (name === "result") lesson.tell(cellParts(trace, place), key);
  else if (own) lesson.tell(operandParts(name, place, own, trace.result.shape), key);
}

find("main").addEventListener("operandinput", (/** @type {CustomEvent} */ { detail }) => lesson.try(together(lesson.state, detail)));
find("main").addEventListener("operandchange", (/** @type {CustomEvent} */ { detail }) => lesson.change(together(lesson.state, detail)));
operation.addEventListener("change", () => lesson.change({ op: operation.value }, "chosen"));
picture.addEventListener("numberpoint", (event) => onNumber(/** @type {any} */ (event)));
lesson.open();
