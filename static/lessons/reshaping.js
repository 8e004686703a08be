import "../elements/move-chain.js";
import "../elements/move-picture.js";
import "../elements/move-table.js";
import "../elements/tensor-field.js";
import { writeParts } from "../elements/coloured.js";
import { place as placeOf, say } from "../elements/say.js";
import { digitOperand } from "../lib/digit-operand.js";
import { getDigits } from "../lib/digits-api.js";
import { contrastText, differing, memoryName, numberGuess, stageTitle, stagesOf, whyNotShape } from "../lib/move-words.js";
import { moves } from "../lib/moves.js";
import { operandShown } from "../lib/operand.js";
import { shapeParts } from "../lib/parts.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";

/**
 * @typedef {import("../lib/move-words.js").Stage} Stage
 * @typedef {import("./_lesson.js").Answer & import("../lib/move-words.js").Told} Trace
 */

const DIGITS = 10;
const MISFIT = "It cannot be done";
/** Why moves cannot be made, as the server names it. */
const IMPOSSIBLE = ["reshape_does_not_fit", "two_unknown_lengths", "unknown_length", "not_a_permutation", "no_such_axis", "axis_is_longer"];

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/move-picture.js").MovePicture} */
const picture = find("move-picture");
/** @type {import("../elements/move-chain.js").MoveChain} */
const chain = find("move-chain");
const [field, table] = [find("tensor-field"), find("move-table")];

const { digits } = await getDigits("train", 0, DIGITS).catch(() => ({ digits: [] }));
const FIELDS = { a: digitOperand({ shape: [2, 3] }, digits), ops: moves([{ op: "reshape", shape: [3, 2] }]) };

/** @type {Trace | null} */
let trace = null;
/** @type {readonly Stage[]} */
let stages = [];
const lesson = new Lesson(FIELDS, { slug: "reshaping", fill, show, refuse });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson);

function fill() {
  field.show(lesson.state.a);
  chain.show(lesson.state.ops);
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  stages = stagesOf(answer);
  picture.load(lesson.asked.ops, stages, isDigit());
  table.show(stages.map(({ tensor: { shape }, strides }, step) => ({ title: stageTitle(answer, step), shape, strides, memory: memoryName(answer, step) })));
  showContrast(answer);
  const { result } = answer;
  guessing.ask({ shape: result.shape, misfit: MISFIT, whyNot: (guess) => whyNotShape(result.shape, guess), cell: numberGuess(result) }, (asked) => {
    if (asked === "nothing") return playing.start(stages.length, manner);
    playing.stop();
    showStep(0, false);
  });
}

/** @param {import("../lib/lessons-api.js").Refusal} refusal */
function refuse({ code }) {
  trace = null;
  playing.stop();
  lesson.tell([]);
  const a = operandShown(lesson.asked.a);
  picture.load([], [{ tensor: a, strides: [], memory: a }], isDigit());
  if (!IMPOSSIBLE.includes(code)) return guessing.rest();
  guessing.ask({ shape: null, misfit: MISFIT, whyNot: (guess) => whyNotShape(null, guess), cell: null }, () => {});
}

function isDigit() {
  return lesson.asked.a.digit !== undefined;
}

/** @param {Trace} answer */
function showContrast({ result, contrast }) {
  say("contrast", contrastText(contrast));
  writeParts(placeOf("contrast-shape"), shapeParts(contrast.result.shape));
  const face = find("tensor-face[data-name=reshaped]");
  face.hidden = contrast.differ === 0;
  face.show({ tensor: contrast.result, pixels: isDigit(), differs: differing(result, contrast.result) });
}

/** @param {number} step @param {boolean} moving */
function showStep(step, moving) {
  if (!trace) return;
  picture.go(step, moving);
  chain.mark(step);
  table.mark(step);
  const { tensor } = /** @type {Stage} */ (stages[step]);
  say("result-name", step === 0 ? "a" : "result");
  writeParts(placeOf("result-shape"), shapeParts(tensor.shape));
  say("memory-name", memoryName(trace, step));
  tellStep();
}

function tellStep() {
  if (!trace) return;
  const told = trace.steps[playing.player.step - 1];
  lesson.tell(told ? [`${told.title}: ${told.text}`] : [`a, before any move: its numbers lie in memory one after the other, row by row.`]);
}

/** @param {CustomEvent<{parts: import("../lib/parts.js").Part[] | null, key: boolean}>} event */
function onNumber({ detail: { parts, key } }) {
  if (!trace || guessing.asked !== "nothing") return;
  if (!parts) return tellStep();
  playing.player.pause();
  lesson.tell(parts, key);
}

field.addEventListener("operandinput", (/** @type {CustomEvent} */ { detail }) => lesson.try({ a: detail.operand }));
field.addEventListener("operandchange", (/** @type {CustomEvent} */ { detail }) => lesson.change({ a: detail.operand }));
chain.addEventListener("movesinput", (event) => lesson.try({ ops: /** @type {CustomEvent} */ (event).detail.moves }));
chain.addEventListener("moveschange", (event) => lesson.change({ ops: /** @type {CustomEvent} */ (event).detail.moves }));
chain.addEventListener("movepick", (event) => playing.player.rest(/** @type {CustomEvent} */ (event).detail.step));
picture.addEventListener("numberpoint", (event) => onNumber(/** @type {any} */ (event)));
lesson.open();
