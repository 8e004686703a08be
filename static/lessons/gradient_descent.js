import "../elements/descent-picture.js";
import "../elements/expression-field.js";
import "../elements/loss-chart.js";
import "../elements/predict-choice.js";
import { OptimizerCards } from "../elements/optimizer-cards.js";
import { probed, readPlace, stepsOf } from "../lib/descent.js";
import { guessOf } from "../lib/descent-guess.js";
import { optimizersField, startField } from "../lib/descent-link.js";
import { probeText } from "../lib/descent-words.js";
import { decimal, integer, word } from "../lib/link.js";
import { readPlane } from "../lib/run-plane.js";
import { Guessing } from "./_guessing.js";
import { Lesson } from "./_lesson.js";
import { Playing } from "./_playing.js";
import { RunPlane } from "./_run_plane.js";

/**
 * @typedef {import("../lib/descent.js").Ground} Ground
 * @typedef {import("../lib/descent.js").Way} Way
 * @typedef {import("../lib/descent.js").Optimizer} Optimizer
 * @typedef {import("./_lesson.js").Answer & {start: number[], paths: Way[], landscape: Ground, steps: {title: string, text: string}[]}} Trace
 */

const MOST = 6;
const MOST_FIXES = 3;
/** @type {Optimizer} */
const SGD = { name: "sgd", learning_rate: 0.1 };
/** What somebody may add, in this order. */
const OTHERS = /** @type {const} */ (["momentum", "nesterov", "adagrad", "rmsprop", "adam", "sgd"]);
/** Seconds for all steps, and for one at most and at least. */
const PACE = { all: 6, most: 0.4, least: 0.04 };
const FIELDS = {
  function: word("parabola"),
  start: startField,
  optimizers: optimizersField([SGD]),
  steps: integer(20),
  until: decimal(null),
};

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @type {import("../elements/descent-picture.js").DescentPicture} */
const picture = find("descent-picture");
/** @type {import("../elements/loss-chart.js").LossChart} */
const chart = find("loss-chart");
/** @type {import("../elements/problem-note.js").ProblemNote} */
const note = find("problem-note.diverged");
const known = find("[name=function]");
const cards = new OptimizerCards(find(".optimizers"));

/** @type {Trace | null} */
let trace = null;
const lesson = new Lesson(FIELDS, { slug: "gradient_descent", ask: ({ function: name }) => plane.ask(name), fill, show, refuse });
const playing = new Playing(lesson, showStep);
const guessing = new Guessing(lesson, /** @type {import("../elements/predict-choice.js").PredictChoice} */ (find("predict-choice")));

const plane = new RunPlane({
  wait: () => lesson.tell(["The loss is computed at every place of the plane …"]),
  pin: (name) => lesson.note(/** @type {{}} */ ({ function: name })),
  choose: (name) => lesson.change({ function: name, start: null }, "chosen"),
});

function fill() {
  const { function: name, optimizers, steps, until } = lesson.state;
  plane.fill(name);
  known.value = readPlane(name) ? "plane@" : name;
  if (known.value === "") known.value = "own";
  find("expression-field").hidden = known.value !== "own";
  if (known.value === "own") find("expression-field").show(name);
  write("steps", String(steps));
  write("until", until === null ? "" : String(until));
  cards.show(optimizers);
  find("[data-do=add]").disabled = optimizers.length >= MOST;
}

/** What somebody is typing stays as it is typed. @param {string} name @param {string} text */
function write(name, text) {
  const input = find(`[name=${name}]`);
  if (input !== document.activeElement) input.value = text;
}

/** @param {Trace} answer @param {import("./_lesson.js").Manner} manner */
function show(answer, manner) {
  trace = answer;
  const { paths, landscape, start, steps } = answer;
  cards.tell(paths);
  write("start", start.join(", "));
  find("expression-field").mark(null);
  playing.player.dataset.seconds = String(Math.max(PACE.least, Math.min(PACE.most, PACE.all / steps.length)));
  plane.show(answer);
  if (plane.isShown) {
    guessing.rest();
    chart.show(paths);
    warn(paths);
    return playing.start(steps.length, manner);
  }
  guessing.ask(guessOf(paths, stepsOf(paths)), (asked) => {
    if (asked !== "nothing") {
      playing.stop();
      lesson.tell([steps[0]?.text ?? ""]);
      return picture.show({ ground: landscape, start, ways: [], step: 0 });
    }
    chart.show(paths);
    warn(paths);
    playing.start(steps.length, manner);
  });
}

