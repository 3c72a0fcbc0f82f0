import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { countedFields, countedKinds } from "../gather/schema.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isTarget } from "../match/ahead.ts";
import { counterName, isInterested } from "../match/counter.ts";
import { isOfOtherLength, lengthsIn } from "../match/duration.ts";
import { fitOf } from "../match/figure-fit.ts";
import { figuresOf } from "../match/figures-of.ts";
import { isOfOtherGoods } from "../match/goods.ts";
import { isUnexplained, type Narrowing } from "../match/narrowing.ts";
import { townsIn } from "../match/nearest-place.ts";
import { isOfOtherNumber } from "../match/other-number.ts";
import { isPlanMeasure, isPlanOf, plansOf } from "../match/plan.ts";
import { restrictorsOf } from "../match/restrictors.ts";
import { sentenceOf } from "../match/sentence.ts";
import { type Subject, subjectOf } from "../match/subject.ts";
import { isOfMoreKinds, isOfMoreStates, subsetWords } from "../match/subset.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { hasWord, plainWords } from "../match/words.ts";
import { isPartOfWorld } from "../match/world.ts";
import { isSameName, type ScopeRelation } from "../rule/names.ts";
import { mostSpecific, ofOnePlace, PLACED } from "./fitting-place.ts";
import { isOfOtherClause, isScopeOfOther, isWholeOfPart, nearestInWords, unsureOf } from "./fitting-words.ts";
import { claimsBefore } from "./speaking.ts";
import type { CheckContext } from "./types.ts";

/** A figure that bears on a claim, with how its scope relates. */
export interface Fitting {
  readonly figure: Figure;
  readonly relation: ScopeRelation;
  readonly planned: boolean;
  /** It is not certain which of several places the number is of, or that the measure is meant. */
  readonly unsure: boolean;
  /** It is of a place that the sentence does not speak of. */
  readonly elsewhere: boolean;
}

export interface FittingContext extends CheckContext {
  readonly narrowing: Narrowing;
}

/** The figures of a measure that bear on a claim, each with how its scope relates to that of the claim. */
export function fittingFigures(claim: Claim, measure: Measure, context: FittingContext): Fitting[] {
  const { shelf, document, narrowing } = context;
  const sentence = document.text.slice(...claim.sentence);
  const subject = subjectOf(claim, shelf.entities, sentenceOf(claim, document), claimsBefore(claim, context));
  const unsure = comparableUnit(claim.unit, measure, shelf.codebook).fit === "unsure";
  const fit = { entities: shelf.entities, unit: measure.unit, dimensions: measure.dimensions };
  const bearing = figuresOf(shelf, [measure.id, ...plansOf(measure.id)]);
  const isCounted = claim.unit !== "";
  const lengths = isCounted ? lengthsIn(narrowing.clause ?? sentence, document.language) : () => [];
  const towns = measure.dimensions.some(name => PLACED.includes(name))
    ? townsIn(narrowing.clause ?? sentence, document.language)
    : [];
  // "In Almaty, 310,000 cameras are linked": a count of the whole state that says nothing of the town is of more.
  const isOfTownOnly = ({ place, population, counted, subject: name }: Figure) =>
    towns.length > 0 &&
    towns.some(
      town =>
        town.country === place &&
        !plainWords(`${name} ${counted} ${population}`).some(word => town.words.includes(word)),
    );
  // "12 officers took a course": without a date, how many took another says nothing of it.
  const isOneOfMany = isOfOneRecord(measure, shelf.codebook) && claim.period.every(day => day === null);
  const subset = subsetWords(narrowing.clause ?? sentence, document.language);
  const fitting = bearing.flatMap(figure => {
    const ofPlan = isPlanOf(figure.measure, measure.id);
    const planned = ofPlan || (isTarget(figure) && measure.unit !== "money" && !isPlanMeasure(measure));
    const fits = fitOf(figure, subject, fit);
    if (!fits || isOfOtherGoods(sentence, figure, shelf.codebook)) return [];
    // Of two that are taken together the reader may have known one.
    const together =
      narrowing.joint &&
      fits.relation === "other" &&
      isOfMore(figure, subject.agents) &&
      restrictorsOf(figure, shelf.entities).every(word => hasWord(subject.words, word));
    const isPlanHere =
      (planned || isPlanMeasure(measure)) && figure.value === claim.value && subject.places.has(figure.place);
    const same =
      together ||
      (fits.untold && (isOwnNumber(claim, figure) || isPlanHere)) ||
      (fits.relation === "other" && isCountOfProduct(claim, figure, { subject, shelf }));
    const found = isOfOtherLength(lengths, figure) ? "other" : same ? "same" : fits.relation;
    const isWider =
      isOfTownOnly(figure) ||
      isOfMoreStates(subset, figure) ||
      isOfMoreKinds(subject, figure, { measure, shelf });
    const relation = found === "same" && isWider ? "broader" : found;
    const doubtful =
      unsure ||
      same ||
      (isOneOfMany && figure.value !== claim.value) ||
      (fits.carried && !isGoneOnWith(claim, figure, context)) ||
      isUnexplained(narrowing, figure, shelf) ||
      isOfOtherNumber(claim, figure, context) ||
      isPartOfWorld(claim, figure, { measure, subject, sentence, shelf });
    return [{ figure, relation, planned, unsure: doubtful, elsewhere: fits.elsewhere }];
  });
  const isUnsure =
    isOfOtherClause(claim, measure, context) ||
    isScopeOfOther(claim, measure, context) ||
    isWholeOfPart(claim, context);
  const apart = isUnsure ? fitting.map(unsureOf) : fitting;
  return ofOnePlace(
    mostSpecific(nearestInWords(apart, claim, { subject, shelf }), claim, {
      subject,
      shelf,
      clause: narrowing.clause,
    }),
    claim,
    {
      measure,
      context,
    },
  );
}

