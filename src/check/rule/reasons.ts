import type { Candidate } from "./case.ts";
import { periodLabel } from "./period.ts";
import { timeOf } from "./timeline.ts";
import type { NumberClaim } from "./types.ts";

/** The facts of a piece of evidence that a sentence about it needs. Absent numbers are left out. */
export function evidenceValues(candidate: Candidate): Record<string, string | number> {
  const { evidence, comparison, origin } = candidate;
  const { value, low, high } = evidence;
  return {
    ...(value !== null ? { value } : {}),
    ...(low !== null ? { low } : {}),
    ...(high !== null ? { high } : {}),
    unit: evidence.unit,
    qualifier: evidence.bound === "lower" && evidence.qualifier === "exact" ? "at-least" : evidence.qualifier,
    counter: evidence.derivedFrom || evidence.source || (origin.startsWith("#") ? "" : origin),
    ...(evidence.derivedFrom ? { teller: evidence.source } : {}),
    scope: evidence.scope,
    status: evidence.status,
    period: periodLabel(timeOf(candidate)),
    ...(evidence.fx !== null ? { fx: evidence.fx } : {}),
    ...(comparison?.off !== null && comparison?.off !== undefined ? { off: comparison.off } : {}),
    ...(candidate.gate.pass === "none" ? { why: candidate.gate.why } : {}),
  };
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
