import "../elements/dot-picture.js";
import "../elements/shape-handshake.js";
import "../elements/tensor-field.js";
import "../elements/term-table.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf, say } from "../elements/say.js";
import * as words from "../lib/dot-words.js";
import { seenWhere } from "../lib/filling.js";
import { askLesson } from "../lib/lessons-api.js";
import { oneOf } from "../lib/link.js";
import { sizeOf } from "../lib/nested.js";
import { newestWins } from "../lib/newest.js";
import { whole } from "../lib/numbers.js";
import { operand, operandShown } from "../lib/operand.js";
import { together } from "../lib/real.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/lessons-api.js").Shown} Shown
 * @typedef {import("../lib/dot-words.js").Cell} Cell
 * @typedef {import("../lib/dot-words.js").Line} Line
 * @typedef {import("../lib/lessons-api.js").Step & {kind: string, a: Line | null, b: Line | null, result: Line | null, so_far: Shown | null}} Step
 * @typedef {import("./_lesson.js").Answer & {a: Shown, b: Shown, result: Shown, handshake: {length: number}, multiply_adds: number, cells: Cell[], steps: Step[]}} Trace
 */

const MISFIT = "They do not fit";
const FIELDS = {
  a: operand({ shape: [2, 3] }),
  b: operand({ shape: [3, 4] }),
  reading: oneOf(/** @type {const} */ (["row_column", "outer_products", "columns"])),
};

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/dot-picture.js").DotPicture} */
const picture = find("dot-picture");

/** @type {Trace | null} */
let trace = null;
const lesson = new Lesson(FIELDS, { slug: "dot_product", fill, show, refuse });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson);
const askCell = newestWins(
  (/** @type {{place: readonly number[], key: boolean}} */ { place }) => ask(place),
  ({ cells }, { key }) => cells[0] && tellCell(cells[0], key),
  () => {},
);

/** More about what is shown: the terms of a cell. @param {readonly number[]} place @returns {Promise<Trace>} */
function ask(place) {
  const { a, b, reading } = lesson.asked;
  return askLesson("dot_product", { a, b, reading, cell: place });
}

function fill() {
  const { a, b, reading } = lesson.state;
  find("tensor-field[data-name=a]").show(a);
  find("tensor-field[data-name=b]").show(b);
  find(`[name=reading][value=${reading}]`).checked = true;
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  const { a, b, result, steps, cells } = answer;
  say("result-dtype", result.dtype);
  say("adds", addsText(answer));
  showFirstCell(answer);
  const why = words.whyNot.bind(null, a.shape, b.shape);
  guessing.ask({ shape: result.shape, misfit: MISFIT, whyNot: why, cell: words.cellGuess(cells, result.dtype) }, (left) => {
    find("shape-handshake").show(a.shape, b.shape, left !== "shape");
    if (left === "nothing") return playing.start(steps.length, manner);
    playing.stop();
    picture.show(left === "shape" ? { a, b } : { a, b, result, blank: true });
    lesson.tell([]);
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ shapes }) {
  trace = null;
  playing.stop();
  lesson.tell([]);
  const [a, b] = [operandShown(lesson.asked.a), operandShown(lesson.asked.b)];
  picture.mark(null);
  if (!shapes) return dim();
  guessing.ask({ shape: null, misfit: MISFIT, whyNot: words.whyNot.bind(null, a.shape, b.shape), cell: null }, (left) => {
    find("shape-handshake").show(a.shape, b.shape, false);
    find("shape-handshake").hidden = left !== "nothing";
    picture.show({ a, b, failing: left === "nothing" });
  });
}

/** What is asked cannot be drawn. */
function dim() {
  guessing.rest();
  picture.dim();
}

/** @param {Trace} answer */
function addsText({ result, handshake: { length }, multiply_adds: adds }) {
  const cells = sizeOf(result.shape);
  return `${whole(cells)} ${cells === 1 ? "number" : "numbers"} × ${whole(length)} ${length === 1 ? "term" : "terms"} = ${whole(adds)} ${adds === 1 ? "multiply-add" : "multiply-adds"}`;
}

/** @param {number} step @param {boolean} moving */
function showStep(step, moving) {
  if (!trace) return;
  const { a, b, result, steps } = trace;
  const here = steps[step];
  const isLast = step === steps.length - 1;
  const done = steps.slice(1, step + 1).map((each) => each.result);
  const growing = here?.so_far ?? seenWhere(result, (place) => done.some((line) => line && words.isOn(place, line)));
  find("shape-handshake").show(a.shape, b.shape, true);
  picture.show({ a, b, result: isLast ? result : growing, blank: step === 0 && !isLast, moving });
  markStep(step);
}

/** @param {number} step */
function markStep(step) {
  const { title = "", text = "", a = null, b = null, result = null } = trace?.steps[step] ?? {};
  picture.mark(a && b && result ? { a, b, result } : null);
  const cell = trace?.cells.find(({ place }) => result && String(place) === String(result));
  if (cell) tellCell(cell, true);
  else lesson.tell([text.startsWith(title) ? text : `${title}. ${text}`]);
}

/** @param {Trace} answer */
function showFirstCell({ cells, result }) {
  const place = result.shape.map(() => 0);
  if (cells[0]) showTerms(cells[0]);
  else if (sizeOf(result.shape) > 0) ask(place).then(({ cells: [cell] }) => cell && showTerms(cell), () => {});
}

/** @param {Cell} cell @param {boolean} aloud */
function tellCell(cell, aloud) {
  if (!trace) return;
  lesson.tell(words.cellParts(cell, trace.a.shape, trace.b.shape), aloud);
  showTerms(cell);
}

/** @param {Cell} cell */
function showTerms(cell) {
  if (!trace) return;
  const { a, b } = trace;
  const [row, column] = [words.lineParts("a", cell.a, words.axesOf("a", a.shape, b.shape)), words.lineParts("b", cell.b, words.axesOf("b", a.shape, b.shape))];
  writeParts(placeOf("cell"), words.lineParts("result", cell.place, cell.place.map((_, axis) => axis)));
  find("term-table").show(cell, { row, column });
}

/** @param {CustomEvent<{name: "a" | "b" | "result", place: number[] | null, key: boolean}>} event */
function onNumber({ detail: { name, place, key } }) {
  if (!trace || guessing.asked !== "nothing") return;
  if (!place) return markStep(playing.player.step);
  if (name !== "result") {
    playing.player.pause();
    return lesson.tell(words.operandParts(name, place, trace), key);
  }
  playing.finish();
  picture.mark(words.linesAt(name, place, trace.a.shape, trace.b.shape));
  const cell = trace.cells.find((each) => String(each.place) === String(place));
  if (cell) tellCell(cell, key);
  else askCell({ place, key });
}

find("main").addEventListener("operandinput", (/** @type {CustomEvent} */ { detail }) => lesson.try(together(lesson.state, detail)));
find("main").addEventListener("operandchange", (/** @type {CustomEvent} */ { detail }) => lesson.change(together(lesson.state, detail)));
picture.addEventListener("numberpoint", (event) => onNumber(/** @type {any} */ (event)));
for (const radio of document.querySelectorAll("[name=reading]")) {
  radio.addEventListener("change", () => lesson.change({ reading: /** @type {any} */ (radio).value }, "chosen"));
}
lesson.open();