/** A descent that diverges is a lesson, not a crash. @param {readonly Way[]} paths */
function warn(paths) {
  const lost = paths.filter(({ fixes }) => fixes.length > 0);
  if (lost.length === 0) return note.clear();
  const what = `${lost.map(({ title }) => title).join(" and ")} diverge${lost.length > 1 ? "" : "s"}.`;
  const hint = "A smaller step lands on this side of the valley, or lower on the other.";
  const fixes = lost.flatMap((way) => way.fixes).slice(0, MOST_FIXES);
  const actions = fixes.map(({ title, question }) => ({ label: title, run: () => take(question) }));
  note.show({ code: "diverged", what, expected: "", got: "", hint }, ...actions);
}

/** @param {object} question */
function take(question) {
  lesson.change({ start: null, until: null, ...question }, "chosen");
}

/** @param {any} refusal */
function refuse({ place = null }) {
  trace = null;
  guessing.rest();
  playing.stop();
  lesson.tell([]);
  cards.tell([]);
  note.clear();
  find("expression-field").mark(place);
}

/** @param {number} step */
function showStep(step) {
  if (!trace) return;
  picture.show({ ground: trace.landscape, start: trace.start, ways: trace.paths, step });
  chart.go(step);
  plane.go(step);
  tellStep();
}

function tellStep() {
  const { title = "", text = "" } = trace?.steps[playing.player.step] ?? {};
  const isPlaying = playing.player.isPlaying;
  lesson.tell([`${title}. ${text}`], !isPlaying);
}

/** What one begins with: the landscape that is seen, where it has a formula. */
function ownExpression() {
  return plane.isShown ? "x ** 2" : (trace?.landscape.expression ?? "x ** 2");
}

/** @param {string} name @param {(detail: any) => void} act */
const on = (name, act) => find("main").addEventListener(name, (/** @type {CustomEvent} */ { detail }) => act(detail));

/** @param {object} what @param {boolean} rests */
const ask = (what, rests) => (rests ? lesson.change(what) : lesson.try(what));

find("[name=start]").addEventListener("change", (/** @type {Event} */ { target }) => {
  const input = /** @type {HTMLInputElement} */ (target);
  const start = readPlace(input.value);
  input.ariaInvalid = start || input.value === "" ? null : "true";
  if (start || input.value === "") lesson.change({ start });
});
on("startmove", ({ start, rests }) => plane.isShown || ask({ start }, rests));
on("optimizeredit", ({ index, optimizer, rests }) => ask({ optimizers: lesson.state.optimizers.with(index, optimizer) }, rests));
on("optimizerremove", ({ index }) => lesson.change({ optimizers: lesson.state.optimizers.toSpliced(index, 1) }));
on("expressioninput", ({ expression }) => lesson.try({ function: expression, start: null }));
on("expressionchange", ({ expression }) => lesson.change({ function: expression, start: null }));
on("steppoint", ({ step }) => playing.player.rest(step));
on("slopepoint", ({ index, key }) => {
  if (!trace) return;
  if (guessing.asked === "nothing") playing.player.pause();
  picture.probe(index);
  if (index) lesson.tell([probeText(probed(trace.landscape, index))], key);
  else tellStep();
});
known.addEventListener("change", () => lesson.change({ function: known.value === "own" ? ownExpression() : known.value, start: null }, "edited"));
for (const moment of ["input", "change"]) {
  find(".runs").addEventListener(moment, (/** @type {Event} */ { target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    if (!input.checkValidity() || (input.name === "steps" && input.value === "")) return;
    ask({ [input.name]: input.value === "" ? null : input.valueAsNumber }, moment === "change");
  });
}
find("[data-do=add]").addEventListener("click", () => {
  const { optimizers } = lesson.state;
  const name = OTHERS.find((other) => optimizers.every((optimizer) => optimizer.name !== other)) ?? "sgd";
  lesson.change({ optimizers: [...optimizers, { name, learning_rate: optimizers.at(-1)?.learning_rate ?? SGD.learning_rate }] });
});
lesson.open();
