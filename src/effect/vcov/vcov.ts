import { UserError } from "../../codebook/errors.ts";
import { fromEigen, multiply, sandwich, symmetricEigen } from "../../stats/linalg.ts";
import { combineFactors, type Factor, factorOf } from "../data/factor.ts";
import { numbersOf } from "../data/frame.ts";
import type { Effect } from "../fit/absorb.ts";
import { transformed } from "../fit/constant.ts";
import { degreesUsed, isNested } from "../fit/degrees.ts";
import type { Fit } from "../fit/fit.ts";
import { product } from "../fit/least-squares.ts";
import { columnOn, type Design, factorOn } from "../model/design.ts";
import { type Correction, DEFAULT_CORRECTION } from "./correction.ts";
import { smallSampleVariance } from "./few-clusters.ts";
import { leverages } from "./leverage.ts";
import { conleyMeat, driscollKraayMeat, neweyWestMeat, outerSum, type Scores, scoreSums } from "./meat.ts";
import { exactRank } from "./rank.ts";
import { type VcovSpec, vcovName } from "./spec.ts";

/** Fewer clusters than this are pointed out, with the wild bootstrap as the alternative. */
export const FEW_CLUSTERS = 30;

/** The variance of the coefficients of a fit, with what it rests on. */
export interface Vcov {
  /** By rows, in the order of the fit's names. */
  readonly matrix: Float64Array;
  readonly name: string;
  /** Number of clusters (periods for Newey-West and Driscoll-Kraay) by name; empty for iid and HC. */
  readonly clusters: Readonly<Record<string, number>>;
  /** Degrees of freedom of the t distribution. */
  readonly df: number;
  /** Where each coefficient has its own. */
  readonly dfs?: Float64Array;
  /** K of the small-sample factor. */
  readonly parameters: number;
  /** The factor applied, in words. */
  readonly correction: string;
  /** Diagonal before eigenvalues below zero were raised; null if the matrix was positive definite. */
  readonly varianceBeforeFix: Float64Array | null;
  readonly notes: readonly string[];
}

type Sampled = Pick<Design, "frame" | "rows" | "panel">;

/** Computes the variance that the specification asks for. */
export function vcovOf(
  fit: Fit,
  design: Sampled,
  { spec, correction = DEFAULT_CORRECTION }: { spec: VcovSpec; correction?: Correction },
): Vcov {
  switch (spec.kind) {
    case "iid":
      return iid(fit, correction);
    case "hc":
      return heteroskedastic(fit, spec.variant, correction);
    case "cluster":
      return clustered(fit, design, { by: spec.by, correction });
    case "few":
      return smallSample(fit, design, spec);
    case "conley":
      return conley(fit, design, { spec, correction });
    default:
      return serial(fit, design, { spec, correction });
  }
}

