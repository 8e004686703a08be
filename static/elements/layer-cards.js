import { LayerCard } from "./layer-card.js";

/** @typedef {import("../lib/plane.js").Layer} Layer */

/** One card a layer; what they tell bubbles. */
export class LayerCards {
  /** @type {LayerCard[]} */ #cards = [];
  #element;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {readonly Layer[]} layers */
  show(layers) {
    while (this.#cards.length > layers.length) this.#cards.pop()?.remove();
    while (this.#cards.length < layers.length) this.#add();
    layers.forEach((layer, i) => this.#cards[i]?.show(layer, i, layers.length === 1));
  }

  /** @param {readonly import("./layer-card.js").Named[]} maps */
  name(maps) {
    maps.forEach((map, i) => this.#cards[i]?.name(map));
  }

  /** @param {number | null} current */
  set current(current) {
    this.#cards.forEach((card, i) => (card.current = i === current));
  }

  #add() {
    const card = new LayerCard();
    this.#cards.push(card);
    this.#element.append(card);
  }
}
