import type { Codebook, Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { IndicatorSource, OwnCount } from "../gather/indicator.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { counterName, isInterested } from "../match/counter.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { figureEvidence } from "../match/figure-evidence.ts";
import { figureFit } from "../match/figure-fit.ts";
import { isNarrowed, isUnexplained, type Narrowing, narrowingOf } from "../match/narrowing.ts";
import { placeOfNumber } from "../match/nearest-place.ts";
import { isPlan, isPlanMeasure, isPlanOf } from "../match/plan.ts";
import { restrictorsOf } from "../match/restrictors.ts";
import { hasWord, subjectOf, withOwners } from "../match/subject.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { judge } from "../rule/judge.ts";
import { isSameName, type ScopeRelation } from "../rule/names.ts";
import { type Judgement, OWN_COUNT, type ReasonData, type RuleEvidence } from "../rule/types.ts";
import type { Evidence, IndicatorValue } from "../types.ts";
import { ruleClaim } from "./claim.ts";
import { creditedIn } from "./credit.ts";
import { figureShown, othersThan } from "./evidence.ts";
import { missingOf } from "./missing.ts";
import { measuredAs, speakingOf } from "./speaking.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Most pieces of related evidence that a finding lists; how many more there are is said. */
const RELATED_LISTED = 12;

/** A figure that bears on a claim, with how its scope relates. */
interface Fitting {
  readonly figure: Figure;
  readonly relation: ScopeRelation;
  readonly planned: boolean;
  /** It is not certain which of several places the number is of, or that the measure is meant. */
  readonly unsure: boolean;
}

/** Checks a number, a share or a series against the figures of its measure and against what the book counts itself. */
export async function checkNumber(given: Claim, context: CheckContext): Promise<Outcome> {
  const { shelf } = context;
  const claim = measuredAs(given, context.claims);
  const measure = effectiveMeasure(claim, shelf.codebook);
  if (!measure)
    return outcome("unverifiable", {
      reasons: [reason("no-evidence"), reason("no-measure")],
      missing: reason("missing-source"),
    });
  const about = speakingOf(claim, measure, {
    claims: context.claims,
    measures: shelf.codebook.measures,
    text: context.document.text,
  });
  const narrowing = narrowingOf(about, {
    text: context.document.text,
    language: context.document.language,
    claims: context.claims,
    shelf,
  });
  const fitting = measure.comparable ? fittingFigures(about, measure, { ...context, narrowing }) : [];
  const usable = fitting.filter(({ figure }) => othersThan(figure.sources, shelf).length > 0);
  const counts = await ownCounts(about, { measure, indicators: context.indicators });
  const attribution = creditedIn(claim, { usable, shelf });
  const contested = isContested(usable, { claim: about, measure, shelf });
  const evidence = [
    ...usable.map(({ figure, ...options }) =>
      figureEvidence(figure, { claim: about, measure, shelf, contested, ...options }),
    ),
    ...counts.map(count => ownEvidence(count, { claim: about, measure, shelf, narrowing })),
  ];
  const judgement = judge(
    ruleClaim(about, {
      measure,
      attribution: attribution.name,
      published: context.document.published,
      unitOf: noun => comparableUnit(noun, measure, shelf.codebook).unit,
    }),
    evidence,
  );
  const shown = sidesOf(judgement, { usable, context });
  const nearby = nearMeasures(about, measure, context).filter(
    ({ record }) => !shown.related.some(item => item.record === record),
  );
  const onlyOwn = usable.length === 0 && fitting.length > 0;
  return {
    verdict: judgement.verdict,
    reasons: [
      ...judgement.reasons.filter(each => !isOwnElsewhere(each)),
      ...(onlyOwn ? [reason("only-own-page")] : []),
      ...(measure.comparable ? [] : [reason("mixed-measure")]),
      ...attribution.reasons(judgement),
    ],
    for: shown.for,
    against: shown.against,
    ...listed([...shown.related, ...nearby]),
    indicator: indicatorValue(counts),
    claimed: judgement.claimed,
    band: judgement.band,
    missing: missingOf(judgement, { measure, claim: about }),
  };
}

/** That the book's own count for another year does not compare is no news. */
const isOwnElsewhere = ({ code, values }: ReasonData): boolean =>
  values["counter"] === OWN_COUNT && (code === "other-period" || code === "not-comparable");

interface FittingContext extends CheckContext {
  readonly narrowing: Narrowing;
}

function fittingFigures(claim: Claim, measure: Measure, context: FittingContext): Fitting[] {
  const { shelf, document, narrowing } = context;
  const subject = subjectOf(claim, shelf.entities, document.text.slice(...claim.sentence));
  const unsure = comparableUnit(claim.unit, measure, shelf.codebook).fit === "unsure";
  const fit = { entities: shelf.entities, unit: measure.unit, dimensions: measure.dimensions };
  const fitting = shelf.figures.flatMap(figure => {
    const planned = isPlanOf(figure.measure, measure.id);
    if (figure.measure !== measure.id && !planned) return [];
    const fits = figureFit(figure, subject, fit);
    // Of two that are taken together the reader may have known one.
    const together =
      narrowing.joint &&
      fits === "other" &&
      isOfMore(figure, subject.agents) &&
      restrictorsOf(figure, shelf.entities).every(word => hasWord(subject.words, word));
    const relation = together ? "same" : fits;
    const doubtful = unsure || together || isUnexplained(narrowing, figure, shelf);
    return relation ? [{ figure, relation, planned, unsure: doubtful }] : [];
  });
  return ofOnePlace(mostSpecific(fitting, shelf), claim, { measure, context });
}

const isOfMore = ({ about }: Figure, agents: ReadonlySet<string>): boolean =>
  about.length >= 2 && agents.size > 0 && [...agents].every(id => about.includes(id));

/** Where a sentence names several places, a number is of one of them; figures of the others are not of its place. */
function ofOnePlace(
  fitting: readonly Fitting[],
  claim: Claim,
  { measure, context }: { measure: Measure; context: FittingContext },
): Fitting[] {
  const { document, claims, shelf } = context;
  if (claim.parts.length >= 2 || !measure.dimensions.some(name => PLACED.includes(name))) return [...fitting];
  const [from] = claim.sentence;
  const shifted = ([start, end]: readonly [number, number]) => [start - from, end - from] as const;
  const numbers = claims
    .filter(
      ({ sentence, value, measure: id }) => sentence[0] === from && value !== null && id === claim.measure,
    )
    .map(({ span }) => shifted(span));
  const own = placeOfNumber(document.text.slice(...claim.sentence), shifted(claim.span), {
    language: document.language,
    numbers,
  });
  if (!own) return [...fitting];
  const isElsewhere = ({ figure }: Fitting) =>
    (own.country !== null && own.countries.has(figure.place) && figure.place !== own.country) ||
    restrictorsOf(figure, shelf.entities).some(word => own.elsewhere.has(word));
  return fitting.map(each =>
    own.country === null
      ? { ...each, unsure: true }
      : each.relation === "same" && isElsewhere(each)
        ? { ...each, relation: "other" }
        : each,
  );
}

/** Dimensions of measures that count in a place. */
const PLACED = ["place", "region", "country"];

/** Where some figures are of the very town that the sentence names, those of the whole country are of a broader scope. */
function mostSpecific(fitting: readonly Fitting[], { entities }: Shelf): Fitting[] {
  const isOfTown = ({ figure, relation }: Fitting) =>
    relation !== "other" && restrictorsOf(figure, entities).length > 0;
  if (!fitting.some(isOfTown)) return [...fitting];
  return fitting.map(each =>
    each.relation === "same" && restrictorsOf(each.figure, entities).length === 0
      ? { ...each, relation: "broader" }
      : each,
  );
}

/** Does an interested party give the text's number, for something that the book itself can only count from below? */
function isContested(
  usable: readonly Fitting[],
  { claim, measure, shelf }: { claim: Claim; measure: Measure; shelf: Shelf },
): boolean {
  const indicator = measure.indicator && shelf.codebook.indicators.get(measure.indicator.id);
  if (indicator?.interval !== "floor") return false;
  return usable.some(
    ({ figure, relation }) =>
      relation === "same" && isInterested(figure, shelf) && figure.value === claim.value,
  );
}

/** Asks for everything that the book will have to count for these claims, side by side. */
export async function prefetchCounts(
  claims: readonly Claim[],
  { codebook, indicators, text }: { codebook: Codebook; indicators: IndicatorSource; text: string },
): Promise<void> {
  await Promise.all(
    claims.map(given => {
      const claim = measuredAs(given, claims);
      const measure = effectiveMeasure(claim, codebook);
      return measure
        ? ownCounts(speakingOf(claim, measure, { claims, measures: codebook.measures, text }), {
            measure,
            indicators,
          })
        : [];
    }),
  );
}

/** What the book counts for the claim, or for each end of a series. */
async function ownCounts(
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

function ownEvidence(
  count: OwnCount & { year: string },
  { claim, measure, shelf, narrowing }: OwnOptions,
): RuleEvidence {
  const { unit, fit } = comparableUnit(claim.unit, measure, shelf.codebook);
  const apart = isPlan(claim) && !isPlanMeasure(measure) ? "plan" : isOthers(claim, shelf) ? "subject" : null;
  const unsure = fit === "unsure" || isNarrowed(narrowing);
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

function indicatorValue(counts: readonly OwnCount[]): IndicatorValue | null {
  const last = counts.at(-1);
  if (!last) return null;
  const { id, value, low, high, as_of, query } = last;
  return { id, value, low, high, as_of, query };
}

const listed = (related: readonly Evidence[]): Pick<Outcome, "related" | "left"> => ({
  related: related.slice(0, RELATED_LISTED),
  left: Math.max(0, related.length - RELATED_LISTED),
});

type Sides = Record<"for" | "against" | "related", Evidence[]>;

/** The figures on each side, once each: against weighs more than for, and both more than related. */
function sidesOf(
  { standings }: Judgement,
  { usable, context }: { usable: readonly Fitting[]; context: CheckContext },
): Sides {
  const sides: Sides = { for: [], against: [], related: [] };
  const rank = { against: 0, for: 1, related: 2 };
  const seen = new Set<number>();
  const order = [...standings].sort((a, b) => rank[a.side] - rank[b.side] || nearness(a) - nearness(b));
  for (const { index, side, note } of order) {
    const figure = usable[index]?.figure;
    if (!figure || seen.has(index)) continue;
    seen.add(index);
    sides[side].push(figureShown(figure, { shelf: context.shelf, note, language: context.language }));
  }
  return {
    for: byOrigin(sides.for),
    against: byOrigin(sides.against),
    related: sides.related,
  };
}

/** Related evidence that gives the text's own number first, then that of the same thing at another time, then the rest. */
const nearness = ({ note: { code } }: Judgement["standings"][number]): number =>
  /^(other-denominator|broader-scope|planned-not-realised)$/.test(code)
    ? 0
    : /^(earlier|later)-period$|^floor-below$|^evidence-too-wide$/.test(code)
      ? 1
      : /^near-broader/.test(code)
        ? 2
        : /^near-/.test(code)
          ? 3
          : 4;

/** Each origin's best page first, so that different voices come before repetitions of one; independent ones before others. */
function byOrigin(evidence: readonly Evidence[]): Evidence[] {
  const best = [...evidence].sort(
    (a, b) =>
      Number(a.class !== "independent") - Number(b.class !== "independent") ||
      lastYear(b) - lastYear(a) ||
      a.record.localeCompare(b.record),
  );
  const first = best.filter(
    (each, index) => best.findIndex(({ origin }) => origin === each.origin) === index,
  );
  return [...first, ...best.filter(each => !first.includes(each))];
}

const lastYear = ({ period }: Evidence): number => Number(/(\d{4})\D*$/.exec(period)?.[1] ?? 0);

/** Figures of near measures about the same subject: never support, but worth seeing. */
function nearMeasures(claim: Claim, measure: Measure, context: CheckContext): Evidence[] {
  const { shelf, document, language } = context;
  const subject = subjectOf(claim, shelf.entities, document.text.slice(...claim.sentence));
  const related = new Set(measure.related);
  return shelf.figures
    .filter(figure => related.has(figure.measure) && !isPlanOf(figure.measure, measure.id))
    .filter(
      figure =>
        figureFit(figure, subject, {
          entities: shelf.entities,
          unit: figure.unit,
          dimensions: shelf.codebook.measures.get(figure.measure)?.dimensions ?? [],
        }) === "same",
    )
    .filter(figure => othersThan(figure.sources, shelf).length > 0)
    .map(figure => {
      const { value, unit, qualifier, counted } = figure;
      const counter = counterName(figure.counter, shelf);
      return figureShown(figure, {
        shelf,
        language,
        note: reason("other-measure", { value, unit, qualifier, counted, counter }),
      });
    });
}