function smallSample(fit: Fit, design: Sampled, spec: VcovSpec & { kind: "few" }): Vcov {
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

/** `basis * scoreResidual`, one array a coefficient. */
export function scoresOf(fit: Fit): Float64Array[] {
  return fit.basis.map(column => product(column, fit.scoreResidual));
}

/** K under the rule of the correction; effects nested in a cluster count as one level unless all are counted. */
export function parametersOf(fit: Fit, correction: Correction, clusters: readonly Int32Array[] = []): number {
  const k = fit.names.length;
  if (correction.countEffects === "none") return k;
  const nested = new Set<Effect>();
  if (correction.countEffects === "nonnested") {
    for (const effect of fit.effects) if (clusters.some(codes => isNested(effect, codes))) nested.add(effect);
  }
  const used = degreesUsed(fit.effects, k, nested);
  if (!correction.exactK || nested.size > 0) return used;
  return k + exactRank(fit.effects);
}

interface Parts {
  readonly name: string;
  readonly clusters?: Readonly<Record<string, number>>;
  readonly df: number;
  readonly dfs?: Float64Array;
  readonly parameters: number;
  readonly correction: string;
  readonly notes?: readonly string[];
}

/** Takes a variance of the basis to the coefficients named. */
function finish(fit: Fit, variance: Float64Array, parts: Parts): Vcov {
  const matrix = transformed(variance, fit.transform);
  return { clusters: {}, notes: [], varianceBeforeFix: null, ...parts, matrix };
}

const scaled = (matrix: Float64Array, factor: number): Float64Array => matrix.map(value => value * factor);

function iid(fit: Fit, correction: Correction): Vcov {
  const K = parametersOf(fit, correction);
  const residual = fit.dispersion === "residual";
  const denominator = correction.adjustK ? fit.n - K : fit.n;
  const factor = residual ? fit.ssr / denominator : correction.adjustK ? (fit.n - 1) / (fit.n - K) : 1;
  const words = residual ? "residual variance over" : "(n - 1) over";
  return finish(fit, scaled(fit.bread, factor), {
    name: "iid",
    df: fit.n - K,
    parameters: K,
    correction: correction.adjustK
      ? `${words} n - K = ${fit.n - K}`
      : residual
        ? "residual variance over n"
        : "none",
  });
}

function heteroskedastic(fit: Fit, variant: 0 | 1 | 2 | 3 | 4 | 5, correction: Correction): Vcov {
  const K = parametersOf(fit, correction);
  const scores = variant < 2 ? scoresOf(fit) : inflatedScores(fit, variant as 2 | 3 | 4 | 5, K);
  const factor = variant === 1 && correction.adjustK ? fit.n / (fit.n - K) : 1;
  return finish(fit, scaled(sandwich(fit.bread, outerSum(scores)), factor), {
    name: `HC${variant}`,
    df: fit.n - K,
    parameters: K,
    correction: factor === 1 ? (variant < 2 ? "none" : "leverage") : `n/(n - K) with K = ${K}`,
  });
}

/**
 * Scores divided by a power of 1 - leverage: HC2, HC3 (MacKinnon and White 1985), HC4 (Cribari-Neto 2004), HC5
 * (Cribari-Neto, Souza and Vasconcellos 2007).
 */
function inflatedScores(fit: Fit, variant: 2 | 3 | 4 | 5, K: number): Float64Array[] {
  const h = leverages(fit);
  const n = fit.n;
  const highest = h.reduce((a, b) => Math.max(a, b), 0);
  if (highest > 1 - 1e-10) {
    throw new UserError({
      code: "leverage",
      message: `HC${variant} divides by zero: some row is fitted exactly (leverage 1)`,
      hint: "use hc1, or leave singletons out",
    });
  }
  // Exponent of (1 - h) under the squared residual.
  const exponent = (row: number): number => {
    const ratio = (n * h[row]!) / K;
    if (variant === 2) return 1;
    if (variant === 3) return 2;
    if (variant === 4) return Math.min(4, ratio);
    return Math.min(ratio, Math.max(4, (n * 0.7 * highest) / K)) / 2;
  };
  const inflate = h.map((value, row) => (1 - value) ** (-exponent(row) / 2));
  return scoresOf(fit).map(score => score.map((value, row) => value * inflate[row]!));
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
function clustered(
  fit: Fit,
  design: Sampled,
  { by, correction }: { by: readonly string[]; correction: Correction },
): Vcov {
  const ways = by.map(name => clustersOf(design, name));
  const counts = Object.fromEntries(by.map((name, way) => [name, ways[way]!.size]));
  const smallest = Math.min(...ways.map(way => way.size));
  if (smallest < 2) throw oneCluster(by.find(name => counts[name]! < 2)!);
  const K = parametersOf(
    fit,
    correction,
    ways.map(way => way.codes),
  );
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
    notes: fewClusters(fit, counts),
  });
  return ways.length > 1 ? madePositive(result) : result;
}

/** `B S S' B` for the scores S summed by cluster; with fewer clusters than coefficients `B S` is the smaller matrix. */
function clusterVariance(fit: Fit, groups: Factor): Float64Array {
  const k = fit.names.length;
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

function wordsOf(correction: Correction, K: number, G: number): string {
  const parts = [
    ...(correction.adjustK ? [`(n - 1)/(n - K) with K = ${K}`] : []),
    ...(correction.adjustG
      ? [`G/(G - 1) with G = ${correction.clusterDf === "min" ? G : "that of each part"}`]
      : []),
  ];
  return parts.length === 0 ? "none" : parts.join(", ");
}

function fewClusters(fit: Fit, counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count < FEW_CLUSTERS)
    .map(
      ([name, count]) =>
        `only ${count} clusters of ${name}: t statistics reject too often; ${wayOut(fit, name)}`,
    );
}

/** What there is for few clusters with this model. */
function wayOut({ dispersion, instrumented }: Fit, name: string): string {
  if (dispersion === "one")
    return "this model has no adjustment for that here, so read its intervals with care";
  if (instrumented) return `ask for --vcov cr2:${name}`;
  return `ask for the wild cluster bootstrap (--bootstrap ${name}) or --vcov cr2:${name}`;
}

function oneCluster(name: string): UserError {
  return new UserError({
    code: "one-cluster",
    column: name,
    message: "all rows belong to one cluster, so there is nothing to compare",
    expected: "at least 2 clusters",
  });
}

