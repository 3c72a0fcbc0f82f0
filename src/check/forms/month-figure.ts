import type { Claim } from "../../read/types.ts";
import { readDates } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";
import { clauseAround } from "../match/clause.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { isOfOtherGoods } from "../match/goods.ts";
import { isUnexplained, narrowingOf } from "../match/narrowing.ts";
import { isOfOtherTown, townsIn } from "../match/nearest-place.ts";
import { openingCounter } from "../match/opening-counter.ts";
import { placesIn } from "../match/places-in.ts";
import { sentenceOf, statesNamed, wordsSaid } from "../match/sentence.ts";
import { isCountedIn } from "../match/shared-words.ts";
import { isOfSibling } from "../match/siblings.ts";
import { isWholeTold } from "../match/whole.ts";
import { hasWord, plainWords } from "../match/words.ts";
import { isWithinMonth, type Period, parsePeriod } from "../rule/period.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { isToldByOthers } from "./evidence.ts";
import { numberContext } from "./number-context.ts";
import type { CheckContext } from "./types.ts";

/**
 * The figure of the very month and in the very unit of a number that one thing more tells apart: the whole that the sentence gives ("of the 23
 * vendors"), its counter together with its own words for what it counts, or the states that it passed between. None where several
 * numbers could be meant.
 */
export function figuresOfMonth(claim: Claim, context: CheckContext): readonly Figure[] {
  const { shelf, claims, document } = context;
  const unit = normalUnit(claim.unit);
  if (unit === "" || unit === "percent" || isCurrency(unit)) return [];
  const month = monthOf(claim, context);
  if (month === null) return [];
  const printed = new Set(
    claims.flatMap(other => (normalUnit(other.unit) === unit || isBeside(other, claim) ? [other.value] : [])),
  );
  const known = new Map([...shelf.figures, ...shelf.monthly].map(figure => [figure.id, figure]));
  const near = [...known.values()].filter(
    figure =>
      normalUnit(figure.unit) === unit &&
      !printed.has(figure.value) &&
      isOfMonth(figure, month) &&
      isToldByOthers(figure, shelf),
  );
  if (near.length === 0) return [];
  const { text, language } = document;
  const sentence = text.slice(...claim.sentence);
  const spoken = withCounter(claim, context);
  const clause = clauseAround(spoken, { text, language, claims });
  const narrowing = narrowingOf(spoken, { text, language, claims, shelf });
  const towns = townsIn(sentence, language);
  const isOther = (figure: Figure) =>
    isUnexplained(narrowing, figure, shelf) ||
    isOfOtherTown(towns, figure) ||
    isOfOtherGoods(sentence, figure, shelf.codebook) ||
    isOfSibling(figure, clause, shelf);
  const isOneOf = isTold(spoken, clause, context);
  const found = near.filter(figure => isOneOf(figure) && !isOther(figure));
  return new Set(found.map(({ value }) => value)).size === 1 ? found : [];
}

/** Whoever opens the sentence of a count as its counter is credited with it; what stands in that name narrows nothing. */
function withCounter(claim: Claim, { document, shelf }: CheckContext): Claim {
  const to = claim.attribution ? "" : openingCounter(claim, document.text, shelf);
  if (to === "") return claim;
  const states = new Set(placesIn(to, document.language.slice(0, 2)).map(({ country }) => country));
  const places = claim.places.filter(place => !states.has(place));
  return { ...claim, attribution: { to, span: [0, 0] }, places };
}

const isBeside = (other: Claim, { sentence }: Claim): boolean => other.sentence[0] === sentence[0];

/**
 * The month of a number, or the only one that its sentence names where that is the last date before the number, and none follows ("the same
 * month in which China gave ..."); null where there is none.
 */
function monthOf(
  { period, sentence, span }: Claim,
  { document: { text, language, published } }: CheckContext,
): Period | null {
  const own = period[0] || period[1] ? parsePeriod([...period]) : null;
  if (own) return isWithinMonth(own) ? own : null;
  const dates = readDates(text.slice(...sentence), { language, date: published });
  const last = dates.at(-1);
  if (!last || !isWithinMonth(last) || sentence[0] + last.span[1] > span[0]) return null;
  const months = dates.filter(isWithinMonth).map(({ start }) => start.slice(0, MONTH));
  return new Set(months).size === 1 ? { start: last.start, end: last.end } : null;
}

/** The figure stood at a day of the month, or what it counts came to pass in it. Of a mere year the last day is kept, and tells no month. */
function isOfMonth({ start, end, asOf }: Figure, month: Period): boolean {
  const time = start && end ? { start, end } : start || end ? null : { start: asOf, end: asOf };
  if (time === null || !isWithinMonth(time) || time.end.endsWith("-12-31")) return false;
  return time.start.slice(0, MONTH) === month.start.slice(0, MONTH);
}

/** Length of a date to its month. */
const MONTH = "2019-11".length;

/** Is the figure told apart by its whole, by its counter, or by its states? */
function isTold(claim: Claim, clause: string, context: CheckContext): (figure: Figure) => boolean {
  const said = wordsSaid(claim, context.document);
  const told = numberContext(claim, context);
  const states = {
    clause: statesNamed({ sentence: clause, language: told.language }),
    sentence: new Set(statesNamed(sentenceOf(claim, context.document))),
  };
  const measure = effectiveMeasure(claim, context.shelf.codebook)?.id;
  return figure =>
    (isWholeTold(figure, claim, context.claims) && isCountedIn(figure, said)) ||
    (told.credited?.(figure) === true &&
      isInItsWords(figure, claim, context) &&
      isSubjectTold(figure, said)) ||
    (areStatesTold(figure, claim, states) && (figure.measure === measure || isCountedIn(figure, said)));
}

/** The words behind the number are those by which the figure says what it counts, two at least. */
function isInItsWords({ counted }: Figure, { span, sentence, text: own }: Claim, { document }: CheckContext) {
  const number = /^[^\p{L}]*\d[\d,.]*/u.exec(own)?.[0].length ?? 0;
  const words = plainWords(counted);
  const behind = plainWords(document.text.slice(span[0] + number, sentence[1]));
  return number > 0 && words.length >= 2 && words.every((word, at) => behind[at] === word);
}

/** The sentence says what the counter counts it on, in a word that is no name ("map"). */
const isSubjectTold = ({ subject }: Figure, said: ReadonlySet<string>): boolean =>
  (subject.match(/(?<!\p{L})\p{Ll}{3,}/gu) ?? []).some(word => hasWord(said, word));

interface StatesTold {
  readonly clause: readonly string[];
  readonly sentence: ReadonlySet<string>;
}

/** What passed between two states and more: the sentence names them all, and the clause of the number those that act and no other. */
const areStatesTold = (
  { about, place }: Figure,
  { places }: Claim,
  { clause, sentence }: StatesTold,
): boolean =>
  about.length >= 2 &&
  about.every(id => sentence.has(id)) &&
  places.some(id => id !== place) &&
  [...places, ...clause].every(id => about.includes(id));
