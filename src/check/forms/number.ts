import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";
import { isTarget } from "../match/ahead.ts";
import { byNumber, figuresAlike } from "../match/by-number.ts";
import { withClassSaid } from "../match/class-said.ts";
import { clauseAround } from "../match/clause.ts";
import { counterName, credits } from "../match/counter.ts";
import { isOfOtherLength, lengthsIn } from "../match/duration.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { figuresOf } from "../match/figures-of.ts";
import { isOfOtherGoods } from "../match/goods.ts";
import { narrowingOf } from "../match/narrowing.ts";
import { isOfOtherTown, townsIn } from "../match/nearest-place.ts";
import { openingCounter } from "../match/opening-counter.ts";
import { isPlanMeasure } from "../match/plan.ts";
import { isOfRival } from "../match/rival-measure.ts";
import { isOfSibling } from "../match/siblings.ts";
import { isOfMoreKinds, isOfMoreStates, subsetWords } from "../match/subset.ts";
import { plainWords } from "../match/words.ts";
import { isUnnamed } from "../rule/names.ts";
import { againstTurned } from "./act-of-others.ts";
import { conclude } from "./conclude.ts";
import { checkByEvent } from "./event-number.ts";
import { isToldByOthers } from "./evidence.ts";
import { type Fitting, fittingFigures } from "./fitting.ts";
import { ofOnePlace } from "./fitting-place.ts";
import { withImpliedGiver } from "./implied-giver.ts";
import { isCreditTo, numberContext } from "./number-context.ts";
import { againstOtherHost } from "./other-host.ts";
import { withMaker } from "./other-maker.ts";
import { ofOtherParty } from "./other-party.ts";
import { ownCounts, ownEvidence } from "./own-counts.ts";
import { withPayer } from "./paid.ts";
import { againstFigure } from "./pinned-figure.ts";
import { againstRecord } from "./pinned-record.ts";
import { betterByRecord, checkByRecord } from "./record-number.ts";
import { checkByRelated } from "./related-number.ts";
import { checkByScope, savedByScope } from "./scope-number.ts";
import { goesOnWith, measuredAs, speakingOf } from "./speaking.ts";
import { withSides } from "./swapped.ts";
import { checkToldParts } from "./told-parts.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";
import { isYearAlone, ofYearAlone } from "./year-alone.ts";

/** Checks a number, a share or a series against the figures of its measure and against what the book counts itself. */
export async function checkNumber(given: Claim, context: CheckContext): Promise<Outcome> {
  const { shelf } = context;
  const spoken = { claims: context.claims, text: context.document.text, codebook: shelf.codebook };
  const claim = ofYearAlone(goesOnWith(measuredAs(given, spoken), spoken), context.document);
  const measure = effectiveMeasure(claim, shelf.codebook);
  const found = measure
    ? await checkMeasured(measure, claim, context)
    : (checkToldParts(claim, context) ??
      checkByNumber(claim, context) ??
      checkByScope(claim, context) ??
      checkByRecord(claim, context) ??
      checkByEvent(claim, context) ??
      outcome("unverifiable", {
        reasons: [reason("no-evidence"), reason("no-measure")],
        missing: reason("missing-source"),
      }));
  const hosted = againstOtherHost(againstFigure(found, claim, context), claim, context);
  const held = withSides(ofOtherParty(hosted, claim, context), claim, context);
  return againstTurned(await withMaker(withPayer(held, claim, context), claim, context), claim, context);
}

/** A number whose measure is known: what its figures say, then what others that they leave open or refute may say. */
async function checkMeasured(measure: Measure, claim: Claim, context: CheckContext): Promise<Outcome> {
  const found = await checkAgainst(measure, claim, context);
  const isBare = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  // Whoever is credited, unknown to the counts of this measure, may have counted by another.
  const isUncounted =
    found.verdict === "unverifiable" && found.reasons.some(({ code }) => code === "counter-not-known");
  const byWords =
    isBare || isUncounted
      ? (checkByNumber(claim, context) ?? checkByScope(claim, context) ?? checkByEvent(claim, context))
      : found.verdict === "contradicted"
        ? (checkByRelated(claim, measure, { context, check: checkByNumber }) ?? savedByScope(claim, context))
        : null;
  return againstRecord(byWords ?? betterByRecord(found, claim, context), claim, context);
}

/**
 * A number of no measure that the reader knows, or of one that has no count of it: borne out by figures that give it in the same words.
 * Null where there are none.
 */
