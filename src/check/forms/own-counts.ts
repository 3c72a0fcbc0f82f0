import type { Codebook, Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { IndicatorSource, OwnCount } from "../gather/indicator.ts";
import type { Shelf } from "../gather/types.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { isNarrowed, type Narrowing } from "../match/narrowing.ts";
import { isPlan, isPlanMeasure } from "../match/plan.ts";
import { withOwners } from "../match/subject.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { isSameName } from "../rule/names.ts";
import { OWN_COUNT, type RuleEvidence } from "../rule/types.ts";
import type { IndicatorValue } from "../types.ts";
import { measuredAs, speakingOf } from "./speaking.ts";

/** Asks for everything that the book will have to count for these claims, side by side. */
export async function prefetchCounts(
  claims: readonly Claim[],
  { codebook, indicators, text }: { codebook: Codebook; indicators: IndicatorSource; text: string },
): Promise<void> {
  await Promise.all(
    claims.map(given => {
      const claim = measuredAs(given, { claims, text, codebook });
      const measure = effectiveMeasure(claim, codebook);
      return measure?.indicator
        ? ownCounts(speakingOf(claim, measure, { claims, measures: codebook.measures, text }), {
            measure,
            indicators,
          })
        : [];
    }),
  );
}

/** What the book counts for the claim, or for each end of a series. */
export async function ownCounts(
  claim: Claim,
  { measure, indicators }: { measure: Measure; indicators: IndicatorSource },
): Promise<(OwnCount & { year: string })[]> {
  const years =
    claim.parts.length >= 2 ? claim.parts.map(({ period }) => period.slice(0, 4)) : [yearsOf(claim, measure)];
  const counts = await Promise.all(years.map(year => indicators.count(claim, measure, year || undefined)));
  return counts.flatMap((count, index) => (count ? [{ ...count, year: years[index] ?? "" }] : []));
}

/** Years as indicators take them: one year, or a range that is open at neither end. */
function yearsOf({ period: [start, end] }: Claim, measure: Measure): string {
  if (start && end)
    return start.slice(0, 4) === end.slice(0, 4)
      ? start.slice(0, 4)
      : `${start.slice(0, 4)}..${end.slice(0, 4)}`;
  if (measure.period === "annual") return "";
  if (start) return `${start.slice(0, 4)}..2999`;
  return end ? `1900..${end.slice(0, 4)}` : "";
}

interface OwnOptions {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly shelf: Shelf;
  readonly narrowing: Narrowing;
}

/** What the book counts, as evidence for the rule. */
export function ownEvidence(
  count: OwnCount & { year: string },
  { claim, measure, shelf, narrowing }: OwnOptions,
): RuleEvidence {
  const { unit, fit } = comparableUnit(claim.unit, measure, shelf.codebook);
  const apart = isPlan(claim) && !isPlanMeasure(measure) ? "plan" : isOthers(claim, shelf) ? "subject" : null;
  // No record tells of learning machines, so that the book counts more than a text that speaks of these alone.
  const isLearning = idiom("learning").test(narrowing.clause ?? "");
  const unsure = fit === "unsure" || isNarrowed(narrowing) || isLearning;
  const year = count.year.length === 4 ? { start: `${count.year}-01-01`, end: `${count.year}-12-31` } : null;
  return {
    value: count.value,
    low: null,
    high: null,
    unit: fit === "other" ? measure.unit : unit,
    qualifier: "exact",
    digits: null,
    class: "independent",
    bound: count.floor ? "lower" : "exact",
    source: OWN_COUNT,
    derivedFrom: "",
    scope: "",
    places: [],
    period: year,
    asOf: "",
    status: "",
    span: "",
    fx: null,
    negative: false,
    printedBy: [],
    scopeRelation: "same",
    ...(apart ? { apart } : unsure ? { apart: "unsure" } : {}),
  };
}

/** Does the claim speak of a body that its roles, by which the book is asked to count, do not hold ("a police college of China")? */
function isOthers({ entities, roles, attribution }: Claim, shelf: Shelf): boolean {
  const asked = new Set(Object.values(roles).flat());
  return entities
    .filter(id => !isSameName(shelf.entities.get(id)?.name ?? id, attribution?.to ?? ""))
    .some(id => ![...withOwners([id], shelf.entities)].some(owner => asked.has(owner)));
}

/** The book's count as a finding shows it: of a series, that of its last end. */
export function indicatorValue(counts: readonly OwnCount[]): IndicatorValue | null {
  const last = counts.at(-1);
  if (!last) return null;
  const { id, value, low, high, as_of, query } = last;
  return { id, value, low, high, as_of, query };
}
