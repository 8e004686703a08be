/**
 * Steps, played one at a time: by its buttons, by dragging, by Space and the arrow keys wherever they mean nothing else.
 *
 * In: `data-seconds` that a step rests, `load(count)`, `go(step)`, `play()`, `pause()`, `rest(step)`; `disabled`. Out: `stepchange` with `{step, moving}`, moving when one
 * came there by playing or by one step forward; `rest`, when one stays at a step.
 */

const SECONDS = 2.4;
const SPEEDS = { "½×": 0.5, "1×": 1, "2×": 2, "4×": 4 };
/** Where keys have a meaning of their own. */
const BUSY = { space: "input:not([type=range]), select, textarea, button, a, summary", arrows: "input, select, textarea, [role=grid]" };

export class StepPlayer extends HTMLElement {
  #step = 0;
  #last = 0;
  /** @type {readonly string[]} */ #names = [];
  #timer = 0;
  #playing = false;
  #back = button("Back", "←");
  #play = button("Play", "Play");
  #forward = button("Forward", "→");
  #scrub = document.createElement("input");
  #place = document.createElement("output");
  #speed = document.createElement("select");
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    this.#play.className = "primary";
    this.#scrub.type = "range";
    this.#scrub.ariaLabel = this.dataset.label ?? "Step";
    this.#speed.ariaLabel = "Speed";
    this.#place.className = "small quiet number";
    this.#speed.append(...Object.keys(SPEEDS).map((name) => new Option(name, name, name === "1×", name === "1×")));
    this.replaceChildren(this.#back, this.#play, this.#forward, this.#scrub, this.#place, this.#speed);
    this.#back.addEventListener("click", () => this.#turn(-1));
    this.#forward.addEventListener("click", () => this.#turn(1));
    this.#play.addEventListener("click", () => this.#toggle());
    this.#scrub.addEventListener("input", () => this.#drag());
    const ground = this.dataset.keys === "own" ? this : document;
    ground.addEventListener("keydown", (event) => this.#press(/** @type {KeyboardEvent} */ (event)), { signal: this.#gone.signal });
    this.#describe();
  }

  disconnectedCallback() {
    this.pause();
    this.#gone.abort();
  }

  get step() {
    return this.#step;
  }

  get playing() {
    return this.#playing;
  }

  get isLast() {
    return this.#step === this.#last;
  }

  get isPlaying() {
    return this.#playing;
  }

  /** @param {boolean} disabled */
  set disabled(disabled) {
    if (disabled) this.load(1);
    for (const control of [this.#play, this.#scrub, this.#speed]) control.disabled = disabled;
    this.toggleAttribute("data-disabled", disabled);
    this.#describe();
  }

  /** @param {number} count how many steps there are */
  load(count) {
    clearTimeout(this.#timer);
    this.#playing = false;
    this.#last = Math.max(0, count - 1);
    this.#step = Math.min(this.#step, this.#last);
    this.#describe();
  }

  /** What each step is called; a player that plays goes on, there may be more steps than before. @param {readonly string[]} names */
  name(names) {
    this.#names = names;
    this.#last = Math.max(0, names.length - 1);
    this.#step = Math.min(this.#step, this.#last);
    this.#describe();
  }

  /** @param {number} step @param {boolean} [moving] */
  go(step, moving = false) {
    this.#step = Math.max(0, Math.min(this.#last, step));
    this.#describe();
    this.dispatchEvent(new CustomEvent("stepchange", { detail: { step: this.#step, moving } }));
  }

  play() {
    if (this.isLast) this.go(0);
    this.#playing = true;
    this.#wait();
    this.#describe();
  }

  pause() {
    if (this.#playing) this.rest(this.#step);
  }

  /** Go to a step and stay there. @param {number} step @param {boolean} [moving] */
  rest(step, moving = false) {
    clearTimeout(this.#timer);
    this.#playing = false;
    if (step === this.#step) this.#describe();
    else this.go(step, moving);
    this.dispatchEvent(new CustomEvent("rest"));
  }

  #wait() {
    clearTimeout(this.#timer);
    const speed = SPEEDS[/** @type {keyof typeof SPEEDS} */ (this.#speed.value)];
    this.#timer = setTimeout(() => this.#next(), (Number(this.dataset.seconds ?? SECONDS) * 1000) / speed);
  }

  #next() {
    this.go(this.#step + 1, true);
    if (this.isLast) this.pause();
    else this.#wait();
  }

  /** @param {number} by */
  #turn(by) {
    if (this.hasAttribute("data-disabled")) return;
    this.rest(this.#step + by, by > 0);
  }

  #toggle() {
    if (this.#playing) this.pause();
    else this.play();
  }

  #drag() {
    this.rest(this.#scrub.valueAsNumber);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.hasAttribute("data-disabled")) return;
    if (event.key === " " && !target.matches(BUSY.space)) this.#toggle();
    else if (event.key === "ArrowRight" && !target.closest(BUSY.arrows)) this.#turn(1);
    else if (event.key === "ArrowLeft" && !target.closest(BUSY.arrows)) this.#turn(-1);
    else return;
    event.preventDefault();
  }

  #describe() {
    const disabled = this.hasAttribute("data-disabled");
    this.#back.ariaDisabled = String(disabled || this.#step === 0);
    this.#forward.ariaDisabled = String(disabled || this.isLast);
    this.#play.textContent = this.#playing ? "Pause" : this.isLast && this.#last > 0 ? "Replay" : "Play";
    this.#scrub.max = String(this.#last);
    this.#scrub.value = String(this.#step);
    const counted = `${this.#step + 1} of ${this.#last + 1}`;
    this.#place.value = this.#names[this.#step] ?? counted;
    this.#scrub.ariaValueText = this.#names[this.#step] ?? `step ${counted}`;
  }
}

/** @param {string} name @param {string} text */
function button(name, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.ariaLabel = name === text ? null : name;
  made.textContent = text;
  return made;
}

customElements.define("step-player", StepPlayer);
