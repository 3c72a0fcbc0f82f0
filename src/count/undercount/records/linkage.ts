import { UserError } from "../../../codebook/errors.ts";
import { normalQuantile } from "../../../stats/distributions.ts";
import { quantile } from "../../../stats/mcmc.ts";
import { type Random, random } from "../../../stats/random.ts";
import { type CaptureTable, captureTable } from "../table/table.ts";
import type { Estimate } from "../types.ts";
import { undercount } from "../undercount.ts";

/** Reports before they are joined: each is on one list; a link says how likely two of them are the same case. */
export interface Reports {
  readonly lists: readonly string[];
  /** Index of the list that each report is on. */
  readonly list: ArrayLike<number>;
  /** Pairs of reports, by index, with the probability that they describe the same case. */
  readonly links: readonly { readonly a: number; readonly b: number; readonly probability: number }[];
}

export interface LinkageOptions {
  /** How often the links are drawn, 100 by default. */
  readonly links?: number;
  /** Draws from the sampling distribution of each, 50 by default. */
  readonly samples?: number;
  /** Method of `undercount` that is repeated; one with closed limits. `loglinear-bic` by default, `chapman` for two lists. */
  readonly method?: string;
  readonly level?: number;
  readonly seed?: number;
}

/**
 * An estimate whose interval holds the uncertainty of the links too: links are drawn by their probabilities, reports that hang together
 * become cases, the table is estimated anew, and from each estimate draws are taken on the logarithm of the unseen number. The
 * interval is that of all draws; the value their median. `between` is the share of the spread that the links make.
 */
export function undercountOverLinks(reports: Reports, options: LinkageOptions = {}): Estimate {
  const { links = 100, samples = 50, level = 0.95, seed = 1 } = options;
  const method = options.method ?? (reports.lists.length === 2 ? "chapman" : "loglinear-bic");
  const stream = random(seed);
  const draws: number[] = [];
  const centres: number[] = [];
  let refused = 0;
  let observed = 0;
  // Few uncertain links give few different tables; each is estimated once.
  const known = new Map<string, Estimate | undefined>();
  const estimateOf = (table: CaptureTable): Estimate | undefined => {
    const key = table.counts.join();
    if (!known.has(key)) known.set(key, undercount(table, { methods: [method], level, seed }).estimates[0]);
    return known.get(key);
  };
  for (let draw = 0; draw < links; draw++) {
    const table = drawTable(reports, stream);
    observed += table.observed / links;
    const estimate = estimateOf(table);
    if (estimate === undefined || estimate.high === null) {
      refused++;
      continue;
    }
    const { centre, spread } = logUnseen(estimate, table.observed);
    centres.push(centre);
    for (let sample = 0; sample < samples; sample++)
      draws.push(table.observed + Math.exp(centre + spread * stream.normal()));
  }
  if (draws.length === 0)
    throw new UserError({
      code: "no-estimate",
      message: `${method} gives no estimate for any draw of the links`,
      hint: "choose another method, or join lists",
    });
  const all = Float64Array.from(draws);
  const tail = (1 - level) / 2;
  return {
    method: `${method}, links drawn`,
    value: quantile(all, 0.5),
    low: quantile(all, tail),
    high: quantile(all, 1 - tail),
    level,
    model: "",
    diagnostics: {
      interval: "quantiles over draws of the links and of the estimate",
      draws: links,
      refused,
      mean_observed: observed,
      between: shareBetween(centres, draws, observed),
      seed,
    },
  };
}

/** A table of cases from one draw of the links. */
function drawTable({ lists, list, links }: Reports, stream: Random): CaptureTable {
  const parent = Int32Array.from({ length: list.length }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top]!;
    parent[at] = top;
    return top;
  };
  for (const { a, b, probability } of links) if (stream.uniform() < probability) parent[root(a)] = root(b);
  const sets = new Int32Array(list.length);
  for (let at = 0; at < list.length; at++) sets[root(at)]! |= 1 << list[at]!;
  const counts = new Float64Array(1 << lists.length);
  for (const set of sets) if (set !== 0) counts[set]!++;
  return captureTable(lists, counts);
}

/** Centre and spread of the logarithm of the unseen number, read off an estimate and its interval. */
function logUnseen(
  { value, low, high, level }: Estimate,
  observed: number,
): { centre: number; spread: number } {
  const least = 1e-3;
  const z = normalQuantile(1 - (1 - level) / 2);
  const [below, above] = [Math.max(low - observed, least), Math.max(high! - observed, least)];
  return { centre: Math.log(Math.max(value - observed, least)), spread: Math.log(above / below) / (2 * z) };
}

function shareBetween(centres: readonly number[], draws: readonly number[], observed: number): number {
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  };
  const total = variance(draws.map(draw => Math.log(Math.max(draw - observed, 1e-3))));
  return total === 0 ? 0 : Math.min(1, variance(centres) / total);
}
