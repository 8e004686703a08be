import "../elements/batch-calculator.js";
import "../elements/digit-slicer.js";
import "../elements/slice-picture.js";
import "../elements/tensor-field.js";
import "../elements/value-table.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf, say } from "../elements/say.js";
import { batch } from "../lib/batches.js";
import { word } from "../lib/link.js";
import { sizeOf } from "../lib/nested.js";
import { MOST_TYPED, operand, operandNumbers, operandShape, operandShown } from "../lib/operand.js";
import { optional } from "../lib/optional.js";
import { shapeParts } from "../lib/parts.js";
import { isReal } from "../lib/real.js";
import { axisRows, factRows, lostRows, lostText, numberGuess, whyNotShape } from "../lib/tensor-facts.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("./_lesson.js").Answer & import("../lib/tensor-facts.js").Told} Trace
 * @typedef {import("./_lesson.js").Manner} Manner
 */

const MATRIX = [[5, 0, 4, 1, 9, 2], [1, 3, 1, 4, 3, 5], [3, 6, 1, 7, 2, 8]];
const DTYPES = /** @type {const} */ (["float16", "float32", "float64", "uint8", "int64", "bool", "string"]);
const FIELDS = { a: operand({ values: MATRIX, float: false }), dtype: optional(DTYPES), slice: optional() };
const UNEVEN = ["ragged", "not_a_number", "not_a_string", "too_many_axes"];
const LOOKS = { digits: word("10:100, 7:-7, 7:-7"), batch: batch() };

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/slice-picture.js").SlicePicture} */
const picture = find("slice-picture");
const [field, dtype, slice] = [find("tensor-field"), find("select[name=dtype]"), find("input[name=slice]")];
const [digits, batches, described] = [find("digit-slicer"), find("batch-calculator"), find("[data-described]")];
/** @type {Record<"facts" | "axes" | "lost", import("../elements/value-table.js").ValueTable>} */
const tables = { facts: find("#facts"), axes: find("#axes + value-table"), lost: find("#lost ~ value-table") };

/** @type {Trace | null} */
let trace = null;
const lesson = new Lesson(FIELDS, { slug: "tensors", fill, show, refuse }, LOOKS);
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson);

function fill() {
  const { state } = lesson;
  showField(isUntold());
  dtype.value = state.dtype ?? "";
  if (document.activeElement !== slice) slice.value = state.slice ?? "";
  digits.show(state.digits);
  if (document.activeElement?.closest("batch-calculator") !== batches) batches.show(state.batch);
}

/** @param {Trace} answer @param {Manner} manner */
function show(answer, manner) {
  trace = answer;
  const { shape, axes, lost, cuts } = answer;
  writeParts(placeOf("result-shape"), shapeParts(shape));
  find(".result").hidden = !lost && !cuts;
  tables.axes.show(["", "name", "length", "to the next"], axisRows(axes));
  showLost(answer);
  if ((sizeOf(shape) > MOST_TYPED || isReal(lesson.asked.a)) && !cuts) return showGiven(answer, manner);
  const prediction = { shape, misfit: null, whyNot: whyNotShape.bind(null, answer), cell: numberGuess(answer) };
  guessing.ask(prediction, (asked) => (asked === "nothing" ? showAll(answer, manner) : showQuestion(answer, asked)));
}

/** A tensor that nobody types is given by its shape. @param {Trace} answer @param {Manner} manner */
function showGiven(answer, manner) {
  guessing.rest("This tensor is given by its shape, so there is nothing to guess. Cut out a slice.");
  showAll(answer, manner);
}

/** @param {Trace} answer @param {Manner} manner */
function showAll(answer, manner) {
  showField(false);
  described.hidden = answer.a !== null;
  picture.show(answer);
  playing.start(answer.steps.length, manner);
}

/** @param {Trace} answer @param {import("./_guessing.js").Asked} asked */
function showQuestion({ a }, asked) {
  const untold = asked === "shape" && isUntold();
  playing.stop();
  lesson.tell([]);
  showField(untold);
  picture.ask(a, !untold);
}

/** Whether the shape of a is what is to be guessed. */
function isUntold() {
  const { a, slice: cut, predict } = lesson.state;
  return predict === "on" && cut === null && !isReal(a) && sizeOf(operandShape(a)) <= MOST_TYPED;
}

/** As numbers in brackets a tensor does not tell its shape. @param {boolean} untold */
function showField(untold) {
  const { a } = lesson.state;
  field.toggleAttribute("data-untold", untold);
  field.show(untold ? operandNumbers(a) : a);
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ code }) {
  trace = null;
  described.hidden = true;
  playing.stop();
  lesson.tell([]);
  guessing.rest();
  showField(false);
  picture.ask(UNEVEN.includes(code) ? null : operandShown(lesson.asked.a));
}

/** @param {Trace} answer */
function showLost({ a, lost, dtype: after }) {
  tables.lost.parentElement?.toggleAttribute("hidden", !lost);
  if (!lost || !a) return;
  say("lost", lostText(lost));
  tables.lost.show(lost.changed > 0 ? ["", a.dtype, after, ""] : [], lostRows(lost, a.dtype, after));
}

/** @param {number} step */
function showStep(step) {
  if (!trace) return;
  const { kind, title = "", text = "" } = trace.steps[step] ?? {};
  const { rows, marked } = factRows(trace, kind);
  tables.facts.show([], rows);
  tables.facts.mark(marked);
  lesson.tell([`${title}. ${text}`]);
}

/** @param {CustomEvent<{parts: import("../lib/parts.js").Part[] | null, key: boolean}>} event */
function onNumber({ detail: { parts, key } }) {
  if (!trace || guessing.asked !== "nothing") return;
  if (!parts) return showStep(playing.player.step);
  playing.player.pause();
  lesson.tell(parts, key);
}

field.addEventListener("operandinput", (/** @type {CustomEvent} */ { detail }) => lesson.try({ a: detail.operand }));
field.addEventListener("operandchange", (/** @type {CustomEvent} */ { detail }) => lesson.change({ a: detail.operand }));
dtype.addEventListener("change", () => lesson.change({ dtype: dtype.value || null }));
slice.addEventListener("input", () => lesson.try({ slice: slice.value.trim() || null }));
slice.addEventListener("change", () => lesson.change({ slice: slice.value.trim() || null }));
picture.addEventListener("numberpoint", (event) => onNumber(/** @type {any} */ (event)));
digits.addEventListener("slicechange", (/** @type {CustomEvent} */ { detail }) => lesson.note({ digits: detail.text }));
batches.addEventListener("batchchange", (/** @type {CustomEvent} */ { detail }) => lesson.note({ batch: detail.batch }));
lesson.open();
