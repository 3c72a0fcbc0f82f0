import { logGamma } from "../../../stats/gamma.ts";
import type { CaptureTable } from "../table/table.ts";
import { type DecomposableGraph, decomposableGraphs } from "./decomposable.ts";

export interface GraphAverageOptions {
  /** Prior count of each cell of the full table; the default is 2^(−lists), one case in all. */
  readonly delta?: number;
  /** Smallest and largest number of unseen cases considered. Default: from 0 to where the posterior has vanished. */
  readonly unseen?: readonly [number, number];
  /** Prior of the number N of all cases: `inverse` is 1/N, `flat` is constant. Default inverse. */
  readonly prior?: "inverse" | "flat";
  readonly graphs?: readonly DecomposableGraph[];
}

export interface GraphAverage {
  readonly graphs: readonly DecomposableGraph[];
  /** Posterior probabilities of the graphs. */
  readonly probabilities: Float64Array;
  /** Posterior mean of N under each graph. */
  readonly means: Float64Array;
  /** Posterior probability of each number of unseen cases, from `from` on. */
  readonly posterior: Float64Array;
  readonly from: number;
  readonly observed: number;
  readonly mean: number;
  readonly sd: number;
  readonly mode: number;
  /** Mass at the largest number considered: far from 0 means that the range is too short. */
  readonly edge: number;
}

/** Ranges of the unseen number as multiples of the observed, and least ranges: the second is taken where the first does not hold the posterior. */
const FIRST_RANGE = { multiple: 6, least: 2000 };
const LARGEST_RANGE = { multiple: 200, least: 30_000, most: 500_000 };
const EDGE = 1e-9;
/** Terms this far below the greatest, in logarithms, change no digit. */
const NEGLIGIBLE = -45;

/**
 * Bayesian average over decomposable graphical models (Madigan and York 1997): hyper-Dirichlet prior for the cells under each
 * graph, all graphs equally likely before, the prior of N as chosen. The marginal likelihood of a graph is the product over
 * its cliques over that of its separators, so that everything is a sum of one function for each set of lists.
 */
export function graphAverage(table: CaptureTable, options: GraphAverageOptions = {}): GraphAverage {
  if (options.unseen) return averageOver(table, options, options.unseen);
  const most = Math.min(
    LARGEST_RANGE.most,
    Math.max(LARGEST_RANGE.least, LARGEST_RANGE.multiple * table.observed),
  );
  let range = Math.min(most, Math.max(FIRST_RANGE.least, FIRST_RANGE.multiple * table.observed));
  for (;;) {
    const result = averageOver(table, options, [0, range]);
    if (result.edge < EDGE || range >= most) return result;
    range = Math.min(most, range * 4);
  }
}

function averageOver(
  table: CaptureTable,
  {
    delta = 2 ** -table.lists.length,
    prior = "inverse",
    graphs = decomposableGraphs(table.lists.length),
  }: GraphAverageOptions,
  [from, to]: readonly [number, number],
): GraphAverage {
  const size = to - from + 1;
  const sets = setLikelihoods(table, { delta, from, size });
  const empty = sets.get(0)!;
  const base = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const unseen = from + at;
    const all = table.observed + unseen;
    // Ways in which the unseen cases can stand among all: N!/f0!, the rest is constant.
    base[at] = logGamma(all + 1) - logGamma(unseen + 1) - (prior === "inverse" ? Math.log(all) : 0);
  }
  const weights = graphs.map(graph => graphWeights(graph, { sets, empty, base }));
  let top = Number.NEGATIVE_INFINITY;
  for (const weight of weights) for (let at = 0; at < size; at++) if (weight[at]! > top) top = weight[at]!;
  const posterior = new Float64Array(size);
  const probabilities = new Float64Array(graphs.length);
  const means = new Float64Array(graphs.length);
  for (const [index, weight] of weights.entries()) {
    for (let at = 0; at < size; at++) {
      if (weight[at]! - top < NEGLIGIBLE) continue;
      const w = Math.exp(weight[at]! - top);
      posterior[at]! += w;
      probabilities[index]! += w;
      means[index]! += w * at;
    }
    if (probabilities[index]! > 0) means[index]! /= probabilities[index]!;
    means[index]! += table.observed + from;
  }
  const total = posterior.reduce((sum, p) => sum + p, 0);
  for (let at = 0; at < size; at++) posterior[at]! /= total;
  for (let index = 0; index < graphs.length; index++) probabilities[index]! /= total;
  return {
    graphs,
    probabilities,
    means,
    posterior,
    from,
    observed: table.observed,
    ...moments(posterior, table.observed + from),
  };
}

/**
 * For every set C of lists, log ∏ Γ(α + n)/Γ(α) over the cells of the margin of C, as a function of the unseen number, which stands in
 * its cell "on none of them"; the empty set gives the total, which divides each clique.
 */
function setLikelihoods(
  table: CaptureTable,
  { delta, from, size }: { delta: number; from: number; size: number },
): Map<number, Float64Array> {
  const all = table.counts.length;
  const found = new Map<number, Float64Array>();
  for (let set = 0; set < all; set++) {
    const margin = new Map<number, number>();
    for (let cell = 1; cell < all; cell++)
      margin.set(cell & set, (margin.get(cell & set) ?? 0) + table.counts[cell]!);
    let members = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) members++;
    const alpha = (delta * all) / 2 ** members;
    let fixed = 0;
    for (const [cell, n] of margin) if (cell !== 0) fixed += logGamma(alpha + n) - logGamma(alpha);
    const open = margin.get(0) ?? 0;
    const base = fixed - logGamma(alpha);
    found.set(
      set,
      Float64Array.from({ length: size }, (_, at) => base + logGamma(alpha + open + from + at)),
    );
  }
  return found;
}

function graphWeights(
  { cliques, separators }: DecomposableGraph,
  { sets, empty, base }: { sets: ReadonlyMap<number, Float64Array>; empty: Float64Array; base: Float64Array },
): Float64Array {
  const weight = base.slice();
  const add = (values: Float64Array, factor: number) => {
    for (let at = 0; at < weight.length; at++) weight[at]! += factor * values[at]!;
  };
  for (const clique of cliques) add(sets.get(clique)!, 1);
  for (const separator of separators) add(sets.get(separator)!, -1);
  // The total divides each clique and multiplies each separator.
  add(empty, separators.length - cliques.length);
  return weight;
}

function moments(
  posterior: Float64Array,
  first: number,
): Pick<GraphAverage, "mean" | "sd" | "mode" | "edge"> {
  let mean = 0;
  let mode = 0;
  for (let at = 0; at < posterior.length; at++) {
    mean += posterior[at]! * at;
    if (posterior[at]! > posterior[mode]!) mode = at;
  }
  let variance = 0;
  for (let at = 0; at < posterior.length; at++) variance += posterior[at]! * (at - mean) ** 2;
  return { mean: first + mean, sd: Math.sqrt(variance), mode: first + mode, edge: posterior.at(-1)! };
}

/** Smallest N whose cumulated posterior probability reaches the level. */
export function graphQuantile({ posterior, observed, from }: GraphAverage, level: number): number {
  let sum = 0;
  for (let at = 0; at < posterior.length; at++) {
    sum += posterior[at]!;
    if (sum >= level) return observed + from + at;
  }
  return observed + from + posterior.length - 1;
}
