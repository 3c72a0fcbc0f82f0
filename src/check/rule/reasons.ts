import type { Candidate } from "./case.ts";
import { periodLabel } from "./period.ts";
import { timeOf } from "./timeline.ts";
import type { NumberClaim } from "./types.ts";

/** The facts of a piece of evidence that a sentence about it needs. Absent numbers are left out. */
export function evidenceValues(candidate: Candidate): Record<string, string | number> {
  const { evidence, comparison, origin } = candidate;
  const { value, low, high } = evidence;
  // Made for every piece of evidence of every claim, so without copies of parts.
  const values: Record<string, string | number> = {};
  if (value !== null) values["value"] = value;
  if (low !== null) values["low"] = low;
  if (high !== null) values["high"] = high;
  values["unit"] = evidence.unit;
  values["qualifier"] =
    evidence.bound === "lower" && evidence.qualifier === "exact" ? "at-least" : evidence.qualifier;
  values["counter"] = evidence.derivedFrom || evidence.source || (origin.startsWith("#") ? "" : origin);
  if (evidence.derivedFrom) values["teller"] = evidence.source;
  values["scope"] = evidence.scope;
  values["status"] = evidence.status;
  values["period"] = periodLabel(timeOf(candidate));
  if (evidence.fx !== null) values["fx"] = evidence.fx;
  if (comparison?.off !== null && comparison?.off !== undefined) values["off"] = comparison.off;
  if (evidence.direction) values["counted"] = evidence.direction === "up" ? "rose" : "fell";
  if (candidate.gate.pass === "none") values["why"] = candidate.gate.why;
  return values;
}

/** The facts of a claim that a sentence about it needs. */
export const claimValues = (number: NumberClaim): Record<string, string | number> => ({
  value: number.value,
  ...(number.high !== null ? { high: number.high } : {}),
  unit: number.unit,
  qualifier: number.qualifier,
  fraction: number.fraction ? 1 : 0,
  period: periodLabel(number.period),
});
