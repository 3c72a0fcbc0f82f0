import type { Row } from "../book/types.ts";
import type { IndicatorDeclaration } from "../codebook/types.ts";
import { normalQuantile, wilson } from "../stats/distributions.ts";
import type { IndicatorRow } from "./types.ts";

type Interval = Pick<IndicatorRow, "value" | "low" | "high" | "method" | "numerator" | "denominator">;

const Z95 = normalQuantile(0.975);

/** Value, interval and the words that say how it was made, of one row of the query. */
export function intervalOf(indicator: IndicatorDeclaration, row: Row): Interval {
  switch (indicator.statistic) {
    case "count":
      return simple(indicator, number(row["value"]));
    case "share":
    case "rate":
      return {
        ...simple(indicator, number(row["value"])),
        numerator: number(row["numerator"]),
        denominator: number(row["denominator"]),
      };
    case "concentration":
      return concentration(row);
    case "published":
      return published(indicator, row);
  }
}

function simple({ interval }: IndicatorDeclaration, value: number): Interval {
  return interval === "floor"
    ? { value, low: value, high: null, method: "documented, at least" }
    : { value, low: value, high: value, method: "exact" };
}

/**
 * Herfindahl-Hirschman index Σ p² of the shares p, with the delta-method interval of a multinomial draw: variance
 * 4 (Σ p³ − (Σ p²)²)/n. What is documented is no random draw, and the words say so.
 */
function concentration(row: Row): Interval {
  const value = number(row["value"]);
  const n = number(row["numerator"]);
  const all = number(row["denominator"]);
  const spread = Z95 * Math.sqrt(Math.max(0, (4 * (number(row["cubes"]) - value * value)) / n));
  const unnamed = all > n ? `, ${all - n} of ${all} without a named part left out` : "";
  const method = `index of what is documented; delta method 95 % as if that were a random draw${unnamed}`;
  // One part alone, or all parts alike: the delta method sees no spread, which says nothing about what was not seen.
  if (spread === 0)
    return {
      value,
      low: null,
      high: null,
      method: `index of what is documented; too few for an interval${unnamed}`,
      numerator: n,
      denominator: all,
    };
  return {
    value,
    low: Math.max(1 / n, value - spread),
    high: Math.min(1, value + spread),
    method,
    numerator: n,
    denominator: all,
  };
}

const ONE_SIDED: Readonly<Record<string, string>> = {
  "at-least": "at least",
  over: "more than",
  "up-to": "at most",
  under: "less than",
};

function published({ interval }: IndicatorDeclaration, row: Row): Interval {
  const value = number(row["value"]);
  const size = row["size"] === null ? null : number(row["size"]);
  const records = Array.isArray(row["records"]) ? row["records"].length : 1;
  if (interval === "wilson") {
    // A cut without the question puts answers to several into one cell.
    const one = records > 1 ? `; the latest of ${records} figures, perhaps of other questions` : "";
    if (size === null)
      return {
        value,
        low: null,
        high: null,
        method: `as published; the sample's size is not stated, so no sampling interval${one}`,
      };
    const [low, high] = wilson(value / 100, size);
    return {
      value,
      low: 100 * low,
      high: 100 * high,
      method: `Wilson 95 % of ${size} respondents, as if drawn at random${one}`,
    };
  }
  const hedge = ONE_SIDED[String(row["qualifier"] ?? "")];
  const low = number(row["low"]);
  const high = number(row["high"]);
  const several = records > 1 ? `, the latest of ${records} figures, with their range` : "";
  if (hedge === undefined) return { value, low, high, method: `as published${several}` };
  const above = hedge === "at least" || hedge === "more than";
  return {
    value,
    low: above ? low : null,
    high: above ? null : high,
    method: `as published: ${hedge}${several}`,
  };
}

function number(value: unknown): number {
  return Number(value);
}
