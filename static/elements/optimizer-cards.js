import { SLOTS } from "../lib/slots.js";
import { OptimizerCard } from "./optimizer-card.js";

/** @typedef {import("../lib/descent.js").Optimizer} Optimizer */
/** @typedef {import("../lib/descent.js").Way} Way */

/** A card for each optimizer; a card stays as long as its optimizer does, so that nobody loses the focus. */
export class OptimizerCards {
  #host;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {readonly Optimizer[]} optimizers */
  show(optimizers) {
    while (this.#cards.length > optimizers.length) this.#host.lastElementChild?.remove();
    while (this.#cards.length < optimizers.length) this.#host.append(new OptimizerCard());
    this.#cards.forEach((card, i) =>
      card.show(/** @type {Optimizer} */ (optimizers[i]), i, SLOTS[i] ?? "f", optimizers.length === 1),
    );
  }

  /** @param {readonly Way[]} ways */
  tell(ways) {
    this.#cards.forEach((card, i) => card.tell(ways[i]));
  }

  get #cards() {
    return /** @type {OptimizerCard[]} */ ([...this.#host.children]);
  }
}
