import type { Stratum } from "./strata.ts";

/** Pairs that a sheet to be judged holds, beside how many were asked for. */
export interface DrawnSheet {
  /** The sheet, as CSV. */
  readonly csv: string;
  readonly asked: number;
  readonly pairs: number;
  /** All pairs that could be drawn. */
  readonly possible: number;
  /** Why there are fewer than were asked for, null where there are not. */
  readonly fewer: string | null;
}

/** What is said of a sheet; `others` says of the pairs that are never drawn what they have in common. */
export function drawnSheet(
  csv: string,
  {
    asked,
    pairs,
    strata,
    others,
  }: { asked: number; pairs: number; strata: readonly Stratum[]; others: string },
): DrawnSheet {
  const count = (joined: boolean) =>
    strata.reduce((sum, stratum) => sum + (stratum.joined === joined ? stratum.a.length : 0), 0);
  const [together, apart] = [count(true), count(false)];
  const possible = together + apart;
  const fewer =
    pairs < asked
      ? `the sheet holds ${pairs} ${pairs === 1 ? "pair" : "pairs"}, not ${asked}: no more come into question (${together} joined, ${apart} near); ${others}`
      : null;
  return { csv, asked, pairs, possible, fewer };
}
