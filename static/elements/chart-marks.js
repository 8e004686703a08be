/**
 * What a chart of runs shows beside its lines: where the epochs end, the whole test set after each, and the runs' letters.
 * @typedef {import("./curve-chart.js").Line} Line
 * @typedef {import("../lib/chart-data.js").Measure} Measure
 * @typedef {import("../lib/run-axis.js").Over} Over
 * @typedef {{line: Line, colour: string}} Drawn
 */

import uPlot from "../vendor/uPlot.esm.js";
import { AXES } from "../lib/run-axis.js";
import { spread } from "../lib/spread.js";

const RING = 3.5;
const LINES_AT_MOST = 30;
const LETTER = 12;
const GRIP = 4;

/**
 * @param {uPlot} plot
 * @param {readonly Drawn[]} drawn
 * @param {Over} over
 * @param {string} colour
 */
export function markEpochs(plot, drawn, over, colour) {
  const record = drawn[0]?.line.record;
  if (!record || drawn.length > 1 || record.steps / record.updatesPerEpoch > LINES_AT_MOST) return;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = uPlot.pxRatio;
  for (let step = record.updatesPerEpoch; step < record.steps; step += record.updatesPerEpoch) {
    if (over === "seconds" && step > record.step) break;
    const x = Math.round(plot.valToPos(AXES[over].place(record, step), "x", true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * The moment of a run that is looked at: a line with a grip, in the colour of the run.
 * @param {uPlot} plot
 * @param {Drawn | undefined} drawn the run, if it is drawn here
 * @param {Over} over
 * @param {number | null} step updates done; null is no moment
 */
export function markMoment(plot, drawn, over, step) {
  if (!drawn || step === null) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(AXES[over].place(drawn.line.record, step), "x", true);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = drawn.colour;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x, bbox.top, GRIP * uPlot.pxRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

/**
 * A ring for the test set after each epoch; at the end of each run its letter, if there are others.
 * @param {uPlot} plot
 * @param {readonly Drawn[]} drawn
 * @param {Measure} measure
 * @param {Over} over
 * @param {string} ground
 */
export function markTests(plot, drawn, measure, over, ground) {
  plot.ctx.save();
  for (const { line, colour } of drawn) {
    for (const epoch of line.record.epochs) {
      ring(plot, AXES[over].place(line.record, epoch.step + 1), measure === "loss" ? epoch.testLoss : epoch.testAccuracy, colour, ground);
    }
  }
  if (drawn.length > 1) letters(plot, drawn, measure, over);
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
 * @param {readonly Drawn[]} drawn
 * @param {Measure} measure
 * @param {Over} over
 */
function letters(plot, drawn, measure, over) {
  const { ctx } = plot;
  const size = LETTER * uPlot.pxRatio;
  const begun = drawn.filter(({ line }) => Number.isFinite(line.record[measure].smooth.at(-1)));
  const ends = begun.map(({ line }) => plot.valToPos(line.record[measure].smooth.at(-1) ?? 0, "y", true));
  const tops = spread(ends, size);
  ctx.font = `600 ${size}px ${getComputedStyle(plot.root).fontFamily}`;
  ctx.textBaseline = "middle";
  for (const [i, { line, colour }] of begun.entries()) {
    ctx.fillStyle = colour;
    ctx.fillText(line.slot.toUpperCase(), plot.valToPos(AXES[over].place(line.record, line.record.step), "x", true) + 0.8 * size, tops[i] ?? 0);
  }
}
