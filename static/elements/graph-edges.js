import { curve, edgeKey, halfWay } from "../lib/graph-layout.js";
import { setAll, svg } from "./svg-node.js";

/** The edges of a graph, with what is written on them. */
export class GraphEdges {
  element = svg("svg", { class: "graph-edges", "aria-hidden": "true" });
  chips = document.createElement("div");
  /** @type {Map<string, SVGPathElement>} */ #paths = new Map();
  /** @type {ReadonlyMap<string, readonly import("../lib/graph-layout.js").Point[]>} */ #ways = new Map();

  constructor() {
    this.chips.className = "graph-chips";
  }

  /** @param {import("./placed-graph.js").Placed} plan */
  place({ ways, edges, width, height }) {
    this.#ways = ways;
    this.#paths = new Map(edges.map((edge) => [edgeKey(edge), svg("path", { d: curve(ways.get(edgeKey(edge)) ?? []) })]));
    setAll(this.element, { width, height, viewBox: `0 0 ${width} ${height}` });
    this.element.replaceChildren(arrowHead("on"), arrowHead("back"), ...this.#paths.values());
  }

  /** @param {{edge: string | null, lit: ReadonlySet<string>, chips: ReadonlyMap<string, readonly string[]>}} how */
  draw({ edge, lit, chips }) {
    for (const [key, path] of this.#paths) {
      path.toggleAttribute("data-current", key === edge);
      path.toggleAttribute("data-lit", lit.has(key));
    }
    this.chips.replaceChildren(...[...chips].map(([key, lines]) => this.#chip(key, lines, key === edge)));
  }

  /** @param {string} key @param {readonly string[]} lines @param {boolean} isCurrent */
  #chip(key, lines, isCurrent) {
    const chip = document.createElement("p");
    const { x, y } = halfWay(this.#ways.get(key) ?? [{ x: 0, y: 0 }, { x: 0, y: 0 }]);
    chip.dataset.edge = key;
    chip.toggleAttribute("data-current", isCurrent);
    [chip.style.left, chip.style.top] = [`${x}px`, `${y}px`];
    chip.append(...lines.map(line));
    return chip;
  }
}

/** @param {string} text */
function line(text) {
  const made = document.createElement("span");
  made.textContent = text;
  return made;
}

/** @param {"on" | "back"} way */
function arrowHead(way) {
  const head = svg("path", { d: "M0,-4L8,0L0,4Z" });
  const size = { viewBox: "-1 -5 10 10", markerWidth: 9, markerHeight: 9, refX: 8, refY: 0, markerUnits: "userSpaceOnUse" };
  return svg("marker", { id: `arrow-${way}`, orient: way === "on" ? "auto" : "auto-start-reverse", ...size }, head);
}
