import { UserError } from "../../codebook/errors.ts";
import { frameOf } from "../data/frame.ts";
import { fitOls } from "../fit/ols.ts";
import { parseFormula } from "../formula/formula.ts";
import { buildDesign } from "../model/design.ts";
import { inferTerms, type TermEstimate } from "../vcov/inference.ts";
import { vcovOf } from "../vcov/vcov.ts";

export interface InterruptedOptions {
  /** First time at which the policy is in force. */
  readonly date: number;
  /** Lags of the Newey-West errors; null: the integer part of T^(1/4). Default null. */
  readonly lag?: number | null;
  readonly level?: number;
}

export interface InterruptedSeries {
  readonly assumption: string;
  /** Value just before the date if the earlier trend holds, and that trend per unit of time. */
  readonly before: { readonly value: TermEstimate; readonly trend: TermEstimate };
  /** Jump at the date. */
  readonly jump: TermEstimate;
  /** Change of the trend from the date on. */
  readonly trendChange: TermEstimate;
  readonly vcov: string;
  readonly n: number;
}

const FEWEST = 3;

/**
 * Segmented regression of one series about a policy date (Wagner, Soumerai, Zhang and Ross-Degnan 2002): level and
 * trend before, jump and change of trend after, with Newey-West errors. There is no comparison group, so anything else
 * that happened at the date is in the estimate.
 */
export function interruptedSeries(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  { date, lag = null, level = 0.95 }: InterruptedOptions,
): InterruptedSeries {
  const time = Float64Array.from(times);
  const before = time.filter(at => at < date).length;
  if (before < FEWEST || time.length - before < FEWEST) {
    throw new UserError({
      code: "interrupted",
      message: `${before} times before ${date} and ${time.length - before} from it on`,
      expected: `at least ${FEWEST} on either side`,
    });
  }
  const frame = frameOf({
    y: Float64Array.from(values),
    time,
    distance: time.map(at => at - date),
    after: time.map(at => Number(at >= date)),
  });
  const formula = parseFormula("y ~ distance + after + after:distance");
  const design = buildDesign(formula, formula.outcomes[0]!, frame, { needed: ["time"] });
  const fit = fitOls(design);
  const vcov = vcovOf(fit, design, { spec: { kind: "dk", lag, time: "time" } });
  const distribution = { kind: "t", df: fit.n - fit.names.length } as const;
  const terms = inferTerms(fit.names, fit.coefficients, { matrix: vcov.matrix, distribution, level });
  const named = (name: string) => terms.find(({ term }) => term === name)!;
  return {
    assumption: "the earlier trend would have gone on, and nothing else changed at the date",
    before: { value: named("(Intercept)"), trend: named("distance") },
    jump: named("after"),
    trendChange: named("after:distance"),
    vcov: vcov.name.replace("Driscoll-Kraay", "Newey-West"),
    n: fit.n,
  };
}
