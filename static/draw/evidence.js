import { SeenView } from "../elements/seen-view.js";
import { pixelWords, sums } from "../lib/evidence.js";
import { postEvidence } from "../lib/predictions-api.js";
import { say } from "../elements/say.js";

/** @typedef {import("../lib/predictions-api.js").Drawing} Drawing */
/** @typedef {import("../lib/predictions-api.js").Evidence} Answer */
/** @typedef {import("../lib/evidence.js").View} View */
/** @typedef {import("../elements/pixel-picture.js").PixelPicture} PixelPicture */
/** @typedef {{speaks: number | null, view: View}} Choice  for which class, null for the answer */

const SIDE = 28;
/** @type {Readonly<Record<View, string>>} */
const ABOUT = {
  evidence: "Ink × gradient: what the ink that is there adds to the score.",
  gradient: "Gradient: how a little more ink would move the score, also where there is none yet.",
};

/** What in the ink speaks for a class, painted over the drawing. */
export class Evidence {
  /** @type {Drawing | null} */ #drawing = null;
  /** @type {Answer | null} */ #answer = null;
  #form;
  #ink;
  #veil;
  #view;

  /** @param {HTMLElement} root @param {() => void} changed */
  constructor(root, changed) {
    this.#form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    [this.#ink, this.#veil] = /** @type {[PixelPicture, PixelPicture]} */ (/** @type {unknown} */ ([...root.querySelectorAll("pixel-picture")]));
    this.#view = new SeenView(root, postEvidence, (answer) => this.#show(answer), () => this.clear());
    this.#form.addEventListener("change", () => {
      this.want(this.#drawing);
      changed();
    });
    this.#veil.addEventListener("cellpoint", (event) => this.#tell(/** @type {CustomEvent<{text: string}>} */ (event).detail.text));
  }

  /** @returns {Choice} */
  get choice() {
    const [speaks, view] = [this.#radios("speaks").value, this.#radios("view").value];
    return { speaks: speaks === "" ? null : Number(speaks), view: view === "gradient" ? "gradient" : "evidence" };
  }

  /** @param {Choice} choice */
  set choice({ speaks, view }) {
    this.#radios("speaks").value = String(speaks ?? "");
    this.#radios("view").value = view;
  }

  /** @param {Drawing | null} drawing */
  want(drawing) {
    this.#drawing = drawing;
    const { speaks } = this.choice;
    this.#view.want(drawing && { ...drawing, ...(speaks !== null && { label: speaks }) });
    if (this.#answer && drawing) this.#paint(this.#answer);
  }

  clear() {
    this.#drawing = this.#answer = null;
    this.#view.want(null);
    const nothing = { values: new Float32Array(SIDE * SIDE), columns: SIDE, full: 1, sentence: "Nothing is drawn." };
    this.#ink.show(nothing);
    this.#veil.show(nothing);
    say("evidence-cell", "");
    this.#showSums([]);
  }

  /** @param {Answer} answer */
  #show(answer) {
    this.#answer = answer;
    say("speaks", String(answer.label));
    this.#showSums(sums(answer));
    this.#paint(answer);
  }

  /** @param {Answer} answer */
  #paint(answer) {
    const { view } = this.choice;
    const [values, { input, label }] = [answer[view], answer];
    const full = Math.max(...values.map(Math.abs));
    const tell = (/** @type {number} */ index) => pixelWords(answer, view, index);
    this.#ink.show({ values: input, columns: SIDE, full: Math.max(...input), sentence: "" });
    this.#veil.show({ values, columns: SIDE, full, sentence: `What speaks for ${label}, pixel by pixel. ${ABOUT[view]}`, tell });
    say("evidence-about", ABOUT[view]);
    this.#tell(this.#veil.index < 0 ? "" : tell(this.#veil.index));
  }

  /** @param {string} text */
  #tell(text) {
    say("evidence-cell", text || "Point at a pixel.");
  }

  /** @param {readonly {name: string, value: string}[]} lines */
  #showSums(lines) {
    const rows = lines.flatMap(({ name, value }) => [cell("dt", name), cell("dd", value)]);
    this.#form.parentElement?.querySelector("dl")?.replaceChildren(...rows);
  }

  /** @param {string} name */
  #radios(name) {
    return /** @type {RadioNodeList} */ (this.#form.elements.namedItem(name));
  }
}

/** @param {"dt" | "dd"} tag @param {string} text */
function cell(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
