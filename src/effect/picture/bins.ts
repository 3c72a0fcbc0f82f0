import { normalQuantile, wilson } from "../../stats/index.ts";
import { type Column, columnNamed, type Frame, numbersOf } from "../data/frame.ts";
import { parseExpression } from "../formula/expression.ts";
import { evaluateNumbers } from "../model/evaluate.ts";

/** Rows between two quantiles of x. */
export interface Bin {
  readonly x: number;
  readonly y: number;
  /** 95 % interval of the mean of y, rows taken as independent; Wilson where y is 0 or 1. */
  readonly low: number;
  readonly high: number;
  readonly rows: number;
}

export interface BinOptions {
  readonly x: string;
  readonly y: string;
  readonly bins?: number;
  readonly subset?: string | undefined;
}

/**
 * Means of y in bins of x that hold as many rows each (Cattaneo, Crump, Farrell and Feng 2024, section 2, without covariates). Bins
 * are joined where x ties.
 */
export function binnedMeans(frame: Frame, { x, y, bins = 20, subset }: BinOptions): Bin[] {
  const xs = numbersOf(columnNamed(frame, x) as Column, x);
  const ys = numbersOf(columnNamed(frame, y) as Column, y);
  const scope = subset === undefined ? null : { frame, text: subset, panel: null };
  const kept = scope === null ? null : evaluateNumbers(parseExpression(subset!), scope);
  const rows = [...xs.keys()]
    .filter(
      row => Number.isFinite(xs[row]!) && Number.isFinite(ys[row]!) && (kept === null || kept[row] === 1),
    )
    .sort((a, b) => xs[a]! - xs[b]!);
  const cuts = Array.from({ length: bins + 1 }, (_, i) => Math.round((i * rows.length) / bins));
  const parts: number[][] = [];
  for (let i = 0; i < bins; i++) {
    const part = rows.slice(cuts[i], cuts[i + 1]);
    const last = parts.at(-1)?.at(-1);
    const ties = part.length > 0 && last !== undefined && xs[last] === xs[part[0]!];
    if (ties) parts.at(-1)!.push(...part);
    else if (part.length > 0) parts.push(part);
  }
  return parts.map(part => binOf(part, xs, ys));
}

function binOf(rows: readonly number[], xs: Float64Array, ys: Float64Array): Bin {
  const n = rows.length;
  const mean = (values: Float64Array) => rows.reduce((sum, row) => sum + values[row]!, 0) / n;
  const [x, y] = [mean(xs), mean(ys)];
  const variance = rows.reduce((sum, row) => sum + (ys[row]! - y) ** 2, 0) / Math.max(1, n - 1);
  // A share keeps to 0 and 1 (Wilson); the mean of a bin of equal values would have no width otherwise.
  if (rows.every(row => ys[row] === 0 || ys[row] === 1)) {
    const [low, high] = wilson(y, n);
    return { x, y, low, high, rows: n };
  }
  const half = normalQuantile(0.975) * Math.sqrt(variance / n);
  return { x, y, low: y - half, high: y + half, rows: n };
}
