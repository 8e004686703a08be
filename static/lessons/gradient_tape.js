import "../elements/expression-field.js";
import "../elements/tape-picture.js";
import "../elements/term-list.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf } from "../elements/say.js";
import { askLesson } from "../lib/lessons-api.js";
import { word } from "../lib/link.js";
import { editable, namedTensors, spelled } from "../lib/named-tensors.js";
import { newestWins } from "../lib/newest.js";
import { placeParts } from "../lib/parts.js";
import { textAt } from "../lib/spelling.js";
import { cellField, cellParts } from "../lib/tape-cell.js";
import { gradientGuess } from "../lib/tape-guess.js";
import { cellsOf, firstCell, hasGradient, lastCell, seenAt, seenBefore } from "../lib/tape-trace.js";
import { Checking } from "./_checking.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/named-tensors.js").NamedTensors} NamedTensors
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

/** @param {object} more @returns {Promise<Trace>} */
function ask(more) {
  const { expression: text, variables, constants } = lesson.state;
  return askLesson("gradient_tape", { expression: text, variables, constants, check: false, ...more });
}

function fill() {
  const { expression: text, variables, constants } = lesson.state;
  expression.show(text);
  const typed = [...leavesOf(variables, "variable", text), ...leavesOf(constants, "constant", text)];
  picture.edit(typed.sort((a, b) => a.at - b.at));
}

/** @param {NamedTensors} tensors @param {"variable" | "constant"} role @param {string} text */
function leavesOf(tensors, role, text) {
  return Object.entries(tensors).map(([name, tensor]) => {
    const at = text.search(named(name));
    return { name, operand: editable(tensor), role, used: at >= 0, at: at < 0 ? text.length : at };
  });
}

/** Where a name stands that is not called. @param {string} name */
function named(name) {
  return new RegExp(`\\b${name.replace(/\W/g, "\\$&")}\\b(?!\\s*\\()`);
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

/** @param {Record<string, import("../lib/lessons-api.js").Shown | null>} gradients */
function numbersOf(gradients) {
  return Object.fromEntries(Object.entries(gradients).flatMap(([name, gradient]) => (gradient ? [[name, gradient.values]] : [])));
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

/** What was only made while somebody typed, and is not meant any more, goes. @param {string} text */
function meant(text) {
  const entries = Object.entries(lesson.state.variables).filter(([name]) => !lent.has(name) || named(name).test(text));
  return { expression: text, variables: Object.fromEntries(entries) };
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
  if (!isGradient) return tellValue(cell, key);
  playing.finish();
  askWhy({ cell, tell: (told) => tellWhy(told, key) });
  if (key) lesson.note({ cell });
}

/** @param {TapeCell} cell @param {boolean} aloud */
function tellValue({ name, index }, aloud) {
  playing.player.pause();
  const line = trace?.tape.find((each) => each.name === name);
  const value = line?.value ?? trace?.leaves.find((each) => each.name === name)?.value ?? null;
  picture.light({ values: [], gradients: [{ name, index }] });
  lesson.tell([...placeParts(name, index), ` = ${textAt(value, index)}${line ? `, recorded as ${line.code}` : ""}.`], aloud);
}

/** @param {string} name @param {"variable" | "constant"} role */
function changeRole(name, role) {
  const { [name]: tensor, ...others } = { ...lesson.state.variables, ...lesson.state.constants };
  if (!tensor) return;
  const of = (/** @type {NamedTensors} */ tensors) => Object.fromEntries(Object.entries(tensors).filter(([each]) => each in others));
  const { variables, constants } = { variables: of(lesson.state.variables), constants: of(lesson.state.constants) };
  lesson.change(role === "variable" ? { variables: { ...variables, [name]: tensor }, constants } : { variables, constants: { ...constants, [name]: tensor } });
}

/** @param {string} name */
function remove(name) {
  const without = (/** @type {NamedTensors} */ tensors) => Object.fromEntries(Object.entries(tensors).filter(([each]) => each !== name));
  lesson.change({ variables: without(lesson.state.variables), constants: without(lesson.state.constants) });
}

/** @param {{name: string, operand: import("../lib/operand.js").Operand}} detail */
function edited({ name, operand }) {
  const role = name in lesson.state.constants ? "constants" : "variables";
  return { [role]: { ...lesson.state[role], [name]: spelled(operand) } };
}

/** @param {string} name @param {(detail: any) => void} act @param {EventTarget} [where] */
const on = (name, act, where = find("main")) => where.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));

on("expressioninput", (detail) => lesson.try(meant(detail.expression)));
on("expressionchange", (detail) => lesson.change(meant(detail.expression)));
on("operandinput", (detail) => lesson.try(edited(detail)));
on("operandchange", (detail) => lesson.change(edited(detail)));
on("rolechange", ({ name, role }) => changeRole(name, role));
on("leafremove", ({ name }) => remove(name));
on("numberpoint", onNumber, picture);
on("numberselect", ({ name, isGradient, place }) => isGradient && lesson.note({ cell: { name, index: [...place] } }), picture);
on("termpoint", ({ term }) => why && trace && picture.light(cellsOf(term === null ? why.terms : why.terms.slice(term, term + 1))), find("term-list"));
lesson.open();
