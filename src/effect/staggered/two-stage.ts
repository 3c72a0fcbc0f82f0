import { choleskyInverse, multiply, orderedCholesky } from "../../stats/linalg.ts";
import { gramOf, productsWith } from "../fit/products.ts";
import type { NamedColumn } from "../model/terms.ts";
import { inferTerms, type TermEstimate, waldTest } from "../vcov/inference.ts";
import { outerSum, sumByGroup } from "../vcov/meat.ts";
import { treatmentColumn } from "./cells.ts";
import { FirstStage, imputable } from "./first-stage.ts";
import { relativeTime, type StaggeredPanel } from "./panel.ts";
import { type StaggeredEstimate, timed } from "./result.ts";

interface Second {
  readonly terms: TermEstimate[];
  readonly matrix: Float64Array;
}

/**
 * Two-stage difference-in-differences (Gardner 2022): unit and period effects from untreated rows, then the adjusted
 * outcome of all rows on treatment indicators. Standard errors from the influence functions of both stages (Newey and
 * McFadden 1994, section 6), clustered by unit, without a small-sample factor.
 */
export function twoStage(all: StaggeredPanel, options: { readonly level?: number } = {}): StaggeredEstimate {
  const panel = imputable(all);
  const stage = new FirstStage(panel);
  const a = stage.estimate(panel.design.y);
  const adjusted = panel.design.y.map((value, row) => value - stage.fitted(a, row));
  const solve = (columns: readonly NamedColumn[]) =>
    secondStage(panel, { stage, adjusted, columns }, options);
  const relatives = [...new Set(Array.from(panel.time, (_, row) => relativeTime(panel, row)))]
    .filter(relative => Number.isFinite(relative) && relative !== -1)
    .sort((x, y) => x - y);
  const columns = relatives.map(relative => ({
    name: `event::${relative}`,
    values: Float64Array.from(panel.time, (_, row) => Number(relativeTime(panel, row) === relative)),
  }));
  const event = solve(columns);
  const positions = [...relatives.keys()].filter(place => relatives[place]! < 0);
  const wald =
    positions.length === 0
      ? null
      : waldTest(
          event.terms.map(({ estimate }) => estimate),
          {
            matrix: event.matrix,
            positions,
            df2: panel.unit.size - 1,
          },
        );
  return {
    method: "Gardner two-stage",
    assumption: "parallel trends of untreated outcomes in all periods; no anticipation",
    overall: solve([treatmentColumn(panel, "ATT")]).terms[0]!,
    event: timed(event.terms, relatives),
    covariance: event.matrix,
    group: [],
    calendar: [],
    pretrend: wald === null ? null : { statistic: wald.F, df: wald.df1, p: wald.p },
    n: panel.time.length,
    vcov: `two-step, clustered by ${panel.unitName}`,
    dropped: panel.design.dropped,
    notes: panel.notes,
  };
}

interface Stages {
  readonly stage: FirstStage;
  readonly adjusted: Float64Array;
  readonly columns: readonly NamedColumn[];
}

function secondStage(
  panel: StaggeredPanel,
  { stage, adjusted, columns }: Stages,
  options: { level?: number },
): Second {
  const { weights } = panel.design;
  const x = columns.map(({ values }) => values);
  const k = x.length;
  const bread = choleskyInverse(orderedCholesky(gramOf(x, weights)).factor);
  const b = multiply(bread, productsWith(adjusted, x, weights), k);
  const w = (row: number) => weights?.[row] ?? 1;
  const residual = adjusted.map(
    (value, row) => value - x.reduce((sum, column, j) => sum + b[j]! * column[row]!, 0),
  );
  const scores = x.map(column => {
    const gamma = stage.solve(stage.transposed(row => w(row) * column[row]!));
    return adjusted.map((first, row) => {
      const own = w(row) * column[row]! * residual[row]!;
      return stage.untreated[row] === 1 ? own - w(row) * first * stage.fitted(gamma, row) : own;
    });
  });
  const meat = outerSum(sumByGroup(scores, panel.unit.codes, panel.unit.size));
  const matrix = multiply(multiply(bread, meat, k), bread, k);
  const distribution = { kind: "normal", df: 0 } as const;
  const names = columns.map(({ name }) => name);
  const level = options.level === undefined ? {} : { level: options.level };
  return { terms: inferTerms(names, b, { matrix, distribution, ...level }), matrix };
}
