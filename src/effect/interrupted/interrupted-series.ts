import { frameOf } from "../data/frame.ts";
import type { TermEstimate } from "../vcov/inference.ts";
import { estimateInterrupted, SEGMENTS } from "./estimate.ts";

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

/** `estimateInterrupted` for times and values in memory, with Newey-West errors. */
export function interruptedSeries(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  { date, lag = null, level = 0.95 }: InterruptedOptions,
): InterruptedSeries {
  const frame = frameOf({ y: Float64Array.from(values), time: Float64Array.from(times) });
  const vcov = { kind: "nw", lag } as const;
  const run = estimateInterrupted(frame, "y ~ time", { date, vcov, level });
  const named = (name: string) => run.terms.find(({ term }) => term === name)!;
  return {
    assumption: run.assumption,
    before: { value: named("(Intercept)"), trend: named(SEGMENTS.trend) },
    jump: named(SEGMENTS.jump),
    trendChange: named(SEGMENTS.change),
    vcov: run.vcov,
    n: run.n,
  };
}
