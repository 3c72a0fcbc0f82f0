import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
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
  direction: claim.direction,
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
