/**
 * One optimizer: its rule, its settings by slider and by number, and how its way ends.
 *
 * In: `show(optimizer, slot, options)`, `tell(way)`. Out: `optimizeredit` with `{index, optimizer, rests}`,
 * `optimizerremove` with `{index}`.
 * @typedef {import("../lib/descent.js").Optimizer} Optimizer
 * @typedef {import("../lib/descent-optimizers.js").SettingName} SettingName
 */

import { RULES, SETTINGS, trimmed, USUAL } from "../lib/descent-optimizers.js";
import "./stop-slider.js";

export class OptimizerCard extends HTMLElement {
  /** @type {Optimizer} */ #optimizer = { name: "sgd", learning_rate: 0.1 };
  #index = 0;
  #letter = document.createElement("span");
  #rule = document.createElement("select");
  #remove = document.createElement("button");
  #fields = document.createElement("div");
  #about = document.createElement("p");
  #fate = document.createElement("p");

  connectedCallback() {
    const head = document.createElement("div");
    head.className = "card-head";
    this.role = "group";
    this.#letter.className = "letter";
    this.#letter.ariaHidden = "true";
    this.#rule.ariaLabel = "Optimizer";
    this.#rule.append(...Object.entries(RULES).map(([name, { title }]) => new Option(title, name)));
    this.#remove.type = "button";
    this.#remove.className = "plain";
    this.#remove.textContent = "×";
    this.#fields.className = "card-fields";
    this.#about.className = "about small quiet";
    this.#fate.className = "small";
    this.#fate.dataset.answer = "";
    head.append(this.#letter, this.#rule, this.#remove);
    this.replaceChildren(head, this.#about, this.#fields, this.#fate);
    this.#rule.addEventListener("change", () => this.#edit({ name: /** @type {any} */ (this.#rule.value) }, true));
    this.#remove.addEventListener("click", () => this.#send("optimizerremove", {}));
    this.#fields.addEventListener("input", (event) => this.#type(event, false));
    this.#fields.addEventListener("change", (event) => this.#type(event, true));
  }

  /** @param {Optimizer} optimizer @param {number} index @param {string} slot @param {boolean} alone whether it is the only one */
  show(optimizer, index, slot, alone) {
    const isOther = optimizer.name !== this.#optimizer.name || this.#fields.childElementCount === 0;
    [this.#optimizer, this.#index] = [optimizer, index];
    this.dataset.slot = slot;
    this.ariaLabel = `Optimizer ${slot.toUpperCase()}`;
    this.#letter.textContent = slot.toUpperCase();
    this.#letter.hidden = alone;
    this.#remove.hidden = alone;
    this.#remove.ariaLabel = `Remove ${slot.toUpperCase()}`;
    this.#rule.value = optimizer.name;
    if (isOther) this.#fields.replaceChildren(...(RULES[optimizer.name]?.uses ?? []).map((name) => field(name, `${slot}-${name}`)));
    for (const input of this.#inputs) this.#fill(input);
  }

  /** @param {import("../lib/descent.js").Way | undefined} way undefined while there is no answer */
  tell(way) {
    this.#about.textContent = way?.about ?? "";
    this.#fate.textContent = way ? `It ${way.text}` : "";
    this.#fate.classList.toggle("trouble-text", way?.fate === "diverged");
  }

  get #inputs() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (this.#fields.querySelectorAll("input[type=number]"));
  }

  /** What somebody is typing stays as it is typed. @param {HTMLInputElement} input */
  #fill(input) {
    const name = /** @type {SettingName} */ (input.name);
    const value = this.#optimizer[name] ?? USUAL[name];
    if (input.valueAsNumber !== value) input.value = String(value);
    const slider = /** @type {import("./stop-slider.js").StopSlider | null} */ (input.parentElement?.querySelector("stop-slider") ?? null);
    slider?.follow();
  }

  /** @param {Event} event @param {boolean} rests */
  #type({ target }, rests) {
    const input = /** @type {HTMLInputElement} */ (target);
    if (input.type === "number" && input.value !== "" && input.checkValidity()) this.#edit({ [input.name]: input.valueAsNumber }, rests);
  }

  /** @param {Partial<Optimizer>} what @param {boolean} rests */
  #edit(what, rests) {
    this.#send("optimizeredit", { optimizer: trimmed({ ...this.#optimizer, ...what }), rests });
  }

  /** @param {string} name @param {object} detail */
  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { index: this.#index, ...detail } }));
  }
}

/** @param {SettingName} name @param {string} id */
function field(name, id) {
  const { title, stops } = SETTINGS[name];
  const [made, label, input, slider] = [document.createElement("div"), document.createElement("label"), document.createElement("input"), document.createElement("stop-slider")];
  made.className = "field";
  label.htmlFor = id;
  label.textContent = title;
  const [min, max] = name === "learning_rate" ? [1e-9, 1000] : [0, 0.9999];
  Object.assign(input, { id, name, type: "number", step: "any", min: String(min), max: String(max) });
  slider.dataset.stops = stops.join(" ");
  made.append(label, input, slider);
  return made;
}

customElements.define("optimizer-card", OptimizerCard);
