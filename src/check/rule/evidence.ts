import { claimedSet } from "./claimed.ts";
import type { RuleConstants } from "./constants.ts";
import { above, below, closed, type Interval, point } from "./interval.ts";
import type { RuleEvidence } from "./types.ts";

/** What a piece of evidence says the number is, in its own unit; null where it has no number. Hedges are read by the same table as claims. */
export function evidenceSet(evidence: RuleEvidence, constants: RuleConstants): Interval | null {
  const said = saidSet(evidence, constants);
  if (!said) return null;
  if (evidence.bound === "lower") return { ...said, high: Number.POSITIVE_INFINITY, highOpen: false };
  if (evidence.bound === "upper") return { ...said, low: Number.NEGATIVE_INFINITY, lowOpen: false };
  return said;
}

function saidSet(evidence: RuleEvidence, constants: RuleConstants): Interval | null {
  const { value, low, high, qualifier, unit, digits } = evidence;
  if (low !== null && high !== null) return closed(low, high);
  if (low !== null) return above(low);
  if (high !== null) return below(high);
  if (value === null) return null;
  // A bare number of a counter is what was counted; only a writer rounds.
  if (qualifier === "exact") return point(value);
  return claimedSet({ value, high: null, unit, qualifier, digits, fraction: false }, constants).set;
}

/** The number that stands in the evidence, for "the same number": its value, or the middle of its interval. */
export function statedNumber({ value, low, high }: RuleEvidence): number | null {
  if (value !== null) return value;
  if (low !== null && high !== null) return (low + high) / 2;
  return low ?? high;
}
