import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { isTarget } from "../match/ahead.ts";
import { byNumber } from "../match/by-number.ts";
import { countedRecords } from "../match/counted-records.ts";
import { counterName, credits } from "../match/counter.ts";
import { isOfOtherLength, monthsIn } from "../match/duration.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { figureEvidence } from "../match/figure-evidence.ts";
import { isOfOtherGoods } from "../match/goods.ts";
import { narrowingOf } from "../match/narrowing.ts";
import { isPlanMeasure } from "../match/plan.ts";
import { restrictorsOf } from "../match/restrictors.ts";
import { hasWord, plainWords, sentenceOf, subjectOf } from "../match/subject.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { claimedSet } from "../rule/claimed.ts";
import { isInside, point } from "../rule/interval.ts";
import { judge } from "../rule/judge.ts";
import { isSameName, isUnnamed } from "../rule/names.ts";
import { OWN_COUNT, type ReasonData } from "../rule/types.ts";
import { ruleClaim } from "./claim.ts";
import { creditedIn } from "./credit.ts";
import { isToldByOthers } from "./evidence.ts";
import { type Fitting, fittingFigures, isContested } from "./fitting.ts";
import { missingOf } from "./missing.ts";
import { indicatorValue, ownCounts, ownEvidence } from "./own-counts.ts";
import { retoldOnly } from "./retold.ts";
import { listed, nearMeasures, sidesOf } from "./sides.ts";
import { claimsBefore, measuredAs, speakingOf } from "./speaking.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Checks a number, a share or a series against the figures of its measure and against what the book counts itself. */
export async function checkNumber(given: Claim, context: CheckContext): Promise<Outcome> {
  const { shelf } = context;
  const claim = measuredAs(given, { claims: context.claims, text: context.document.text });
  const measure = effectiveMeasure(claim, shelf.codebook);
  if (!measure)
    return (
      checkByNumber(claim, context) ??
      checkByRecord(claim, context) ??
      outcome("unverifiable", {
        reasons: [reason("no-evidence"), reason("no-measure")],
        missing: reason("missing-source"),
      })
    );
  const found = await checkAgainst(measure, claim, context);
  const isBare = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  return (isBare ? checkByNumber(claim, context) : null) ?? betterByRecord(found, claim, context);
}

/** Reasons of an imprecise number that is borne out only as that of another whole or another thing. */
const BESIDE = new Set(["broader-scope", "other-denominator"]);

/**
 * Where figures leave a number open, or give it for a wider whole alone, the record that it is of may bear it out. A figure with a hedge
 * is heard: records often lost theirs.
 */
function betterByRecord(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isHedged = [...found.for, ...found.against, ...found.related].some(
    ({ value, qualifier }) => value === claim.value && qualifier !== "exact" && qualifier !== "exactly",
  );
  const isBeside = !isHedged && found.reasons.some(({ code }) => BESIDE.has(code));
  // What a party counts of something else near to it disputes nothing that a record states.
  const isWeak =
    found.verdict === "unverifiable" || found.reasons.some(({ code }) => code === "self-interested-other");
  const better = isWeak || isBeside ? checkByRecord(claim, context) : null;
  return better && (better.verdict === "supported" || isWeak) ? better : found;
}

/** A number that no figure gives may be one that a record states of itself. Null where none does. */
function checkByRecord(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document } = context;
  if (claim.form !== "number") return null;
  const earlier = claimsBefore(claim, context);
  const subject = subjectOf(claim, shelf.entities, sentenceOf(claim, document), earlier);
  const counted = shelf.counted.filter(record => isToldByOthers(record, shelf));
  const found = countedRecords(claim, { shelf: { ...shelf, counted }, subject });
  if (!found) return null;
  const { set } = claimedSet({
    ...claim,
    value: claim.value ?? 0,
    digits: claim.digits ?? null,
    fraction: false,
  });
  const fitting = found.figures.map(
    (figure): Fitting => ({
      figure,
      relation: "same",
      planned: false,
      unsure: !isInside(point(figure.value), set),
      elsewhere: false,
    }),
  );
  // Nobody counts what a record states: whoever tells it may have it from anybody.
  const told = { ...claim, unit: found.figures[0]!.unit, periodKind: "" as const, attribution: null };
  const outcome = conclude(told, found.measure, { fitting, counts: [], context });
  return outcome.verdict === "unverifiable" && outcome.for.length === 0 ? null : outcome;
}

