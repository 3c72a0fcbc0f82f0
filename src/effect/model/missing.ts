import type { Factor } from "../data/factor.ts";
import { factsOf } from "../data/facts.ts";
import { levelCounts } from "../data/level-counts.ts";
import { markCohorts } from "./cohorts.ts";
import type { Flags } from "./flags.ts";
import type { Presumed } from "./presumed.ts";
import type { PreparedTerm } from "./terms.ts";

/** Marks the rows in which a value of the term is missing or infinite; whether there are any. */
export function markMissing(prepared: PreparedTerm, missing: Flags, presumed: Presumed | null): boolean {
  let any = false;
  const seen = (marked: boolean) => {
    any ||= marked;
  };
  for (const factor of prepared.factors) {
    if (factor.kind === "numbers")
      for (const { values } of factor.columns) seen(markNumbers(values, missing, presumed));
    else if (factor.kind === "cohorts") seen(markCohorts(factor, missing.list));
    else {
      seen(markFactor(factor.factor, missing));
      if (factor.kind === "indicators" && factor.by !== null) {
        if (factor.by.values instanceof Float64Array) seen(markNumbers(factor.by.values, missing));
        else seen(markFactor(factor.by.values, missing));
      }
    }
  }
  return any;
}

export function markNumbers(values: Float64Array, missing: Flags, presumed: Presumed | null = null): boolean {
  if (presumed?.takes(values)) return false;
  if (factsOf(values)?.missing === 0) return false;
  let any = false;
  for (let row = 0; row < values.length; row++) {
    // The difference of a finite number and itself is 0, of any other NaN.
    if (values[row]! - values[row]! === 0) continue;
    missing.list[row] = 1;
    any = true;
  }
  return any;
}

export function markFactor(factor: Factor, missing: Flags): boolean {
  if (levelCounts(factor).missing === 0) return false;
  const { codes } = factor;
  const flags = missing.list;
  for (let row = 0; row < codes.length; row++) if (codes[row]! < 0) flags[row] = 1;
  return true;
}
