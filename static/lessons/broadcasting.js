import "../elements/axis-table.js";
import "../elements/memory-bars.js";
import "../elements/operation-picture.js";
import "../elements/stride-table.js";
import "../elements/tensor-field.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf, say } from "../elements/say.js";
import { alignAxes, shapeAfter } from "../lib/broadcast.js";
import { bytesOf } from "../lib/bytes.js";
import { cellGuess, operandParts, resultParts, verdict, whyNot } from "../lib/broadcast-words.js";
import { oneOf } from "../lib/link.js";
import { longWay } from "../lib/long-way.js";
import { operand, operandShape, operandShown } from "../lib/operand.js";
import { shapeParts } from "../lib/parts.js";
import { together } from "../lib/real.js";
import { Guessing } from "./_guessing.js";
import { Lesson, showCode } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {import("../lib/broadcast.js").Axis} Axis
 * @typedef {import("../lib/broadcast.js").Name} Name
 * @typedef {import("../lib/broadcast.js").Step} Step
 * @typedef {import("../elements/stride-table.js").Strides} Strides
 * @typedef {{real: number, virtual: number}} Bytes
 * @typedef {import("./_lesson.js").Answer & {a: Shown, b: Shown, result: Shown, axes: Axis[], steps: Step[], bytes: Bytes, strides: Record<Name, Strides>}} Trace
 */

const MISFIT = "They do not fit";
const NAMES = /** @type {const} */ (["a", "b"]);
const FIELDS = {
  a: operand({ shape: [2, 3] }),
  b: operand({ shape: [3] }),
  op: oneOf(["add", "subtract", "multiply", "divide", "maximum", "minimum"]),
};

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/operation-picture.js").OperationPicture} */
const picture = find("operation-picture");
const operation = find("select[name=op]");

/** @type {Trace | null} */
let trace = null;
const lesson = new Lesson(FIELDS, { slug: "broadcasting", fill, show, refuse });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson);

function fill() {
  const { a, b, op } = lesson.state;
  const rank = Math.max(operandShape(a).length, operandShape(b).length);
  for (const name of NAMES) {
    const own = lesson.state[name];
    find(`tensor-field[data-name=${name}]`).show(own, rank - operandShape(own).length);
  }
  operation.value = op;
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  const { a, b, result, axes, steps, strides, code } = (trace = answer);
  writeParts(placeOf("result-shape"), shapeParts(result.shape));
  say("result-dtype", result.dtype);
  showAxes(axes, result.shape);
  find("stride-table").show(strides);
  showCode("long", longWay(code.numpy, steps));
  const why = whyNot.bind(null, axes);
  guessing.ask({ shape: result.shape, misfit: MISFIT, whyNot: why, cell: cellGuess(lesson.asked.op, answer) }, (asked) => {
    if (asked === "nothing") return playing.start(steps.length, manner);
    playing.stop();
    if (asked === "shape") picture.show({ tensors: { a, b } });
    else showTensors(answer, steps.length - 1, { blank: true, moving: true });
    lesson.tell([steps[0]?.text ?? ""]);
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ shapes, axis: failing = null }) {
  trace = null;
  playing.stop();
  lesson.tell([]);
  if (!shapes) return dim();
  const { a, b } = lesson.asked;
  const axes = alignAxes(operandShape(a), operandShape(b));
  const tensors = { a: operandShown(a), b: operandShown(b) };
  showAxes(axes, null);
  guessing.ask({ shape: null, misfit: MISFIT, whyNot: whyNot.bind(null, axes), cell: null }, (asked) =>
    picture.show({ tensors, failing: asked === "nothing" ? failing : null }),
  );
}

/** What is asked cannot be drawn. */
function dim() {
  guessing.rest();
  picture.dim();
}

/** @param {readonly Axis[]} axes @param {readonly number[] | null} result */
function showAxes(axes, result) {
  const rows = NAMES.map((name) => ({ name: /** @type {string} */ (name), lengths: axes.map((axis) => axis[name]) }));
  find("axis-table").show(result ? [...rows, { name: "result", lengths: result }] : rows, axes.map(verdict));
}

/** @param {number} step @param {boolean} moving */
function showStep(step, moving) {
  if (!trace) return;
  showTensors(trace, step, { blank: trace.steps[step]?.kind !== "compute", moving });
  tellStep(step);
}

/** @param {Trace} shown @param {number} step @param {{blank: boolean, moving: boolean}} how */
function showTensors({ a, b, result, steps, bytes }, step, how) {
  const reach = { a: shapeAfter(steps, step, "a", a.shape), b: shapeAfter(steps, step, "b", b.shape) };
  const virtual = bytesOf(reach.a, a.dtype) + bytesOf(reach.b, b.dtype);
  find("memory-bars").show({ real: bytes.real, virtual }, bytes.virtual);
  picture.show({ tensors: { a, b, result }, reach, room: result.shape, ...how });
}

/** @param {number} step */
function tellStep(step) {
  const { title = "", text = "" } = trace?.steps[step] ?? {};
  lesson.tell([`${title}. ${text}`]);
}

/** @param {CustomEvent<{name: Name | "result", place: number[] | null, key: boolean}>} event */
function onNumber({ detail: { name, place, key } }) {
  if (!trace || guessing.asked !== "nothing") return;
  if (!place) return tellStep(playing.player.step);
  if (name === "result") playing.finish();
  else playing.player.pause();
  const { state } = lesson;
  const parts = name === "result" ? resultParts(state.op, place, trace) : operandParts(name, place, trace[name], trace.result.shape);
  lesson.tell(parts, key);
}

find("main").addEventListener("operandinput", (/** @type {CustomEvent} */ { detail }) => lesson.try(together(lesson.state, detail)));
find("main").addEventListener("operandchange", (/** @type {CustomEvent} */ { detail }) => lesson.change(together(lesson.state, detail)));
operation.addEventListener("change", () => lesson.change({ op: operation.value }));
picture.addEventListener("numberpoint", (event) => onNumber(/** @type {any} */ (event)));
lesson.open();
