import type { Claim } from "../../read/types.ts";
import { readDates } from "../../text/index.ts";
import type { RecordRow } from "../gather/types.ts";
import { placesIn } from "../match/places-in.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { overlaps, type Period, yearOf } from "../rule/period.ts";
import { dateOf } from "./act.ts";
import { recordShown } from "./evidence.ts";
import { actsOf, codesTold, YEARS } from "./told-act.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** One act of a list: the states that it is between, and when. */
interface Item {
  readonly places: readonly string[];
  readonly when: Period;
  readonly span: readonly [number, number];
}

/**
 * "China signed with Italy in 2015, with Serbia in 2019 and with Hungary in 2023"; "Nicaragua left Taiwan in 2021, Honduras in 2023": each part
 * of the list that stands in the claim is held against the acts of its own states. Null where the sentence is no such list, or nothing is
 * found of one of its parts.
 */
export function checkListedActs(claim: Claim, context: CheckContext): Outcome | null {
  if (claim.polarity === "negative" || claim.value !== null) return null;
  const { shelf, language, document } = context;
  const told = codesTold(claim, context);
  if (told.size === 0) return null;
  const items = itemsOf(document.text.slice(...claim.sentence), context);
  const [from, to] = [claim.span[0] - claim.sentence[0], claim.span[1] - claim.sentence[0]];
  const own = items.length < 2 ? [] : items.filter(({ span }) => span[0] < to && span[1] > from);
  if (own.length === 0) return null;
  const found = own.map(item => ({ item, acts: actsOf(told, item.places, context) }));
  if (found.some(({ acts }) => acts.length === 0)) return null;
  const show = (rows: readonly RecordRow[], code: string) =>
    rows
      .slice(0, 5)
      .map(row => recordShown(row, { shelf, language, note: reason(code), period: dateOf(row) }));
  const wrong = found.filter(({ item, acts }) => !acts.some(act => isAt(act, item.when)));
  const fits = found.flatMap(({ item, acts }) => acts.filter(act => isAt(act, item.when)));
  const [first] = wrong;
  if (!first)
    return outcome("supported", {
      reasons: fits.map(act => reason("act-on-record", { label: act.label, period: dateOf(act) })),
      for: show(fits, "act-on-record-note"),
    });
  const act = first.acts[0]!;
  const apart = Math.abs(yearOf(timeOfRecord(act)!.start) - yearOf(first.item.when.start));
  const years = new Set(first.acts.map(each => yearOf(timeOfRecord(each)!.start)));
  const isMeant = years.size === 1 && apart <= YEARS;
  return outcome(isMeant ? "imprecise" : "unverifiable", {
    reasons: [
      isMeant ? reason("other-date", { label: act.label, period: dateOf(act) }) : reason("no-evidence"),
    ],
    related: [...show(first.acts, "other-act-of-kind"), ...show(fits, "act-on-record-note")],
    missing: reason("missing-source"),
  });
}

const isAt = (act: RecordRow, when: Period): boolean => {
  const time = timeOfRecord(act);
  return time !== null && overlaps(time, when);
};

/**
 * The acts of a sentence in which each date ends a part. The first part names all states; a later one names one, which stands for the last of
 * them where a small word leads it in ("with Serbia"), else for the first.
 */
function itemsOf(sentence: string, { document: { language, published } }: CheckContext): Item[] {
  const dates = readDates(sentence, { language, date: published }).filter(
    ({ type, start, end }) => type === "date" && start !== "" && end !== "",
  );
  if (dates.length < 2) return [];
  const places = placesIn(sentence, language);
  const items: Item[] = [];
  let begin = 0;
  let head: readonly string[] = [];
  for (const { span, start, end } of dates) {
    const part = [begin, span[1]] as const;
    const named = places.filter(place => place.span[0] >= part[0] && place.span[1] <= part[1]);
    const countries = [...new Set(named.map(({ country }) => country))];
    const [only] = countries;
    if (only === undefined) return [];
    if (head.length === 0) head = countries;
    else if (countries.length > 1 || !isElided(sentence.slice(begin, named[0]!.span[0]))) return [];
    const isPartner =
      begin > 0 && /\p{Ll}+\s+$/u.test(withoutJoiner(sentence.slice(begin, named[0]!.span[0])));
    const all = begin === 0 ? head : isPartner ? [...head.slice(0, -1), only] : [only, ...head.slice(1)];
    items.push({ places: all, when: { start, end }, span: part });
    begin = span[1];
  }
  return items;
}

/** Between the date before it and the state of a part stand a mark, a joint and at most one small word. */
const isElided = (between: string): boolean => /^[,;]?\s*(?:\p{Ll}{1,4}\s+){0,2}(?:the\s+)?$/u.test(between);

/** "and with": the joint is no word of the part. */
const withoutJoiner = (between: string): string =>
  between.replace(/^[,;]?\s*(?:and|y|e|et)?\s+/u, "").replace(/the\s+$/u, "");
