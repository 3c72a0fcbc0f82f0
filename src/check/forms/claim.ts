import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { parseDate, parsePeriod } from "../rule/period.ts";
import type { NumberClaim, RuleClaim, Span } from "../rule/types.ts";

interface Options {
  readonly measure: Measure;
  /** Whoever is credited, in the words that the evidence uses; empty where nobody is or nobody known. */
  readonly attribution: string;
  readonly published: string;
}

/** A number or series of a text as the rule takes it. Its scope has been compared already, so none is named. */
export function ruleClaim(claim: Claim, { measure, attribution, published }: Options): RuleClaim {
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
 * The measure a claim is to be held against: what is planned against plans, a year against years. Related measures say by their
 * period and by `-planned` or `-pledged` at the end of their id what they are.
 */
export function effectiveMeasure(claim: Claim, measures: ReadonlyMap<string, Measure>): Measure | null {
  const measure = measures.get(claim.measure);
  if (!measure) return null;
  const related = measure.related.flatMap(id => measures.get(id) ?? []);
  const plan = related.find(({ id }) => isPlanOf(id, measure.id));
  if (plan && (claim.status === "planned" || claim.status === "announced")) return plan;
  const other =
    claim.periodKind === "annual" ? "annual" : claim.periodKind === "cumulative" ? "cumulative" : "";
  if (other === "" || measure.period === other || measure.period === "point") return measure;
  return related.find(({ unit, period }) => unit === measure.unit && period === other) ?? measure;
}

export const isPlanOf = (id: string, measure: string): boolean =>
  id === `${measure}-planned` || id === `${measure}-pledged`;
