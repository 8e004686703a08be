import assert from "node:assert/strict";
import test from "node:test";

import { placesOf } from "../../static/lib/nested.js";
import { bracketsOf, drawnCounts, edgesOf, hit, layout, spotOf } from "../../static/lib/tensor-layout.js";

/** @param {number[]} shape @param {number[]} place */
const spot = (shape, place) => spotOf(layout(shape), place);

test("the last axis runs across, the one before it down", () => {
  assert.deepEqual(spot([2, 3], [1, 2]), { x: 2, y: 1, z: 0 });
  assert.deepEqual(spot([3], [2]), { x: 2, y: 0, z: 0 });
  assert.deepEqual(spot([], []), { x: 0, y: 0, z: 0 });
});

test("the third axis from the last lies behind", () => {
  const { x, y, z } = spot([2, 2, 3], [1, 0, 0]);
  assert.ok(x > 0 && x < 1 && y > 0 && y < 1 && z < 0);
});

test("further axes are blocks that do not touch", () => {
  const shape = [2, 2, 2, 2, 2, 2];
  const drawn = layout(shape);
  const fronts = placesOf(shape).filter((place) => place[3] === 0);
  const seen = new Set(fronts.map((place) => JSON.stringify(spotOf(drawn, place))));
  assert.equal(seen.size, fronts.length);
  assert.ok(spotOf(drawn, [0, 0, 1, 0, 0, 0]).x > 2);
  assert.ok(spotOf(drawn, [0, 1, 0, 0, 0, 0]).y > 2);
  assert.ok(spotOf(drawn, [1, 0, 0, 0, 0, 0]).y > spotOf(drawn, [0, 1, 0, 0, 1, 0]).y);
});

test("every cell that is drawn lies within the picture", () => {
  for (const shape of [[], [7], [4, 5], [3, 4, 5], [2, 3, 4, 5], [2, 2, 3, 4, 5], [2, 3, 2, 3, 4, 5]]) {
    const drawn = layout(shape);
    for (const place of placesOf(drawn.counts)) {
      const { x, y } = spotOf(drawn, place);
      assert.ok(x >= 0 && y >= 0 && x + 1 <= drawn.width + 1e-9 && y + 1 <= drawn.height + 1e-9, `${shape}: ${place}`);
    }
  }
});

test("what is small is drawn whole, of what is large a part", () => {
  assert.deepEqual(drawnCounts([2, 3]), [2, 3]);
  assert.deepEqual(drawnCounts([28, 10]), [8, 10]);
  assert.deepEqual(drawnCounts([28, 10], true), [5, 10]);
  assert.deepEqual(drawnCounts([64, 3, 32, 10]), [2, 3, 6, 4]);
  assert.deepEqual(drawnCounts([0, 3]), [0, 3]);
});

test("no shape is drawn with more cells than a page can move", () => {
  for (const shape of [[65536], [256, 256], [40, 40, 40], [16, 16, 16, 16], [9, 9, 9, 9, 9], [6, 6, 6, 6, 6, 6]]) {
    assert.ok(placesOf(drawnCounts(shape)).length <= 240, String(shape));
  }
});

test("brackets measure what is reached now, and say where it was cut", () => {
  const drawn = layout([28, 10]);
  const [one] = bracketsOf(drawn, [10]);
  assert.deepEqual([one?.axis, one?.direction, one?.length, one?.width, one?.cut], [1, "across", 10, 10, false]);
  const [rows, columns] = bracketsOf(drawn, [28, 10]);
  assert.deepEqual([rows?.direction, rows?.length, rows?.cut], ["down", 28, true]);
  assert.equal(columns?.width, 10);
});

test("there is room at the edge for each bracket across and down", () => {
  assert.deepEqual(edgesOf(layout([])), { left: 0, top: 0 });
  const six = edgesOf(layout([1, 1, 1, 1, 1, 1]));
  assert.ok(six.left > six.top && six.top > 0);
});

test("a point finds the cell in front, or the one of the layer that is looked at", () => {
  const drawn = layout([2, 2, 2]);
  const cells = placesOf(drawn.counts).map((place) => ({ place, spot: spotOf(drawn, place) }));
  assert.deepEqual(hit(cells, { x: 1.2, y: 1.2 }, 0)?.place, [0, 1, 1]);
  assert.deepEqual(hit(cells, { x: 1.2, y: 1.2 }, -1)?.place, [1, 0, 0]);
  assert.deepEqual(hit(cells, { x: 2.2, y: 2.2 }, 0)?.place, [1, 1, 1]);
  assert.equal(hit(cells, { x: 2.4, y: 0.1 }, 0), null);
});