function conley(
  fit: Fit,
  design: Sampled,
  { spec, correction }: { spec: VcovSpec & { kind: "conley" }; correction: Correction },
): Vcov {
  const latitude = numbersOf(columnOn(design, spec.latitude), spec.latitude);
  const longitude = numbersOf(columnOn(design, spec.longitude), spec.longitude);
  const K = parametersOf(fit, correction);
  const meat = conleyMeat(scoresOf(fit), { latitude, longitude, cutoff: spec.cutoff });
  const factor = correction.adjustK ? fit.n / (fit.n - K) : 1;
  return madePositive(
    finish(fit, scaled(sandwich(fit.bread, meat), factor), {
      name: vcovName(spec),
      df: fit.n - K,
      parameters: K,
      correction: correction.adjustK ? `n/(n - K) with K = ${K}` : "none",
    }),
  );
}

/** Newey-West or Driscoll-Kraay. */
function serial(
  fit: Fit,
  design: Sampled,
  { spec, correction }: { spec: VcovSpec & { kind: "nw" | "dk" }; correction: Correction },
): Vcov {
  const timeName = spec.time ?? design.panel?.time;
  const unitName = spec.kind === "nw" ? (spec.unit ?? design.panel?.unit) : undefined;
  if (timeName === undefined || (spec.kind === "nw" && unitName === undefined)) throw panelNeeded(spec.kind);
  const times = factorOf(columnOn(design, timeName));
  if (times.size < 2) throw oneCluster(timeName);
  const lag = spec.lag ?? Math.floor(times.size ** 0.25);
  const scores: Scores = scoresOf(fit);
  const periods = times.size;
  const steps = spec.calendar ? calendarSteps(times, timeName) : { codes: times.codes, count: periods };
  const meat =
    spec.kind === "dk"
      ? driscollKraayMeat(scores, { times: steps.codes, periods: steps.count, lag })
      : neweyWestMeat(scores, {
          units: factorOn(design, unitName!).codes,
          times: steps.codes,
          periods: steps.count,
          lag,
        });
  const K = parametersOf(fit, correction);
  const factor =
    (correction.adjustK ? (fit.n - 1) / (fit.n - K) : 1) * (correction.adjustG ? periods / (periods - 1) : 1);
  return madePositive(
    finish(fit, scaled(sandwich(fit.bread, meat), factor), {
      name: vcovName({ ...spec, lag }),
      clusters: { [timeName]: periods },
      df: correction.tDf === "min" ? periods - 1 : fit.n - K,
      parameters: K,
      correction: wordsOf(correction, K, periods).replaceAll("G", "T"),
      notes: [],
    }),
  );
}

/** Times as distances from the first one, so that a time missing from all rows is a gap. */
function calendarSteps(times: Factor, name: string): { codes: Int32Array; count: number } {
  const first = times.value(0);
  const values = Array.from({ length: times.size }, (_, level) => times.value(level) - first);
  if (!values.every(Number.isInteger) || values.at(-1)! > 1e6) {
    throw new UserError({
      code: "calendar",
      column: name,
      message: "calendar distances need whole numbers as times",
    });
  }
  return { codes: times.codes.map(code => values[code]!), count: values.at(-1)! + 1 };
}

function panelNeeded(kind: "nw" | "dk"): UserError {
  const example = kind === "nw" ? "nw:2:country+year" : "dk:2:year";
  return new UserError({
    code: "panel-undeclared",
    column: "vcov",
    message: "these standard errors need to know the panel's units and times",
    hint: `declare them (--panel country,year) or name them: ${example}`,
  });
}

/** Eigenvalues below this are raised to it, as fixest does; less where the matrix itself is that small. */
const LOWEST_EIGENVALUE = 1e-16;

/** Sums of one-way matrices can have negative eigenvalues; they are raised, and it is said. */
function madePositive(vcov: Vcov): Vcov {
  const eigen = symmetricEigen(vcov.matrix);
  const largest = eigen.values.reduce((a, b) => Math.max(a, b), 0);
  const lowest = Math.min(LOWEST_EIGENVALUE, 1e-12 * largest);
  if (eigen.values.every(value => value >= lowest)) return vcov;
  const k = eigen.values.length;
  return {
    ...vcov,
    matrix: fromEigen(eigen, value => Math.max(value, lowest)),
    varianceBeforeFix: Float64Array.from({ length: k }, (_, i) => vcov.matrix[i * k + i]!),
    notes: [
      ...vcov.notes,
      "the variance matrix was not positive definite; its negative eigenvalues were set to 0",
    ],
  };
}
