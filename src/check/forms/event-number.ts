import type { Claim } from "../../read/types.ts";
import { readQuantities } from "../../text/index.ts";
import type { RecordRow } from "../gather/types.ts";
import { confidenceOf, isOtherTime, timeOfRecord } from "../match/record-fit.ts";
import { sentenceOf } from "../match/sentence.ts";
import { subjectOf } from "../match/subject.ts";
import { plainWords } from "../match/words.ts";
import { parsePeriod, periodLabel } from "../rule/period.ts";
import { isInOtherTown } from "./act-place.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { claimsBefore } from "./speaking.ts";
import { countriesOf, isByOthersThan, isSetFree, placesOf, requiredTexts } from "./told-event.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "55 wanted persons were detained": a number of those to whom something happened is borne out by the record of an event that gives it of the
 * same people, in a country or town that the sentence names. It is never refuted by one: the event may be another. Null where there is none.
 */
export function checkByEvent(claim: Claim, context: CheckContext): Outcome | null {
  if (claim.form !== "number" || claim.value === null || claim.polarity === "negative") return null;
  const { shelf, language } = context;
  const events = shelf.events.filter(
    event => isCounted(event, claim, context) && isToldByOthers(event, shelf),
  );
  const [first] = events;
  if (!first) return null;
  const shown = events.slice(0, 2).map(event =>
    recordShown(event, {
      shelf,
      language,
      note: reason("record-bears-out"),
      period: periodLabel(timeOfRecord(event)),
    }),
  );
  const told = { counter: shown[0]?.origin ?? "", label: first.label };
  return outcome("supported", { reasons: [reason("record-tells", told)], for: shown });
}

/** The event is of the claim's number and people, where and when it says. */
function isCounted(event: RecordRow, claim: Claim, context: CheckContext): boolean {
  const { shelf, document } = context;
  const affected = requiredTexts(event).join(" ");
  if (!numbersOf(event).has(claim.value ?? 0)) return false;
  const subject = subjectOf(claim, shelf.entities, sentenceOf(claim, document), claimsBefore(claim, context));
  const isHere =
    countriesOf(event).some(state => claim.places.includes(state) || subject.named.has(state)) ||
    placesOf(event).some(town => plainWords(town).every(word => subject.words.has(word)));
  const people = plainWords(affected).filter(word => word.length >= LEAST_LETTERS);
  const period = claim.period[0] && claim.period[1] ? parsePeriod([...claim.period]) : null;
  return (
    isHere &&
    people.some(word => subject.words.has(word)) &&
    confidenceOf(event) !== "low" &&
    !isOtherTime(event, period) &&
    !isByOthersThan(claim, context)(event) &&
    !isSetFree(event, context.document.text.slice(...claim.sentence), document.language) &&
    !isInOtherTown(event, context.document.text.slice(...claim.sentence), document.language.slice(0, 2))
  );
}

/** Shortest word that is taken for one of content. */
const LEAST_LETTERS = 5;

/** Numbers of those affected. Records are in English, their numbers in digits or in words; each is read once. */
function numbersOf(event: RecordRow): ReadonlySet<number> {
  const known = NUMBERS.get(event);
  if (known) return known;
  const read = readQuantities(requiredTexts(event).join(" "), { language: "en" });
  const numbers = new Set(read.map(({ value }) => value));
  NUMBERS.set(event, numbers);
  return numbers;
}

const NUMBERS = new WeakMap<RecordRow, ReadonlySet<number>>();
