import assert from "node:assert/strict";
import { test } from "node:test";
import { declarations, generatedText, grown } from "../../static/lib/picture-style.js";

/** @param {Record<string, string>} values */
function style(values) {
  return Object.assign(Object.keys(values), { getPropertyValue: (/** @type {string} */ name) => values[name] ?? "" });
}

test("only what looks otherwise than usual is declared", () => {
  const usual = style({ color: "rgb(0, 0, 0)", display: "inline" });
  assert.equal(declarations(style({ color: "rgb(9, 9, 9)", display: "inline" }), usual), "color:rgb(9, 9, 9)");
});

test("a picture neither moves nor scrolls, and says nothing twice", () => {
  const own = style({ "animation-name": "spin", cursor: "pointer", "overflow-x": "auto", "inline-size": "9px", "border-block-end-width": "1px", width: "9px" });
  assert.equal(declarations(own, style({})), "overflow-x:visible;width:9px");
});

test("where an SVG node stands is left to its attributes", () => {
  const own = style({ cx: "4px", fill: "rgb(1, 2, 3)", r: "2px" });
  assert.equal(declarations(own, style({}), (name) => name === "cx"), "fill:rgb(1, 2, 3);r:2px");
});

test("a text that a style sheet puts there is read as the page shows it", () => {
  const attribute = (/** @type {string} */ name) => (name === "data-name" ? "b" : null);
  assert.equal(generatedText('"+ "', attribute), "+ ");
  assert.equal(generatedText("attr(data-name)", attribute), "b");
  assert.equal(generatedText('"\\"" / "quote"', attribute), '"');
  assert.equal(generatedText('""', attribute), "");
  assert.equal(generatedText("none", attribute), null);
});

test("a stroke that would not grow with its picture is made thicker", () => {
  const fixed = "vector-effect:non-scaling-stroke";
  assert.equal(grown(`stroke-dasharray:3px, 2.5px;stroke-width:1.25px;${fixed}`, 2), `stroke-dasharray:6px, 5px;stroke-width:2.5px;${fixed}`);
  assert.equal(grown(fixed, 2), `${fixed};stroke-width:2px`);
  assert.equal(grown("stroke-width:1px", 2), "stroke-width:1px");
});