/**
 * A number of no measure that the reader knows, or of one that has no count of it: borne out by figures that give it in the same words.
 * Null where there are none.
 */
function checkByNumber(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document } = context;
  const sentence = document.text.slice(...claim.sentence);
  const earlier = claimsBefore(claim, context);
  const subject = subjectOf(claim, shelf.entities, sentenceOf(claim, document), earlier);
  const lengths = monthsIn(sentence, document.language);
  const others = shelf.figures.filter(
    figure =>
      isToldByOthers(figure, shelf) &&
      !isOfOtherLength(lengths, figure) &&
      !isOfOtherGoods(sentence, figure, shelf.codebook),
  );
  const found =
    claim.form === "number" && claim.value !== null
      ? byNumber(claim, {
          shelf: { ...shelf, figures: others },
          subject,
          language: document.language.slice(0, 2),
          before: new Set(earlier.flatMap(({ measure }) => (measure === "" ? [] : [measure]))),
        })
      : null;
  if (!found || (found.shared < SURE_WORDS && isCreditedElsewhere(claim, found.figures, shelf))) return null;
  const fitting = found.figures.map(
    (figure): Fitting => ({
      figure,
      relation: "same",
      planned: isPlanMeasure({ id: figure.measure }) || (isTarget(figure) && found.measure.unit !== "money"),
      unsure: true,
      elsewhere: false,
    }),
  );
  const { unit } = found.figures[0]!;
  const status = PLANNED.test(sentence) || isWanted(claim, context) ? ("planned" as const) : claim.status;
  return conclude({ ...claim, unit, status, periodKind: "" }, found.measure, {
    fitting,
    counts: [],
    context,
  });
}

/** Words of promises and plans, for sentences whose verb the reader does not know. */
const PLANNED =
  /\b(?:promis|pledg|plan(?:s|ned|ning)?\b|promet|promes|prévo|prévu|planea|planej|prev[eê])|обеща|обещ|планир|承诺|计划|拟|وعد|تعهد|تخطط/iu;

/** "has 1,500 and wants 3,000": a wish is for the number behind it. */
const WANTED =
  /\b(?:wants?|aims? (?:at|for)|target(?:s|ed)?|goal|quier[ae]n?|veut|veulent|quer|querem)\b|хочет|хотят|目标|希望/iu;

function isWanted({ sentence, span }: Claim, { claims, document }: CheckContext): boolean {
  const ends = claims
    .filter(({ value, span: [, end] }) => value !== null && end <= span[0] && end > sentence[0])
    .map(({ span: [, end] }) => end);
  return WANTED.test(document.text.slice(Math.max(sentence[0], ...ends), span[0]));
}

/** So many words in common, and the figure is what the text speaks of: then a credit to somebody else is a wrong one. */
const SURE_WORDS = 3;

const isCreditedElsewhere = (
  { attribution }: Claim,
  figures: readonly Figure[],
  shelf: CheckContext["shelf"],
) =>
  attribution !== null &&
  !isUnnamed(attribution.to) &&
  !figures.some(({ counter }) =>
    credits(attribution.to, counter, { name: counterName(counter, shelf), codebook: shelf.codebook }),
  );

async function checkAgainst(measure: Measure, claim: Claim, context: CheckContext): Promise<Outcome> {
  const { shelf, claims, document } = context;
  const about = speakingOf(claim, measure, {
    claims,
    measures: shelf.codebook.measures,
    text: document.text,
    entities: shelf.entities,
  });
  const narrowing = narrowingOf(about, { text: document.text, language: document.language, claims, shelf });
  const fitting = measure.comparable ? fittingFigures(about, measure, { ...context, narrowing }) : [];
  const counts = await ownCounts(about, { measure, indicators: context.indicators });
  const own = counts.map(count => ownEvidence(count, { claim: about, measure, shelf, narrowing }));
  return conclude(about, measure, { fitting, counts, own, context });
}

interface Gathered {
  readonly fitting: readonly Fitting[];
  readonly counts: Awaited<ReturnType<typeof ownCounts>>;
  /** What the book counts itself, as evidence. */
  readonly own?: readonly ReturnType<typeof ownEvidence>[];
  readonly context: CheckContext;
}

