import uPlot from "../vendor/uPlot.esm.js";
import { spread } from "../lib/spread.js";
import { SLOTS } from "../lib/slots.js";

const SIZE = 12;

/**
 * The letter of each curve where it ends, moved apart where they would meet.
 * @param {uPlot} plot
 * @param {readonly string[]} colours
 */
export function curveLetters(plot, colours) {
  const { ctx, data, bbox } = plot;
  const size = SIZE * uPlot.pxRatio;
  const ends = colours.flatMap((colour, i) => {
    const curve = data[i + 1] ?? [];
    const last = Array.from(curve).findLastIndex((value) => value != null);
    return last < 0 ? [] : [{ colour, slot: SLOTS[i] ?? "f", x: plot.valToPos(last, "x", true), y: plot.valToPos(curve[last] ?? 0, "y", true) }];
  });
  const bottom = bbox.top + bbox.height;
  const inside = ends.map(({ y }) => Math.max(bbox.top, Math.min(bottom, y)));
  const down = spread(inside, size);
  const tops = Math.max(...down) <= bottom ? down : spread(inside.map((y) => -y), size).map((y) => -y);
  ctx.save();
  ctx.font = `600 ${size}px ${getComputedStyle(plot.root).fontFamily}`;
  ctx.textBaseline = "middle";
  for (const [i, { colour, slot, x }] of ends.entries()) {
    ctx.fillStyle = colour;
    ctx.fillText(slot.toUpperCase(), x + 0.8 * size, tops[i] ?? 0);
  }
  ctx.restore();
}