/** What each record states of itself (who took part in a course), and no place has one of. */
const isOfOneRecord = ({ id, dimensions }: Measure, codebook: CheckContext["shelf"]["codebook"]): boolean =>
  !dimensions.some(name => PLACED.includes(name)) &&
  countedKinds(codebook).some(kind => countedFields(kind).some(({ measure }) => measure === id));

/**
 * "The median was 36%. In Kenya 81% had a favourable view": where the number before it in the paragraph is of the same measure and of the
 * figure's parties, the text goes on with these, as long as it names the figure's place.
 */
function isGoneOnWith(claim: Claim, { about, place }: Figure, context: FittingContext): boolean {
  if (place === "" || !claim.places.includes(place) || !isAlone(claim)) return false;
  const before = claimsBefore(claim, context).filter(({ value }) => value !== null);
  const last = before.filter(({ sentence }) => sentence[0] === before.at(-1)?.sentence[0]);
  const named = new Set(last.flatMap(each => [...each.places, ...each.entities]));
  return (
    last.length > 0 &&
    last.some(({ measure }) => measure === claim.measure) &&
    last.every(({ measure }) => measure === claim.measure || measure === "") &&
    about.every(id => id === place || named.has(id))
  );
}

/** It names one state, and nobody who gives or counts beside it. */
const isAlone = ({ places, entities, roles }: Claim): boolean =>
  places.length === 1 && entities.length === 0 && Object.keys(roles).every(role => role === "regime");

/** A number of three digits that are not nought is not repeated by chance: the text tells of the figure, and leaves a name out. */
const isOwnNumber = ({ value }: Claim, figure: Figure): boolean =>
  value === figure.value && String(Math.round(value)).replace(/0+$/, "").length >= 3;

/** Who counted "52 countries" may have counted a product of the maker that the text names: it bears the number out. */
function isCountOfProduct(
  { value, attribution }: Claim,
  figure: Figure,
  { subject: { agents, words }, shelf }: { subject: Subject; shelf: Shelf },
): boolean {
  if (agents.size === 0 || figure.value !== value) return false;
  const isOwnWord = () =>
    attribution !== null && isSameName(attribution.to, counterName(figure.counter, shelf));
  if (isInterested(figure, shelf) && !isOwnWord()) return false;
  const ownerOf = (id: string) => shelf.entities.get(id)?.parent ?? "";
  return (
    figure.regime === "" &&
    figure.about.some(id => agents.has(id)) &&
    figure.about.some(id => !agents.has(id)) &&
    figure.about.every(id => agents.has(id) || agents.has(ownerOf(id))) &&
    restrictorsOf(figure, shelf.entities).every(word => hasWord(words, word))
  );
}

const isOfMore = ({ about }: Figure, agents: ReadonlySet<string>): boolean =>
  about.length >= 2 && agents.size > 0 && [...agents].every(id => about.includes(id));

/** Does an interested party give the text's number, for something that the book itself can only count from below? */
export function isContested(
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
