/**
 * A tensor that is taken from a run: by its name or a slice of it, of which run, after how many updates.
 *
 * In: `show(real)`, one without run or step becomes that of the newest; `data-name`. Out: `realinput` while its step moves,
 * `realchange` when `real` is settled.
 */

import { getSnapshots, getTensors, tensorsFile } from "../lib/moments-api.js";
import { nearestPlace } from "../lib/moments.js";
import { whole } from "../lib/numbers.js";
import { newestMoment } from "../lib/real.js";
import { runTitle } from "../lib/run-title.js";
import { getRuns } from "../lib/runs-api.js";
import { shapeText } from "../lib/spelling.js";

/** @typedef {import("../lib/real.js").Real} Real */

export class RealField extends HTMLElement {
  /** @type {Real | null} */ real = null;
  /** @type {readonly import("../lib/real.js").Run[]} */ #runs = [];
  /** @type {readonly number[]} */ #steps = [];
  /** @type {readonly {name: string, shape: number[]}[]} */ #tensors = [];
  #name = document.createElement("select");
  #slice = document.createElement("input");
  #run = document.createElement("select");
  #step = document.createElement("input");
  #when = document.createElement("span");
  #file = document.createElement("a");

  connectedCallback() {
    const of = this.dataset.name ?? "";
    this.role = "group";
    this.ariaLabel = `${of} from a run`;
    this.#name.ariaLabel = `Tensor that is ${of}`;
    this.#run.ariaLabel = `Run of ${of}`;
    this.#step.ariaLabel = `Moment of ${of}`;
    this.#slice.ariaLabel = `Cut out of ${of}`;
    this.#slice.placeholder = "all";
    this.#slice.title = "What is cut out, as between the brackets in NumPy: 0:8, 400:410";
    this.#slice.spellcheck = false;
    this.#slice.className = "code";
    this.#step.type = "range";
    this.#when.className = "small quiet";
    this.#file.textContent = "file";
    this.#file.className = "small";
    this.#file.title = "All tensors of this step, as the code below loads them";
    this.#file.download = "";
    const beside = document.createElement("span");
    beside.className = "when";
    beside.append(this.#when, this.#file);
    this.replaceChildren(this.#name, this.#slice, this.#run, beside, this.#step);
    this.#name.addEventListener("change", (event) => this.#choose(event, { name: this.#name.value, slice: undefined, known: this.#shapeOf(this.#name.value) }));
    this.#slice.addEventListener("change", (event) => this.#choose(event, { slice: this.#slice.value.trim() || undefined, known: undefined }));
    // What is typed here is no text of the tensor-field.
    this.#slice.addEventListener("input", (event) => event.stopPropagation());
    this.#run.addEventListener("change", (event) => void this.#chooseRun(event, this.#run.value));
    this.#step.addEventListener("input", (event) => this.#choose(event, { step: this.#moment }, "realinput"));
    this.#step.addEventListener("change", (event) => this.#choose(event, { step: this.#moment }));
  }

  /** @param {Real} real */
  show(real) {
    this.real = real;
    this.#draw(real);
    void this.#look(real);
  }

  get #moment() {
    return this.#steps[this.#step.valueAsNumber] ?? 0;
  }

  /** Ask what there is to choose from at a moment of a run. @param {Real} real */
  async #look({ run, step }) {
    if (this.#runs.length === 0) this.#runs = await getRuns();
    if (this.real?.run !== run || this.real.step !== step) return;
    if (run === null || step === null) return this.#pin(this.real);
    const [steps, tensors] = await Promise.all([getSnapshots(run), getTensors({ run, step })]).catch(() => [[], []]);
    if (this.real.run !== run || this.real.step !== step) return;
    [this.#steps, this.#tensors] = [steps, tensors];
    this.#draw(this.real);
  }

  /** The newest moment, of its run if it has one. @param {Real} real */
  #pin(real) {
    const newest = newestMoment(this.#runs.filter(({ id }) => real.run === null || id === real.run));
    if (!newest) return;
    this.show({ ...real, ...newest });
    this.#tell("realchange");
  }

  /** @param {Real} real */
  #draw({ name, slice, run, step }) {
    if (document.activeElement !== this.#slice) this.#slice.value = slice ?? "";
    const runs = this.#runs.filter(({ snapshot }) => typeof snapshot === "number");
    const titles = runs.map((each) => /** @type {const} */ ([each.id, runTitle(each)]));
    fill(this.#run, run ?? "", titles);
    fill(this.#name, name, this.#tensors.map((each) => [each.name, `${each.name} ${shapeText(each.shape)}`]));
    this.#step.disabled = this.#steps.length === 0;
    this.#step.max = String(Math.max(0, this.#steps.length - 1));
    this.#step.value = String(nearestPlace(this.#steps, step ?? 0));
    this.#when.textContent = step === null ? "" : `after ${whole(step)} ${step === 1 ? "update" : "updates"}`;
    this.#step.ariaValueText = this.#when.textContent;
    if (run !== null && step !== null) this.#file.href = tensorsFile({ run, step });
  }

  /** @param {Event} event @param {Partial<Real>} what @param {string} [moment] */
  #choose(event, what, moment = "realchange") {
    event.stopPropagation();
    if (!this.real) return;
    this.real = { ...this.real, ...what };
    this.#draw(this.real);
    this.#tell(moment);
  }

  /** Another run is seen at its newest moment. @param {Event} event @param {string} run */
  #chooseRun(event, run) {
    const newest = newestMoment(this.#runs.filter(({ id }) => id === run));
    if (newest) this.#choose(event, newest);
  }

  /** @param {string} name */
  #shapeOf(name) {
    return this.#tensors.find((each) => each.name === name)?.shape;
  }

  /** @param {string} moment */
  #tell(moment) {
    this.dispatchEvent(new CustomEvent(moment));
  }
}

/** Options of a select; what is chosen is there even before the others are. @param {HTMLSelectElement} select @param {string} chosen @param {readonly (readonly [value: string, text: string])[]} options */
function fill(select, chosen, options) {
  const known = options.some(([value]) => value === chosen) || chosen === "";
  const all = known ? options : [/** @type {const} */ ([chosen, chosen]), ...options];
  const texts = all.map(String).join("\n");
  if (select.dataset.options !== texts) {
    select.dataset.options = texts;
    select.replaceChildren(...all.map(([value, text]) => new Option(text, value)));
  }
  select.value = chosen;
}

customElements.define("real-field", RealField);
