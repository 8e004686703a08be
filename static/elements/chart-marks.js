/**
 * What a chart of runs shows beside its lines: where the epochs end, the whole test set after each, and the runs' letters.
 * @typedef {import("./curve-chart.js").Line} Line
 * @typedef {import("../lib/chart-data.js").Measure} Measure
 * @typedef {{line: Line, colour: string}} Drawn
 */

import uPlot from "../vendor/uPlot.esm.js";

const RING = 3.5;
const LINES_AT_MOST = 30;

/**
 * @param {uPlot} plot
 * @param {readonly Drawn[]} drawn
 * @param {string} colour
 */
export function markEpochs(plot, drawn, colour) {
  const record = drawn[0]?.line.record;
  if (!record || drawn.length > 1 || record.steps / record.updatesPerEpoch > LINES_AT_MOST) return;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = uPlot.pxRatio;
  for (let step = record.updatesPerEpoch; step < record.steps; step += record.updatesPerEpoch) {
    const x = Math.round(plot.valToPos(step, "x", true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * A ring for the test set after each epoch; the newest of each run carries its letter if there are others.
 * @param {uPlot} plot
 * @param {readonly Drawn[]} drawn
 * @param {Measure} measure
 * @param {string} ground
 */
export function markTests(plot, drawn, measure, ground) {
  plot.ctx.save();
  for (const { line, colour } of drawn) {
    for (const epoch of line.record.epochs) {
      ring(plot, epoch.step + 1, measure === "loss" ? epoch.testLoss : epoch.testAccuracy, colour, ground);
    }
    if (drawn.length > 1) letter(plot, line, colour, measure);
  }
  plot.ctx.restore();
}

/**
 * @param {uPlot} plot
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 * @param {string} ground
 */
function ring(plot, x, y, colour, ground) {
  const { ctx, bbox } = plot;
  const top = plot.valToPos(y, "y", true);
  if (!(top >= bbox.top && top <= bbox.top + bbox.height)) return;
  ctx.beginPath();
  ctx.arc(plot.valToPos(x, "x", true), top, RING * uPlot.pxRatio, 0, 2 * Math.PI);
  ctx.fillStyle = ground;
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * uPlot.pxRatio;
  ctx.stroke();
}

/**
 * @param {uPlot} plot
 * @param {Line} line
 * @param {string} colour
 * @param {Measure} measure
 */
function letter(plot, { slot, record }, colour, measure) {
  const last = record[measure].smooth.at(-1);
  if (last === undefined || !Number.isFinite(last)) return;
  const { ctx } = plot;
  ctx.font = `600 ${12 * uPlot.pxRatio}px ${getComputedStyle(plot.root).fontFamily}`;
  ctx.fillStyle = colour;
  ctx.textBaseline = "middle";
  ctx.fillText(slot.toUpperCase(), plot.valToPos(record.step, "x", true) + 10 * uPlot.pxRatio, plot.valToPos(last, "y", true));
}
