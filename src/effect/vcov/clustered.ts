import { UserError } from "../../codebook/errors.ts";
import { multiply, sandwich } from "../../stats/linalg.ts";
import { combineFactors, type Factor } from "../data/factor.ts";
import type { Fit } from "../fit/fit.ts";
import { factorOn } from "../model/design.ts";
import { type Correction, DEFAULT_CORRECTION } from "./correction.ts";
import { smallSampleVariance } from "./few-clusters.ts";
import { outerSum, scoreSums } from "./meat.ts";
import { type VcovSpec, vcovName } from "./spec.ts";
import { finish, madePositive, parametersOf, type Sampled, scaled, type Vcov, wordsOf } from "./variance.ts";

/** Fewer clusters than this are pointed out, with the wild bootstrap as the alternative. */
export const FEW_CLUSTERS = 30;

/** CR2 and the like. */
export function smallSample(fit: Fit, design: Sampled, spec: VcovSpec & { kind: "few" }): Vcov {
  const clusters = clustersOf(design, spec.by);
  if (clusters.size < 2) throw oneCluster(spec.by);
  const { matrix, df } = smallSampleVariance(fit, clusters.codes, spec.variant);
  return {
    matrix,
    name: vcovName(spec),
    clusters: { [spec.by]: clusters.size },
    df: Math.min(...df),
    dfs: df,
    parameters: parametersOf(fit, DEFAULT_CORRECTION),
    correction: `${spec.variant}, Satterthwaite degrees of freedom`,
    varianceBeforeFix: null,
    notes: [],
  };
}

/** The clusters that a name such as `country` or `country^year` stands for. */
export function clustersOf(design: Sampled, name: string): Factor {
  const parts = name.split("^").map(part => factorOn(design, part.trim()));
  return parts.length === 1 ? parts[0]! : combineFactors(parts);
}

/**
 * Cluster-robust variance in one or more ways (Cameron, Gelbach and Miller 2011): the sum over all non-empty sets of
 * ways, with alternating signs, of the variance clustered by their combinations.
 */
export function clustered(
  fit: Fit,
  design: Sampled,
  {
    by,
    correction,
    bootstrap,
  }: { by: readonly string[]; correction: Correction; bootstrap?: string | undefined },
): Vcov {
  const ways = by.map(name => clustersOf(design, name));
  const counts = Object.fromEntries(by.map((name, way) => [name, ways[way]!.size]));
  const smallest = Math.min(...ways.map(way => way.size));
  if (smallest < 2) throw oneCluster(by.find(name => counts[name]! < 2)!);
  const K = parametersOf(fit, correction, ways);
  const variance = new Float64Array(fit.names.length ** 2);
  for (let set = 1; set < 1 << ways.length; set++) {
    const members = ways.filter((_, way) => (set >> way) & 1);
    const groups = members.length === 1 ? members[0]! : combineFactors(members);
    const part = clusterVariance(fit, groups);
    const G = correction.clusterDf === "min" ? smallest : groups.size;
    const factor = (members.length % 2 === 1 ? 1 : -1) * (correction.adjustG ? G / (G - 1) : 1);
    for (let i = 0; i < variance.length; i++) variance[i]! += factor * part[i]!;
  }
  const factor = correction.adjustK ? (fit.n - 1) / (fit.n - K) : 1;
  const result = finish(fit, scaled(variance, factor), {
    name: vcovName({ kind: "cluster", by }),
    clusters: counts,
    df: correction.tDf === "min" ? smallest - 1 : fit.n - K,
    parameters: K,
    correction: wordsOf(correction, K, smallest),
    notes: fewClusters(fit, counts, bootstrap),
  });
  return ways.length > 1 ? madePositive(result) : result;
}

/** `B S S' B` for the scores S summed by cluster; with fewer clusters than coefficients `B S` is the smaller matrix. */
function clusterVariance(fit: Fit, groups: Factor): Float64Array {
  const k = fit.names.length;
  const products = groups.size >= k ? fit.scoreProducts?.(groups) : null;
  if (products != null) return sandwich(fit.bread, products);
  const sums = fit.scoreSums?.(groups) ?? scoreSums(fit.basis, fit.scoreResidual, groups);
  if (groups.size >= k) return sandwich(fit.bread, outerSum(sums));
  const stacked = new Float64Array(k * groups.size);
  for (let j = 0; j < k; j++) stacked.set(sums[j]!, j * groups.size);
  const influence = multiply(fit.bread, stacked, k);
  const rows = Array.from({ length: k }, (_, j) =>
    influence.subarray(j * groups.size, (j + 1) * groups.size),
  );
  return outerSum(rows);
}

function fewClusters(fit: Fit, counts: Readonly<Record<string, number>>, bootstrap?: string): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count < FEW_CLUSTERS)
    .map(
      ([name, count]) =>
        `only ${count} clusters of ${name}: t statistics reject too often; ${bootstrap === name ? BOOTSTRAPPED : wayOut(fit, name)}`,
    );
}

const BOOTSTRAPPED = "go by the p values and intervals of the wild cluster bootstrap";

/** What there is for few clusters with this model. */
function wayOut({ dispersion, instrumented }: Fit, name: string): string {
  if (dispersion === "one")
    return "this model has no adjustment for that here, so read its intervals with care";
  if (instrumented) return `ask for --vcov cr2:${name}`;
  return `ask for the wild cluster bootstrap (--bootstrap ${name}) or --vcov cr2:${name}`;
}

export function oneCluster(name: string): UserError {
  return new UserError({
    code: "one-cluster",
    column: name,
    message: "all rows belong to one cluster, so there is nothing to compare",
    expected: "at least 2 clusters",
  });
}
