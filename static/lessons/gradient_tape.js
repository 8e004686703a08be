import "../elements/expression-field.js";
import "../elements/tape-picture.js";
import "../elements/term-list.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf } from "../elements/say.js";
import { askLesson } from "../lib/lessons-api.js";
import { word } from "../lib/link.js";
import { namedTensors } from "../lib/named-tensors.js";
import { newestWins } from "../lib/newest.js";
import { cellField, cellParts } from "../lib/tape-cell.js";
import { gradientGuess } from "../lib/tape-guess.js";
import { meant, typed, without, withOperand, withRoleOf } from "../lib/tape-inputs.js";
import { cellsOf, firstCell, hasGradient, lastCell, numbersOf, seenAt, seenBefore, valueParts } from "../lib/tape-trace.js";
import { Checking } from "./_checking.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/tape-cell.js").TapeCell} TapeCell
 * @typedef {import("../lib/tape-trace.js").Why} Why
 * @typedef {import("./_lesson.js").Answer & import("../lib/tape-trace.js").TapeTrace & {check: import("../lib/check-words.js").Check | null}} Trace
 */

const NOTHING = { values: [], gradients: [] };
const FIELDS = {
  expression: word("5 * x + 2"),
  variables: namedTensors({ x: { values: 3 } }),
  constants: namedTensors({}),
};

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/tape-picture.js").TapePicture} */
const picture = find("tape-picture");
const expression = /** @type {import("../elements/expression-field.js").ExpressionField} */ (find("expression-field"));

/** @type {Trace | null} */
let trace = null;
/** @type {Why | null} */
let why = null;
/** Names that were made while somebody typed. @type {ReadonlySet<string>} */
let lent = new Set();
const lesson = new Lesson(FIELDS, { slug: "gradient_tape", asked: (all) => ({ ...all, check: false }), fill, show, refuse }, { cell: cellField });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson);
const checking = new Checking(() => askCheck(undefined));
const askCheck = newestWins(
  () => ask({ check: true }),
  ({ gradients, check }) => check && checking.show(numbersOf(gradients), check),
  () => {},
);
const askWhy = newestWins(
  (/** @type {{cell: TapeCell, tell: (why: Why) => void}} */ { cell }) => ask({ cell: { variable: cell.name, index: cell.index } }),
  ({ terms }, { tell }) => terms && tell(terms),
  () => {},
);

/** More about what is shown. @param {object} more @returns {Promise<Trace>} */
function ask(more) {
  const { expression, variables, constants } = lesson.asked;
  return askLesson("gradient_tape", { expression, variables, constants, check: false, ...more });
}

function inputs() {
  const { variables, constants } = lesson.state;
  return { variables, constants };
}

/** @param {string} text */
function retyped(text) {
  return { expression: text, variables: meant(lesson.state.variables, lent, text) };
}

function fill() {
  expression.show(lesson.state.expression);
  picture.edit(typed(lesson.state.expression, lesson.state));
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  askCheck(undefined);
  showFirstCell(answer);
  guessNext(answer, manner, []);
}

/** One gradient after the other. @param {Trace} answer @param {import("./_lesson.js").Manner} manner @param {readonly string[]} guessed */
async function guessNext(answer, manner, guessed) {
  const next = answer.leaves.filter(({ kind }) => kind === "variable")[guessed.length];
  if (!next || lesson.state.predict === "off") {
    guessing.rest();
    return playing.start(answer.steps.length, manner);
  }
  const { name } = next;
  const last = { variable: name, index: lastCell(next).index };
  const terms = answer.gradients[name] ? (await ask({ cell: last })).terms : null;
  if (answer !== trace) return;
  guessing.ask(gradientGuess(answer, name, terms), (left) => {
    if (left === "nothing") return void guessNext(answer, manner, [...guessed, name]);
    playing.stop();
    picture.show({ trace: answer, seen: seenBefore(answer, guessed), guessed: false, moving: false });
    picture.light(NOTHING);
    lesson.tell([`Forwards all is recorded. What will the tape give for ${name}?`]);
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ code, place = null, fixes = [] }) {
  trace = null;
  const [only] = fixes;
  if (code === "unknown_name" && only && fixes.length === 1) return lend(only.question);
  expression.mark(place);
  playing.stop();
  guessing.rest();
  lesson.tell([]);
  picture.dim();
}

/** A name that is like no other is a new variable. @param {any} question */
function lend({ variables }) {
  const before = lesson.state.variables;
  lent = new Set([...lent, ...Object.keys(variables).filter((name) => !(name in before))]);
  lesson.try({ variables });
}

/** @param {number} step @param {boolean} moving */
function showStep(step, moving) {
  if (!trace) return;
  picture.show({ trace, seen: seenAt(trace.steps, step), guessed: true, moving });
  rest();
}

function rest() {
  picture.light(NOTHING);
  const { title = "", text = "" } = trace?.steps[playing.player.step] ?? {};
  lesson.tell([`${title}. ${text}`]);
}

/** @param {Trace} answer */
function showFirstCell(answer) {
  const cell = hasGradient(answer, lesson.state.cell) ? lesson.state.cell : firstCell(answer);
  find("[aria-labelledby=why]").hidden = !cell;
  if (cell) askWhy({ cell, tell: showWhy });
}

/** @param {Why} told */
function showWhy(told) {
  why = told;
  writeParts(placeOf("why"), cellParts({ name: `grad_${told.variable}`, index: told.index }));
  find("term-list").show(told);
}

/** @param {Why} told @param {boolean} aloud */
function tellWhy(told, aloud) {
  showWhy(told);
  picture.light(cellsOf(told.terms));
  lesson.tell([told.text], aloud);
}

/** @param {import("../elements/tape-picture.js").Pointed} pointed */
function onNumber({ name, isGradient, place, key }) {
  if (!trace || guessing.asked !== "nothing") return;
  if (!place) return rest();
  const cell = { name, index: [...place] };
  if (!isGradient) {
    playing.player.pause();
    picture.light({ values: [], gradients: [cell] });
    return lesson.tell(valueParts(trace, cell), key);
  }
  playing.finish();
  askWhy({ cell, tell: (told) => tellWhy(told, key) });
  if (key) lesson.note({ cell });
}

/** @param {string} name @param {(detail: any) => void} act @param {EventTarget} [where] */
const on = (name, act, where = find("main")) => where.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));

on("expressioninput", ({ expression: text }) => lesson.try(retyped(text)));
on("expressionchange", ({ expression: text }) => lesson.change(retyped(text)));
on("operandinput", ({ name, operand }) => lesson.try(withOperand(inputs(), name, operand)));
on("operandchange", ({ name, operand }) => lesson.change(withOperand(inputs(), name, operand)));
on("rolechange", ({ name, role }) => lesson.change(withRoleOf(inputs(), name, role)));
on("leafremove", ({ name }) => lesson.change(without(inputs(), name)));
on("numberpoint", onNumber, picture);
on("numberselect", ({ name, isGradient, place }) => isGradient && lesson.note({ cell: { name, index: [...place] } }), picture);
on("termpoint", ({ term }) => why && trace && picture.light(cellsOf(term === null ? why.terms : why.terms.slice(term, term + 1))), find("term-list"));
lesson.open();
