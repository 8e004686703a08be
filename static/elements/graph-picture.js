/**
 * A computation graph: nodes with value and gradient, edges on which one sees what flows back.
 *
 * In: `show(view)`, `whole` for all of it at once. Out: `nodepoint` with `{id, place, key}`, the id null when none is pointed at;
 * `nodeselect` with `{id}`; `valuescrub` with `{id, place, value, rests}` when a variable's number is dragged, or changed by + and −.
 */

import { edgesOf, fitting, leadsTo } from "../lib/graph-layout.js";
import { largest } from "../lib/node-look.js";
import { GraphEdges } from "./graph-edges.js";
import { GraphNode } from "./graph-node.js";
import { GraphPointing } from "./graph-pointing.js";
import { placed } from "./placed-graph.js";

/**
 * @typedef {import("../lib/node-look.js").NodeLook} NodeLook
 * @typedef {object} View
 * @property {readonly NodeLook[]} nodes
 * @property {string | null} node the one that a step is about
 * @property {string | null} edge the one along which something flows back
 * @property {ReadonlySet<string>} lit keys of nodes and edges that are spoken of; none for all alike
 * @property {ReadonlyMap<string, readonly string[]>} chips lines on edges
 */

/** Below this width the graph runs down. */
const NARROW = 640;
/** So small it still can be read. */
const LEAST = 0.72;
const TALLEST = 560;

export class GraphPicture extends HTMLElement {
  /** @type {View | null} */ #view = null;
  /** @type {Map<string, GraphNode>} */ #nodes = new Map();
  /** @type {import("./placed-graph.js").Placed | null} */ #plan = null;
  #structure = "";
  #whole = false;
  #sheet = document.createElement("div");
  #edges = new GraphEdges();
  #resized = new ResizeObserver(() => this.#resize());

  connectedCallback() {
    this.#sheet.className = "graph-sheet";
    this.role = "group";
    this.ariaLabel = "The computation graph";
    this.replaceChildren(this.#sheet);
    this.#resized.observe(this);
    new GraphPointing(this, {
      leadsTo: (key, id) => (this.#plan ? leadsTo(key, id, this.#plan) : null),
      node: (id) => this.#nodes.get(id)?.element ?? null,
    });
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  /** @param {boolean} whole */
  set whole(whole) {
    this.#whole = whole;
    this.#scale();
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    const structure = JSON.stringify(view.nodes.map(({ id, title, kind, shape, parents, hasGradient }) => [id, title, kind, shape, parents, hasGradient]));
    const isNew = structure !== this.#structure;
    this.#structure = structure;
    if (isNew) this.#build(view);
    this.#drawNodes(view);
    if (isNew) this.#place();
    this.#edges.draw(view);
    this.#follow(view);
  }

  /** @param {View} view */
  #build({ nodes }) {
    this.#nodes = new Map(nodes.map((node) => [node.id, new GraphNode(node)]));
    const elements = [...this.#nodes.values()].map(({ element }) => element);
    this.#sheet.replaceChildren(this.#edges.element, ...elements, this.#edges.chips);
    for (const element of elements.slice(0, 1)) element.tabIndex = 0;
  }

  #place() {
    if (!this.#view || this.clientWidth === 0) return;
    this.#sheet.style.zoom = "1";
    const sizes = new Map([...this.#nodes].map(([id, { element }]) => [id, { width: element.offsetWidth, height: element.offsetHeight }]));
    this.#plan = placed(sizes, edgesOf(this.#view.nodes), this.#direction);
    this.dataset.direction = this.#direction;
    for (const [id, { x, y, width, height }] of this.#plan.boxes) {
      const { style } = /** @type {GraphNode} */ (this.#nodes.get(id)).element;
      [style.left, style.top] = [`${x - width / 2}px`, `${y - height / 2}px`];
    }
    this.#edges.place(this.#plan);
    this.#scale();
  }

  #scale() {
    if (!this.#plan) return;
    const room = { width: this.clientWidth, height: this.#whole ? TALLEST : Infinity };
    const scale = fitting(this.#plan, room, this.#whole ? 0 : LEAST);
    this.#sheet.style.width = `${this.#plan.width}px`;
    this.#sheet.style.height = `${this.#plan.height}px`;
    this.#sheet.style.zoom = String(scale);
    this.toggleAttribute("data-cut", this.scrollWidth > this.clientWidth || this.scrollHeight > this.clientHeight);
  }

  /** @param {View} view */
  #drawNodes({ nodes, node, lit }) {
    const steepest = largest(nodes.map(({ gradient }) => gradient));
    this.toggleAttribute("data-lit", lit.size > 0);
    for (const look of nodes) {
      const drawn = /** @type {GraphNode} */ (this.#nodes.get(look.id));
      drawn.show(look, steepest);
      drawn.element.ariaCurrent = look.id === node ? "step" : null;
      drawn.element.toggleAttribute("data-lit", lit.has(look.id));
    }
  }

  /** Keep in sight what a step is about, where not all can be seen. @param {View} view */
  #follow({ node }) {
    const box = this.#plan?.boxes.get(node ?? "");
    if (!box || !this.hasAttribute("data-cut")) return;
    const scale = Number(this.#sheet.style.zoom);
    this.scrollTo(box.x * scale - this.clientWidth / 2, box.y * scale - this.clientHeight / 2);
  }

  get #direction() {
    return this.clientWidth < NARROW ? /** @type {const} */ ("TB") : /** @type {const} */ ("LR");
  }

  #resize() {
    if (this.#plan?.direction === this.#direction) return this.#scale();
    this.#place();
    if (this.#view) this.#edges.draw(this.#view);
  }
}

customElements.define("graph-picture", GraphPicture);
