import "../elements/code-strip.js";
import "../elements/pixel-picture.js";
import "../elements/pixel-table.js";
import "../elements/save-picture.js";
import { Trouble } from "../elements/trouble.js";
import { atMostEvery } from "../lib/at-most-every.js";
import { getDigit, getDigits, getLabels, SIZES } from "../lib/digits-api.js";
import { SIDE } from "../lib/preprocess.js";
import { Browse, PAGE } from "./browse.js";
import { correctAddress, readState, writeState } from "./link.js";
import { Sample } from "./sample.js";
import { Steps } from "./steps.js";

/** @typedef {import("../lib/digits-api.js").Digit} Digit */
/** @typedef {import("./link.js").State} State */

/** @template {HTMLElement} E @param {string} selector @returns {E} */
const find = (selector) => /** @type {E} */ (document.querySelector(selector));

const browse = new Browse(find(".browse"), change);
const sample = new Sample(find(".sample"));
const steps = new Steps(find(".steps"));
const trouble = new Trouble(find("problem-note"));
const writeCell = atMostEvery(500, () => writeState(state));
let state = readState();
/** @type {Digit | null} */
let shown = null;
let cell = 0;
let asks = 0;

/** @param {Partial<State>} what */
function change(what) {
  state = { ...state, ...what };
  writeState(state);
  void trouble.attempt(show);
}

async function show() {
  const asked = (asks += 1);
  const { split, label, start, index } = state;
  const page = await getDigits(split, start, PAGE, label);
  const digit = page.digits.find((each) => each.index === index) ?? (await getDigit(split, index));
  if (asked !== asks) return;
  shown = digit;
  browse.show(page, state);
  sample.show(digit, split);
  steps.show(digit.pixels, { images: `${split}_images`, count: SIZES[split], index });
  point(state.cell ?? darkest(digit));
  sample.reveal(cell);
  const [{ total }, labels] = await Promise.all([getDigits(split, 0, 1, digit.label), getLabels(split)]);
  if (asked === asks) sample.showSet({ label: digit.label, total, labels }, split);
}

/** Show what the address names, and let it name nothing else. */
async function open() {
  state = possible(readState());
  correctAddress(state);
  await trouble.attempt(show);
}

/** A link may name what is not there. @param {State} wanted @returns {State} */
function possible(wanted) {
  const last = SIZES[wanted.split] - 1;
  const label = wanted.label !== null && wanted.label > 9 ? null : wanted.label;
  const followed = wanted.cell !== null && wanted.cell >= SIDE * SIDE ? null : wanted.cell;
  return { ...wanted, label, cell: followed, index: Math.min(wanted.index, last), start: Math.min(wanted.start, last) };
}

/** @param {Digit} digit */
function darkest({ pixels }) {
  const values = pixels.flat();
  return values.indexOf(Math.max(...values));
}

/** @param {number} index */
function point(index) {
  if (!shown) return;
  cell = index;
  sample.point(shown, cell);
  steps.point(cell);
}

function onCell(/** @type {Event} */ event) {
  const { index } = /** @type {CustomEvent<{index: number}>} */ (event).detail;
  if (index < 0) return point(cell);
  point(index);
  state = { ...state, cell: index };
  writeCell();
}

find("main").addEventListener("cellpoint", onCell);
addEventListener("popstate", () => void open());
await open();
