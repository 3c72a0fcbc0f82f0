import type { Codebook, Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { isPlan, isPlanMeasure, isPlanOf } from "../match/plan.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { parseDate, parsePeriod } from "../rule/period.ts";
import type { NumberClaim, RuleClaim, Span } from "../rule/types.ts";

interface Options {
  readonly measure: Measure;
  /** Whoever is credited, in the words that the evidence uses; empty where nobody is or nobody known. */
  readonly attribution: string;
  readonly published: string;
  /** A noun as figures of the measure are compared by it. Default: as it is. */
  readonly unitOf?: (noun: string) => string;
}

/** A number or series of a text as the rule takes it. Its scope has been compared already, so none is named. */
export function ruleClaim(
  given: Claim,
  { measure, attribution, published, unitOf = noun => noun }: Options,
): RuleClaim {
  const claim = {
    ...given,
    unit: unitOf(given.unit),
    parts: given.parts.map(part => ({ ...part, unit: unitOf(part.unit || given.unit) })),
  };
  const series = claim.parts.length >= 2;
  return {
    numbers: series ? claim.parts.map(part => partOf(part, claim, measure)) : [numberOf(claim, measure)],
    series,
    relation: claim.direction === "up" ? "rose" : claim.direction === "down" ? "fell" : "",
    attribution,
    published: parseDate(published.slice(0, 10))?.end ?? "",
    scope: "",
    places: [],
    status: claim.status,
    negative: claim.polarity === "negative",
    kind: "",
  };
}

const spanOf = (claim: Claim, measure: Measure): Span => claim.periodKind || measure.period;

const numberOf = (claim: Claim, measure: Measure): NumberClaim => ({
  value: claim.value ?? 0,
  high: claim.high,
  unit: claim.unit,
  qualifier: claim.qualifier,
  digits: claim.digits ?? null,
  fraction: claim.fraction ?? false,
  period: claim.period[0] === null && claim.period[1] === null ? null : parsePeriod([...claim.period]),
  span: measure.period === "point" ? "point" : spanOf(claim, measure),
});

const partOf = (part: Claim["parts"][number], claim: Claim, measure: Measure): NumberClaim => ({
  value: part.value,
  high: null,
  unit: part.unit || claim.unit,
  qualifier: "exact",
  digits: null,
  fraction: false,
  period: parsePeriod(part.period),
  span: measure.period,
});

/**
 * The measure a claim is to be held against. Where its noun is a word for something else than its measure counts, the near measure
 * that counts such things is meant; what is planned is held against plans, and a year against years. Related measures say by
 * their period and by `-planned` or `-pledged` at the end of their id what they are.
 */
export function effectiveMeasure(claim: Claim, codebook: Codebook): Measure | null {
  const { measures } = codebook;
  const named = measures.get(claim.measure);
  if (!named) return null;
  const measure = ofItsNoun(claim, named, codebook);
  const related = measure.related.flatMap(id => measures.get(id) ?? []);
  const plan = related.find(({ id }) => isPlanOf(id, measure.id));
  if (plan && isPlan(claim)) return plan;
  const other =
    claim.periodKind === "annual" ? "annual" : claim.periodKind === "cumulative" ? "cumulative" : "";
  if (other === "" || measure.period === other || measure.period === "point" || isPlanMeasure(measure))
    return measure;
  return related.find(({ unit, period }) => unit === measure.unit && period === other) ?? measure;
}

/** "3,000 police" is no number of sessions, whatever the sentence around it speaks of. */
function ofItsNoun(claim: Claim, named: Measure, codebook: Codebook): Measure {
  const fits = (measure: Measure) => comparableUnit(claim.unit, measure, codebook).fit;
  if (fits(named) !== "other") return named;
  const near = named.related.flatMap(id => codebook.measures.get(id) ?? []);
  const fitting = near.filter(measure => fits(measure) === "same" && measure.period === named.period);
  return fitting.length === 1 ? fitting[0]! : named;
}
