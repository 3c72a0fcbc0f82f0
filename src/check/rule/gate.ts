import { compareScopes, type ScopeRelation } from "./names.ts";
import { isOneYear, isWithinMonth, yearsIn } from "./period.ts";
import type { ClaimContext, NumberClaim, RuleEvidence } from "./types.ts";
import { familyOf, unitFactor } from "./units.ts";

/** Why a piece of evidence does or does not speak of the same thing. `same` passes the gate. */
export type GateResult =
  | { readonly pass: "same"; readonly factor: number }
  /** Same measure and unit, but of another denominator, a broader scope, another place or a plan: it may explain an error. */
  | { readonly pass: "near"; readonly factor: number; readonly flag: NearFlag }
  | { readonly pass: "none"; readonly why: "unit" | "currency" | "annual-cumulative" | "no-number" | Apart };

type Apart = "plan" | "subject" | "unsure";

export type NearFlag = "other-denominator" | "broader-scope" | "planned-not-realised";

/** Holds one piece of evidence against measure, unit, status, denominator, place and period kind of a claim. */
export function gate(evidence: RuleEvidence, number: NumberClaim | null, context: ClaimContext): GateResult {
  const factor = number
    ? unitFactor(evidence.unit, number.unit, { fx: evidence.fx, size: sizeOf(evidence) })
    : 1;
  if (number && evidence.value === null && evidence.low === null && evidence.high === null)
    return { pass: "none", why: "no-number" };
  if (factor === null) return { pass: "none", why: isMoneyPair(evidence, number) ? "currency" : "unit" };
  if (number && clash(evidence, number)) return { pass: "none", why: "annual-cumulative" };
  if (evidence.apart === "plan" || evidence.apart === "subject") return { pass: "none", why: evidence.apart };
  if (!isRealised(evidence.status, context.status))
    return { pass: "near", factor, flag: "planned-not-realised" };
  const scope = evidence.scopeRelation ?? scopeOf(evidence, context);
  if (scope === "broader") return { pass: "near", factor, flag: "broader-scope" };
  if (scope === "other") return { pass: "near", factor, flag: "other-denominator" };
  if (number?.period && evidence.span !== "point" && isWithinMonth(number.period) && isOfYears(evidence))
    return { pass: "none", why: "annual-cumulative" };
  return { pass: "same", factor };
}

const sizeOf = ({ value, low, high }: RuleEvidence): number =>
  Math.max(Math.abs(value ?? 0), Math.abs(low ?? 0), Math.abs(high ?? 0));

function scopeOf(evidence: RuleEvidence, context: ClaimContext): ScopeRelation {
  const scope = compareScopes(evidence.scope, context.scope);
  return scope === "same" && otherPlace(evidence.places, context.places) ? "other" : scope;
}

const isMoneyPair = (evidence: RuleEvidence, number: NumberClaim | null) =>
  number !== null && familyOf(evidence.unit, false) === "money" && familyOf(number.unit, false) === "money";

/** Annual against cumulative. What one side does not say is read off its years: a year, or many. Shares have no sum. */
function clash(evidence: RuleEvidence, number: NumberClaim): boolean {
  const [given, wanted] = [evidence.span, number.span];
  const known = (span: string) => span === "annual" || span === "cumulative";
  if (known(given) && known(wanted)) return given !== wanted;
  if (familyOf(number.unit, number.fraction) === "share" || given === "point" || wanted === "point")
    return false;
  const spanOf = (span: string, years: "annual" | "cumulative" | "") => (known(span) ? span : years);
  const first = spanOf(given, yearKind(evidence.period));
  const second = spanOf(wanted, yearKind(number.period));
  return first !== "" && second !== "" && first !== second;
}

/** What happened in days of one month is no sum over more years than these. */
const FEW_YEARS = 2;

/** A sum of years gone by; what is promised for years to come is promised on a day. */
const isOfYears = ({ period, asOf }: RuleEvidence): boolean =>
  period !== null && yearsIn(period) > FEW_YEARS && (asOf === "" || asOf >= period.end);

function yearKind(period: RuleEvidence["period"]): "annual" | "cumulative" | "" {
  if (!period || period.start === "") return "";
  if (isOneYear(period)) return "annual";
  return yearsIn(period) > 1 ? "cumulative" : "";
}

/** How far a thing has come. Unknown words have no rank and are not compared. */
const STATUS_RANK: Readonly<Record<string, number>> = {
  cancelled: 0,
  planned: 1,
  pledged: 1,
  proposed: 1,
  announced: 1,
  signed: 2,
  agreed: 2,
  delivered: 3,
  built: 3,
  sold: 3,
  operating: 4,
  operational: 4,
  done: 4,
};

/** It may have come about and ended since, or never have: the status does not tell. */
export const isEnded = (status: string): boolean => status.toLowerCase() === "cancelled";

/**
 * What was only planned does not show what exists; what was delivered is taken to be in use. A claim that names no status
 * speaks of what is at least agreed.
 */
export function isRealised(evidence: string, claim: string): boolean {
  const given = STATUS_RANK[evidence.toLowerCase()];
  if (given === undefined) return true;
  const wanted = STATUS_RANK[claim.toLowerCase()] ?? 2;
  return given >= Math.min(wanted, 3);
}

const otherPlace = (evidence: readonly string[], claim: readonly string[]): boolean =>
  evidence.length > 0 && claim.length > 0 && !evidence.some(place => claim.includes(place));
