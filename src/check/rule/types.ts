import type { Qualifier } from "../../codebook/types.ts";
import type { Verdict } from "../types.ts";
import type { RuleConstants } from "./constants.ts";
import type { ScopeRelation } from "./names.ts";
import type { Period } from "./period.ts";

/** Annual figures are never held against cumulative ones. Empty: not stated. */
export type Span = "annual" | "cumulative" | "point" | "";

/** Which way a change went: its number has no sign. */
export type Direction = "up" | "down" | "";

/** A number as a text claims it. */
export interface NumberClaim {
  readonly value: number;
  /** Upper end of a written range, else null. */
  readonly high: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  /** Power of ten of the last written digit where the value cannot show it, else null. */
  readonly digits: number | null;
  readonly fraction: boolean;
  readonly period: Period | null;
  readonly span: Span;
  /** Default: none is told. */
  readonly direction?: Direction;
}

/** What holds of a whole claim, of one number, of a series, or of none. */
export interface ClaimContext {
  /** Whoever the text names as the counter; empty when it states the number as a fact. */
  readonly attribution: string;
  /** Last day of the date of publication, or empty. */
  readonly published: string;
  readonly scope: string;
  readonly places: readonly string[];
  readonly status: string;
  readonly negative: boolean;
  /** `opinion`, `promotion`, `relation`, ... */
  readonly kind: string;
}

export interface RuleClaim extends ClaimContext {
  /** One number, the ends of a series, or none. */
  readonly numbers: readonly NumberClaim[];
  /** Is it a series with a relation between its ends? */
  readonly series: boolean;
  readonly relation: "rose" | "fell" | "";
}

export interface RuleEvidence {
  /** Null where the evidence has no number ("X supplied Y"). */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly digits: number | null;
  readonly class: "independent" | "self-interested";
  readonly bound: "exact" | "lower" | "upper";
  /** Who says it; empty when unknown. */
  readonly source: string;
  /** Whose count it repeats; empty when its own. */
  readonly derivedFrom: string;
  readonly scope: string;
  readonly places: readonly string[];
  readonly period: Period | null;
  /** Last day of the date it was known, or empty. */
  readonly asOf: string;
  readonly status: string;
  readonly span: Span;
  /** How much of the claim's currency one unit of this currency buys, at the dated rate; null without one. */
  readonly fx: number | null;
  readonly negative: boolean;
  /** Default: it is of no change. */
  readonly direction?: Direction;
  /** Who else printed it: naming one of them as the counter is naming a reteller. */
  readonly printedBy: readonly string[];
  /** What whoever gathered it knows of its scope and place; null where they are compared by name. */
  readonly scopeRelation: ScopeRelation | null;
  /**
   * Why whoever gathered it holds it apart: `plan` (what was done, against what is planned, or the reverse), `subject` (somebody
   * or something else), `unsure` (the measure or the scope of the claim is not certain: it may bear the claim out by its very number
   * and never refutes it). Default: it is not.
   */
  readonly apart?: "plan" | "subject" | "unsure";
  /** It counts what happened in a time of its own, which no other time has by chance. */
  readonly happening?: boolean;
  /** The text names the town or the part that it counts. */
  readonly scopeTold?: boolean;
  /**
   * A party's own promise or budget, of a time that was still to come when it spoke: that it was given is shown by its own words, and by
   * nobody else's. Default: false.
   */
  readonly commitment?: boolean;
}

/** Source of a number that the book counts itself: nobody is credited wrongly for not naming it. */
export const OWN_COUNT = "this book";

/** A reason as data: worded by `explain/`. Numbers stand in `values`. */
export interface ReasonData {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** On which side of the claim one piece of evidence stands, and why. */
export interface Standing {
  readonly index: number;
  readonly side: "for" | "against" | "related";
  readonly note: ReasonData;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** The codes of VERDICTS.md that apply, e.g. `rounds-up`. */
  readonly flags: readonly string[];
  readonly reasons: readonly ReasonData[];
  /** The claimed set, in the claim's unit; null without a number. */
  readonly claimed: readonly [number | null, number | null] | null;
  readonly band: number | null;
  /** Verdict on the number itself where the verdict is about who counted it. */
  readonly valueVerdict: Verdict | null;
  readonly parts: readonly Judgement[];
  readonly standings: readonly Standing[];
}

export interface RuleOptions {
  readonly constants?: RuleConstants;
}
