import { type Profile, profileInterval } from "../loglinear/profile.ts";
import { bits, type CaptureTable } from "../table/table.ts";
import { type DenseFit, fitPoisson } from "./dense-poisson.ts";

/** How the chance of being reported differs between cases (Rivest and Baillargeon 2007, table 1); `none`: it does not. */
export type Heterogeneity = "none" | "chao" | "poisson2" | "darroch" | "gamma3.5";

export interface HeterogeneityFit {
  readonly value: number;
  readonly se: number;
  readonly deviance: number;
  readonly parameters: number;
  readonly converged: boolean;
  /** Coefficient of the heterogeneity column; null where there is none or several. Below 0 the model makes no sense. */
  readonly slope: number | null;
  /** Profile likelihood interval; null where the model cannot be fitted. */
  readonly profile: Profile | null;
}

export interface HeterogeneityOptions {
  /** Do lists differ in how much they report? Mth if so, Mh if not; with `none`: Mt and M0. */
  readonly lists: boolean;
  readonly heterogeneity: Heterogeneity;
  readonly level?: number;
  /** Without it no interval is made. */
  readonly interval?: boolean;
}

/** Column of a heterogeneity model for a case on k lists. */
const COLUMNS: Record<Exclude<Heterogeneity, "none" | "chao">, (k: number) => number> = {
  poisson2: k => 2 ** k - 1,
  darroch: k => (k * k) / 2,
  "gamma3.5": k => -Math.log(3.5 + k) + Math.log(3.5),
};

/**
 * Log-linear models in which cases differ in their chance of being reported and lists are independent given it. `chao` gives
 * a lower bound for all such models: its parameters cannot be negative, and those that are leave the model.
 */
export function heterogeneityModel(
  table: CaptureTable,
  { lists, heterogeneity, level = 0.95, interval = true }: HeterogeneityOptions,
): HeterogeneityFit {
  const t = table.lists.length;
  const base = (cell: number) => (lists ? table.lists.map((_, list) => (cell >> list) & 1) : [bits(cell)]);
  const columns = columnsOf(heterogeneity, t);
  const fixed = lists ? 1 + t : 2;
  const fitTo = (y: Float64Array, first: 0 | 1): DenseFit => {
    const design = (kept: typeof columns) =>
      Array.from({ length: y.length }, (_, at) => {
        const cell = at + first;
        return Float64Array.from([1, ...base(cell), ...kept.map(column => column(bits(cell)))]);
      });
    let kept = columns;
    for (;;) {
      const fit = fitPoisson(design(kept), y);
      if (heterogeneity !== "chao") return fit;
      const rest = kept.filter((_, at) => fit.beta[fixed + at]! >= 0);
      if (rest.length === kept.length) return fit;
      kept = rest;
    }
  };
  const fit = fitTo(table.counts.subarray(1), 1);
  const unseen = Math.exp(fit.beta[0]!);
  return {
    value: table.observed + unseen,
    se: Math.sqrt(unseen + unseen * unseen * fit.covariance[0]!),
    deviance: fit.deviance,
    parameters: fit.beta.length,
    converged: fit.converged,
    slope: columns.length === 1 && heterogeneity !== "chao" ? fit.beta[fixed]! : null,
    profile: interval && fit.converged ? profile(table, fitTo, { unseen, level }) : null,
  };
}

function columnsOf(heterogeneity: Heterogeneity, t: number): ((k: number) => number)[] {
  if (heterogeneity === "none") return [];
  if (heterogeneity === "chao")
    return Array.from({ length: Math.max(0, t - 2) }, (_, at) => k => Math.max(0, k - at - 2));
  return [COLUMNS[heterogeneity]];
}

function profile(
  table: CaptureTable,
  fitTo: (y: Float64Array, first: 0 | 1) => DenseFit,
  { unseen: around, level }: { unseen: number; level: number },
): Profile {
  const completed = (unseen: number) => {
    const y = table.counts.slice();
    y[0] = unseen;
    const { mu } = fitTo(y, 0);
    return y.reduce((sum, n, cell) => sum + (n > 0 ? n * Math.log(mu[cell]!) : 0), 0);
  };
  return profileInterval(table.observed, completed, { level, around });
}