function checkByNumber(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document } = context;
  const sentence = document.text.slice(...claim.sentence);
  const isNumber = claim.form === "number" && claim.value !== null;
  const alike = isNumber ? figuresAlike(claim, shelf) : [];
  const lengths = lengthsIn(sentence, document.language);
  const towns = alike.length > 0 ? townsIn(sentence, document.language) : [];
  const others = alike.filter(
    figure =>
      isToldByOthers(figure, shelf) &&
      !isOfOtherGoods(sentence, figure, shelf.codebook) &&
      (!isOfOtherTown(towns, figure) || isWholeTold(figure, claim, context)),
  );
  const told = others.length > 0 ? numberContext(claim, context) : null;
  const found = told && byNumber(claim, others, told);
  if (!told || !found) return null;
  const isSure = found.shared >= SURE_WORDS || isUnlike(claim);
  const isCreditedAway = isCreditedElsewhere(claim, found.figures, shelf);
  if (!isSure && isCreditedAway) return null;
  const { text, language } = document;
  const clause = clauseAround(claim, { text, language, claims: context.claims });
  const said = new Set(plainWords(clause));
  const rivals = claim.measure === "" ? found.measure.related : [claim.measure];
  const words = { said, codebook: shelf.codebook, language: language.slice(0, 2) };
  const isRival = rivals.some(id => isOfRival(id, found.measure.id, words));
  const isOfOtherMeasure = !isRival && found.measure.id !== claim.measure;
  if (isCreditedAway && isOfOtherMeasure && isCountOfCredited(claim, shelf)) return null;
  const subset = subsetWords(clause, language);
  const isWider = (figure: Figure) =>
    isOfMoreStates(subset, figure) || isOfMoreKinds(told.subject, figure, { measure: found.measure, shelf });
  const fitting = found.figures.map((figure): Fitting => {
    const isPlanned =
      isPlanMeasure({ id: figure.measure }) || (isTarget(figure) && found.measure.unit !== "money");
    // The same promise for another length of time is no promise of somebody else.
    const isOther =
      isRival ||
      isOfOtherTown(towns, figure) ||
      isOfOtherLength(lengths, figure) ||
      isOfSibling(figure, clause, shelf);
    return {
      figure,
      relation: isOther ? "other" : isWider(figure) ? "broader" : "same",
      planned: isPlanned && !isOther,
      unsure: true,
      elsewhere: false,
    };
  });
  const { unit } = found.figures[0]!;
  // Promises and plans whose verb the reader does not know.
  const status =
    idiom("pledged", document.language).test(sentence) || isWanted(claim, context)
      ? ("planned" as const)
      : claim.status;
  const periodKind = isYearAlone(claim, document) ? ("annual" as const) : ("" as const);
  const meant = { ...claim, unit, status, periodKind };
  return conclude(meant, found.measure, {
    fitting: ofOnePlace(fitting, meant, { measure: found.measure, context }),
    counts: [],
    context,
  });
}

/** "has 1,500 and wants 3,000": a wish is for the number behind it. */
function isWanted({ sentence, span }: Claim, { claims, document }: CheckContext): boolean {
  const ends = claims
    .filter(({ value, span: [, end] }) => value !== null && end <= span[0] && end > sentence[0])
    .map(({ span: [, end] }) => end);
  return idiom("wanted", document.language).test(
    document.text.slice(Math.max(sentence[0], ...ends), span[0]),
  );
}

/** So many words in common, and the figure is what the text speaks of: then a credit to somebody else is a wrong one. */
const SURE_WORDS = 3;

/** Nor does chance repeat five digits that are not nought. */
const isUnlike = ({ value }: Claim): boolean => String(Math.round(value ?? 0)).replace(/0+$/, "").length >= 5;

/** "40 of the 1,000 cameras": the sentence gives the whole that the figure is a part of, too; then it is no other figure, whatever the town. */
function isWholeTold({ population }: Figure, { id, sentence }: Claim, { claims }: CheckContext): boolean {
  const whole = Number(/^(\d[\d,]*) /.exec(population)?.[1]?.replaceAll(",", ""));
  return (
    whole > 0 &&
    claims.some(other => other.id !== id && other.sentence[0] === sentence[0] && other.value === whole)
  );
}

/** Whoever is credited has counted by the claim's own measure: what somebody else counted by another one says nothing of it. */
const isCountOfCredited = (claim: Claim, shelf: CheckContext["shelf"]): boolean =>
  figuresOf(shelf, [claim.measure]).some(({ counter }) => isCreditTo(claim, counter, shelf));

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
  const spoken = speakingOf(claim, measure, {
    claims,
    measures: shelf.codebook.measures,
    text: document.text,
    entities: shelf.entities,
    counted: openingCounter(claim, document.text, shelf) !== "",
  });
  const { text, language } = document;
  const clause = clauseAround(claim, { text, language, claims });
  const about = withClassSaid(withImpliedGiver(spoken, measure, context), clause, {
    codebook: shelf.codebook,
    language: language.slice(0, 2),
  });
  const narrowing = narrowingOf(about, { text: document.text, language: document.language, claims, shelf });
  const fitting = measure.comparable ? fittingFigures(about, measure, { ...context, narrowing }) : [];
  const counts = await ownCounts(about, { measure, indicators: context.indicators });
  const own = counts.map(count => ownEvidence(count, { claim: about, measure, shelf, narrowing }));
  return conclude(about, measure, { fitting, counts, own, context });
}
