/**
 * States that one can walk back and forth through; a new state forgets what had been undone.
 * @template T
 */
export class History {
  /** @type {T[]} */ #states;
  #place = 0;

  /** @param {T} first */
  constructor(first) {
    this.#states = [first];
  }

  get current() {
    return /** @type {T} */ (this.#states[this.#place]);
  }

  get canUndo() {
    return this.#place > 0;
  }

  get canRedo() {
    return this.#place < this.#states.length - 1;
  }

  /** @param {T} state */
  push(state) {
    this.#states = [...this.#states.slice(0, this.#place + 1), state];
    this.#place += 1;
  }

  undo() {
    if (this.canUndo) this.#place -= 1;
  }

  redo() {
    if (this.canRedo) this.#place += 1;
  }
}
