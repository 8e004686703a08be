import { DigitLinks } from "../elements/digit-links.js";
import { SeenView } from "../elements/seen-view.js";
import { getDigitsAt } from "../lib/digits-api.js";
import { short, whole } from "../lib/numbers.js";
import { postNeighbours } from "../lib/predictions-api.js";
import { aDigit } from "../lib/verdict.js";
import { fromWire } from "../lib/wire.js";

/** @typedef {import("../lib/predictions-api.js").Drawing} Drawing */
/** @typedef {import("../lib/predictions-api.js").Neighbours} Neighbours */
/** @typedef {import("../lib/digits-api.js").Digit} Digit */

/** Digits on a page of Digits. */
const PAGE = 24;

/** The training digits that are most like the drawing: to the eye, and to the network. */
export class Alike {
  #list;
  #view;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#list = /** @type {HTMLElement} */ (root.querySelector(".spaces"));
    this.#view = new SeenView(root, withPixels, (found) => this.#show(found), () => this.clear());
  }

  /** @param {Drawing} drawing */
  want(drawing) {
    this.#list.toggleAttribute("data-waiting", true);
    this.#view.want(drawing);
  }

  clear() {
    this.#view.want(null);
    this.#list.toggleAttribute("data-waiting", false);
    this.#list.replaceChildren();
  }

  /** @param {{spaces: Neighbours["spaces"], digits: Map<number, Digit>}} found */
  #show({ spaces, digits }) {
    while (this.#list.childElementCount > spaces.length) this.#list.lastElementChild?.remove();
    while (this.#list.childElementCount < spaces.length) this.#list.append(emptySpace());
    spaces.forEach((space, i) => fill(/** @type {Element} */ (this.#list.children[i]), space, digits));
  }
}

/** @param {Drawing} drawing */
async function withPixels(drawing) {
  const { spaces } = await postNeighbours(drawing);
  const places = new Set(spaces.flatMap(({ neighbours }) => neighbours.map(({ index }) => index)));
  const digits = await getDigitsAt("train", [...places]);
  return { spaces, digits: new Map(digits.map((digit) => [digit.index, digit])) };
}

function emptySpace() {
  const [item, title] = [document.createElement("li"), document.createElement("p")];
  title.className = "small";
  item.append(title, new DigitLinks());
  return item;
}

/** @param {Element} item @param {Neighbours["spaces"][number]} space @param {ReadonlyMap<number, Digit>} digits */
function fill(item, { name, searched, neighbours }, digits) {
  const links = /** @type {DigitLinks} */ (item.querySelector("digit-links"));
  const where = name === "pixels" ? "By their 784 pixels" : `By what ${name} makes of them`;
  /** @type {HTMLElement} */ (item.firstElementChild).textContent = `${where}, among ${whole(searched)} training digits`;
  links.show(
    neighbours.map(({ index, label, distance }) => ({
      href: `/digits?start=${index - (index % PAGE)}&index=${index}`,
      pixels: digits.get(index)?.pixels ?? [],
      caption: String(label),
      sentence: `Training digit ${index}, ${aDigit(label)}, at a distance of ${short(Number(fromWire(distance).toPrecision(3)))}. Open it in Digits.`,
    })),
  );
}
