import assert from "node:assert/strict";
import { test } from "node:test";
import { pictureName } from "../../static/lib/picture-name.js";

test("a saved picture is called by its page and by what it shows", () => {
  assert.equal(pictureName("/lessons/dot_product", "product", "svg"), "tensor-playground-dot-product-product.svg");
  assert.equal(pictureName("/train", "Confusion matrix", "png"), "tensor-playground-train-confusion-matrix.png");
});

test("no name breaks out of the folder, and none is lost on a page without one", () => {
  assert.equal(pictureName("/", "../../a: b?", "png"), "tensor-playground-a-b.png");
});
