import { UserError } from "../../codebook/errors.ts";
import { frameOf } from "../data/frame.ts";
import { type Data, readData } from "../estimate.ts";
import { COLLINEAR } from "../fit/least-squares.ts";
import { fitOls } from "../fit/ols.ts";
import { partiallerOf } from "../fit/partial.ts";
import { variationOf } from "../fit/variation.ts";
import { parseFormula } from "../formula/formula.ts";
import { buildDesign, type Design, type DesignOptions } from "../model/design.ts";
import type { Estimate } from "../options.ts";
import type { StaggeredRunOptions } from "../staggered/methods.ts";
import { readPanel } from "../staggered/read-panel.ts";
import { scatterPicture } from "./binned-scatter.ts";
import { binnedMeans } from "./bins.ts";
import { type EventSeries, eventStudiesPicture } from "./event-study.ts";
import type { Picture } from "./svg.ts";
import { timingPicture } from "./timing.ts";

const refuse = (message: string, hint: string) =>
  new UserError({ code: "plot", column: "plot", message, hint });

/**
 * Binned scatter of the outcome by the first regressor on the rows of the model. Other regressors and fixed effects are taken out of both
 * (Frisch, Waugh and Lovell) and the means added again, so that the slope through the points is the coefficient; a curve that only holds
 * before they are taken out is not seen then (Cattaneo, Crump, Farrell and Feng 2024, section 2.2).
 */
export function binnedPicture(
  data: Data,
  text: string,
  options: DesignOptions & { bins?: number } = {},
): Picture {
  const { bins = 20, ...chosen } = options;
  const formula = parseFormula(text);
  const design = buildDesign(formula, formula.outcomes[0]!, readData(data), chosen);
  const [x, ...others] = design.columns;
  if (x === undefined || design.endogenous.length > 0)
    throw refuse("a binned scatter needs a regressor", 'name it first: "y ~ x + more | effects"');
  const plain = others.length === 0 && design.effects.length === 0;
  const note = plain ? "" : " (rest of the model taken out)";
  const [left, right] = plain
    ? [x.values, design.y]
    : [x.values, design.y].map(rest => leftOf(rest, design, others));
  return scatterPicture(binnedMeans(frameOf({ x: left!, y: right! }), { x: "x", y: "y", bins }), {
    xLabel: `${x.name}${note}`,
    yLabel: `${design.outcome}${note}`,
    width: 480,
    height: 300,
  });
}

/** A column without what effects and other regressors explain, about its mean. */
function leftOf(column: Float64Array, design: Design, others: Design["columns"]): Float64Array {
  const constant = design.constant || design.effects.length > 0;
  const rest = { ...design, y: column, columns: others, endogenous: [], instruments: [] };
  const { residuals, ssr } = fitOls(rest, { partialler: partiallerOf(design) });
  if (!(ssr > COLLINEAR * variationOf(column, design.weights)))
    throw refuse(
      "other regressors and effects leave nothing to draw",
      "name a variable that varies within them",
    );
  if (!constant) return residuals;
  const mean = column.reduce((a, b) => a + b, 0) / column.length;
  return residuals.map(value => value + mean);
}

/** When each unit of the data is first treated, by a column of first times or a 0/1 column. */
export function timingOf(data: Data, text: string, options: StaggeredRunOptions): Picture {
  const panel = readPanel(data, text, { ...options, spec: { kind: "iid" } });
  const first = new Float64Array(panel.unit.size);
  for (let row = 0; row < panel.time.length; row++) first[panel.unit.codes[row]!] = panel.cohort[row]!;
  const rows = Array.from(first, (at, unit) => ({
    label: panel.unit.label(unit),
    first: Number.isFinite(at) ? at : null,
  }));
  const from = panel.time.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const to = panel.time.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return timingPicture(rows, { from, to, untreated: `never treated by ${to}` });
}

const EVENT = /^(.*)::(-?\d+(?:\.\d+)?)(:.*)?$/;

/** Coefficients named `time::-2` or `time::-2:treated`, as i() and sunab() name them, drawn over their numbers. */
export function eventsPicture(estimates: readonly Estimate[], window?: readonly [number, number]): Picture {
  const series = estimates.map(({ terms, outcome, group, model }): EventSeries => {
    const points = terms.flatMap(({ term, estimate, low, high }) => {
      const match = EVENT.exec(term);
      return match === null ? [] : [{ at: Number(match[2]), estimate, low, high }];
    });
    return { label: `${group ?? outcome}, ${model}`, points };
  });
  if (series.every(({ points }) => points.length === 0))
    throw refuse(
      "no coefficient is named by a number of periods",
      "write i(time_to_treatment, treated, ref = -1) or sunab(cohort, year), or take --method staggered",
    );
  return eventStudiesPicture(series, window === undefined ? {} : { window });
}
