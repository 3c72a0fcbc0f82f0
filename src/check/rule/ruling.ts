import type { Verdict } from "../types.ts";
import type { Candidate, Case } from "./case.ts";
import { isSameName } from "./names.ts";
import { evidenceValues } from "./reasons.ts";
import type { ReasonData } from "./types.ts";

export interface Ruling {
  readonly verdict: Verdict;
  readonly flags: readonly string[];
  readonly reasons: readonly ReasonData[];
  readonly valueVerdict?: Verdict;
}

/** A rule looks at a case and rules, or leaves it to the next. */
export type Rule = (given: Case) => Ruling | null;

export const fits = (candidate: Candidate, ...wanted: string[]) =>
  candidate.comparison !== null && wanted.includes(candidate.comparison.fit);
export const isMatch = (candidate: Candidate) => fits(candidate, "supported");
export const unique = (codes: readonly string[]) => [...new Set(codes)];
export const because = (code: string, candidate: Candidate): ReasonData => ({
  code,
  values: evidenceValues(candidate),
});

/** What the current independent counts say together, by section 2. Null when there are none. */
export function combinedFit(candidates: readonly Candidate[]): Candidate | null {
  const first = (fit: string) => candidates.find(candidate => fits(candidate, fit));
  return first("supported") ?? first("contradicted") ?? first("imprecise") ?? candidates[0] ?? null;
}

export const plain = (code: string): ReasonData => ({ code, values: {} });

export const isSpeaker = (name: string, { attribution }: Case["context"]): boolean =>
  name !== "" && isSameName(name, attribution);

export const says = (candidate: Candidate) => isMatch(candidate) || candidate.sameNumber;

/** What the evidence bounds or hedges, of which a text that repeats its bare number says nothing. */
export function hedgeOf({
  evidence: { qualifier, bound, value },
}: Candidate): "bound-dropped" | "hedge-dropped" | null {
  if (value === null) return null;
  if (bound !== "exact" || ["at-least", "over", "under", "up-to"].includes(qualifier)) return "bound-dropped";
  return ["about", "nearly", "just-over"].includes(qualifier) ? "hedge-dropped" : null;
}