function conclude(claim: Claim, measure: Measure, { fitting, counts, own = [], context }: Gathered): Outcome {
  const { shelf } = context;
  const usable = fitting.filter(
    ({ figure }) => isToldByOthers(figure, shelf) && !isOfPublisher(figure, context),
  );
  const attribution = creditedIn(claim, { usable, shelf, sentence: partOf(claim, context.document.text) });
  const judgement = judge(
    ruleClaim(claim, {
      measure,
      attribution: attribution.name,
      published: context.document.published,
      unitOf: noun => comparableUnit(noun, measure, shelf.codebook).unit,
    }),
    [...evidenceOf(usable, { claim, measure, context }), ...own],
  );
  const shown = sidesOf(judgement, { usable, context });
  const nearby = nearMeasures(claim, measure, context).filter(
    ({ record }) => !shown.related.some(item => item.record === record),
  );
  const isSame = ({ relation }: Fitting) => relation === "same";
  const onlyOwn = fitting.some(isSame) && !usable.some(isSame) && judgement.verdict === "unverifiable";
  const told = judgement.reasons.filter(each => !isOwnElsewhere(each));
  const figures = usable.map(({ figure }) => figure);
  const retold = retoldOnly(judgement.verdict, shown.for, { figures, context });
  return {
    verdict: judgement.verdict,
    reasons: [
      ...(told.length > 0 || onlyOwn ? told : [reason("not-comparable")]),
      ...(onlyOwn ? [reason("only-own-page")] : []),
      ...(measure.comparable || usable.length > 0 ? [] : [reason("mixed-measure")]),
      ...(judgement.verdict === "unverifiable"
        ? nearby
            .filter(each => each.sameNumber)
            .slice(0, 1)
            .map(each => reason("number-of-other", each.values))
        : []),
      ...retold.reasons,
      ...attribution.reasons(judgement),
    ],
    for: shown.for,
    against: shown.against,
    ...listed([
      ...nearby.filter(({ sameNumber }) => sameNumber),
      ...shown.related,
      ...nearby.filter(({ sameNumber }) => !sameNumber),
    ]),
    indicator: indicatorValue(counts),
    claimed: judgement.claimed,
    band: judgement.band,
    missing: retold.missing ?? missingOf(judgement, { measure, claim }),
  };
}

/** A sentence between semicolons, where a claim is credited in its own part; else all of it. */
function partOf({ sentence, span, attribution }: Claim, text: string): string {
  const [from, to] = sentence;
  const start = Math.max(from, text.lastIndexOf(";", span[0]) + 1);
  const next = text.indexOf(";", span[1]);
  const end = next < 0 ? to : Math.min(to, next);
  const credited = attribution !== null && attribution.span[0] >= start && attribution.span[1] <= end;
  return credited && attribution.to !== "" ? text.slice(start, end) : text.slice(from, to);
}

/** Whoever repeats the count of the text's own publisher repeats the text. */
const isOfPublisher = ({ counter }: Figure, { document, shelf }: CheckContext): boolean =>
  document.publisher !== "" && isSameName(counterName(counter, shelf), document.publisher);

/** Figures as evidence for the rule. */
function evidenceOf(
  usable: readonly Fitting[],
  { claim, measure, context }: { claim: Claim; measure: Measure; context: CheckContext },
) {
  const { shelf } = context;
  const contested = isContested(usable, { claim, measure, shelf });
  // Where what the text names was counted, the number of somebody else's may explain an error; else it is only alike.
  const measured = usable.some(({ relation, unsure, planned }) => relation === "same" && !unsure && !planned);
  const words = new Set(plainWords(context.document.text.slice(...claim.sentence)));
  const isScopeTold = (figure: Figure) => {
    const scope = restrictorsOf(figure, shelf.entities);
    return scope.length > 0 && scope.some(word => hasWord(words, word));
  };
  return usable.map(({ figure, elsewhere, ...options }) =>
    figureEvidence(figure, {
      claim,
      measure,
      shelf,
      contested,
      elsewhere: elsewhere && !measured,
      scopeTold: isScopeTold(figure),
      ...options,
    }),
  );
}

/** That the book's own count for another year does not compare is no news. */
const isOwnElsewhere = ({ code, values }: ReasonData): boolean =>
  values["counter"] === OWN_COUNT && /^(other-period|gate-.+|near-(other|broader|planned)-.+)$/.test(code);
