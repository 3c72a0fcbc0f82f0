import type { Claim, Document } from "../read/types.ts";

export type Verdict =
  | "supported"
  | "imprecise"
  | "disputed"
  | "contradicted"
  | "misattributed"
  | "outdated"
  | "unverifiable"
  | "promotional"
  | "not-checkable";

export interface Reason {
  /** Stable code, e.g. `rounds-up`, `no-evidence`, `vendor-claim-as-fact`. */
  readonly code: string;
  /** The code in plain words with the numbers in it. */
  readonly text: string;
}

/** One piece of evidence as it is shown: which record, what it says, who published it, whose count it is. */
export interface Evidence {
  readonly record: string;
  readonly kind: string;
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly qualifier: string;
  readonly period: string;
  /** Source id that states it (first), and all of them. */
  readonly source: string;
  readonly sources: readonly string[];
  /** Whose count it is: sources with the same origin are one voice. */
  readonly origin: string;
  readonly class: "independent" | "self-interested";
  /** Why it does or does not bear on the claim. */
  readonly note: string;
}

export interface IndicatorValue {
  readonly id: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Entry of the journal it was computed at: `seq:hash`. */
  readonly as_of: string;
  readonly query: string;
}

/** The outcome of checking one claim. A verdict never comes without its reasons and the evidence on each side. */
export interface Finding {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
  /** Found but not comparable, each with the reason in `note`. */
  readonly related: readonly Evidence[];
  /** Related evidence that is not listed, being further away. Default 0. */
  readonly left?: number;
  readonly indicator: IndicatorValue | null;
  /** The claimed set and the band used, for numbers. */
  readonly claimed: readonly [number | null, number | null] | null;
  readonly band: number | null;
  /** What would settle it. */
  readonly missing: string;
  /** The correction by a person that the finding follows. Absent where there is none. */
  readonly corrected?: CorrectedBy;
}

/** Who corrected a finding, why, and what the rule had found by itself. */
export interface CorrectedBy {
  /** Entry of the journal. */
  readonly entry: number;
  readonly by: string;
  readonly reason: string;
  /** Verdict of the rule without the correction. */
  readonly before: Verdict;
}

export interface CheckedClaim extends Claim {
  readonly finding: Finding;
}

export interface DocumentNote {
  readonly code:
    | "possible-mix-up"
    | "arithmetic"
    | "share-over-100"
    | "part-over-whole"
    | "period-reversed"
    | "self-source"
    | "sources-unchecked"
    | "table-unchecked";
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
}

export interface CheckedDocument {
  readonly document: Document;
  readonly claims: readonly CheckedClaim[];
  readonly notes: readonly DocumentNote[];
  readonly summary: { readonly claims: number; readonly by_verdict: Readonly<Record<string, number>> };
  /** Book and entry the check was made against. */
  readonly as_of: string;
  /** Language that reasons and notes are worded in. Default: English. */
  readonly language?: string;
}
