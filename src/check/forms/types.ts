import type { Book } from "../../book/types.ts";
import type { Claim, Document } from "../../read/types.ts";
import type { IndicatorSource } from "../gather/indicator.ts";
import type { Shelf } from "../gather/types.ts";
import type { ReasonData } from "../rule/types.ts";
import type { Evidence, IndicatorValue, Verdict } from "../types.ts";

/** What a checker of one form of claim may look at. */
export interface CheckContext {
  readonly book: Book;
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly shelf: Shelf;
  readonly indicators: IndicatorSource;
  /** Language of the explanations. */
  readonly language: string;
}

/** A finding before its reasons are worded. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly reasons: readonly ReasonData[];
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
  readonly related: readonly Evidence[];
  readonly left: number;
  readonly indicator: IndicatorValue | null;
  readonly claimed: readonly [number | null, number | null] | null;
  readonly band: number | null;
  readonly missing: ReasonData | null;
}

export const reason = (code: string, values: ReasonData["values"] = {}): ReasonData => ({ code, values });

/** An outcome with nothing but a verdict and why. */
export const outcome = (verdict: Verdict, own: Partial<Outcome>): Outcome => ({
  reasons: [],
  for: [],
  against: [],
  related: [],
  left: 0,
  indicator: null,
  claimed: null,
  band: null,
  missing: null,
  ...own,
  verdict,
});
