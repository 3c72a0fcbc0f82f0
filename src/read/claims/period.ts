import type { DateMention } from "../../text/types.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { insertedBeside } from "../analysis/inserted.ts";
import { distance, inside, overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Claim, Span } from "../types.ts";
import type { Context } from "./context.ts";
import { isTime } from "./units.ts";

type Ends = Claim["period"];

/** First and last day or year of a date. */
export const periodEnds = (date: DateMention): Ends => ends(date);

const CALENDAR = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 * The ends of a range are as exact as it names them ("January to April 2019"). Else `2019-01-01` to `2019-12-31` is the year 2019; whole
 * months likewise; other days stay days.
 */
function ends({ start, end, timex }: DateMention): Ends {
  const stroke = timex.indexOf("/");
  const first = stroke < 0 ? timex : timex.slice(0, stroke);
  const last = stroke < 0 ? timex : timex.slice(stroke + 1);
  if (isTold(first, start) && isTold(last, end)) return [first, last];
  return [short(start, "01-01", "01"), short(end, "12-31", "")];
}

const isTold = (text: string, day: string): boolean => day.startsWith(text) && CALENDAR.test(text);

function short(day: string, yearEdge: string, monthEdge: string): string | null {
  if (day === "") return null;
  if (day.slice(5) === yearEdge) return day.slice(0, 4);
  return monthEdge !== "" && day.slice(8) === monthEdge ? day.slice(0, 7) : day;
}

/**
 * Dates that place something in time: days and longer, not durations and clock times. "The three years before" do, although nothing tells
 * their days.
 */
const isPoint = (date: DateMention): boolean =>
  date.type !== "time" && (date.start !== "" || date.end !== "" || date.placed === true);

/** A length of time beside "next" or "last", whose days are counted from publication. */
const isCounted = (date: DateMention): boolean => /^P[\dT]/.test(date.timex);

/**
 * "In September 2024 the ministers met. 3,000 officers would be trained over the next twelve months.": where the paragraph names
 * an earlier date, such a length is counted from there, and what is told has no days that could be relied on.
 */
function isAnchored(
  { document, sentences }: Pick<Context, "document" | "sentences">,
  sentence: Sentence,
): boolean {
  const here = indexOf(sentences, sentence.span[0]);
  for (let i = here; i >= 0 && i > here - ANCHOR_REACH; i--) {
    if (sentences[i]!.dates.some(date => namesEarlier(date, document.published))) return true;
    const before = i > 0 ? document.text.slice(sentences[i - 1]!.span[1], sentences[i]!.span[0]) : "\n\n";
    if (/\n\s*\n/.test(before)) return false;
  }
  return false;
}

/** How many sentences back a date may stand that a length is counted from. */
const ANCHOR_REACH = 8;

/** The sentence that begins at an offset, by bisection: sentences stand in order. */
function indexOf(sentences: readonly Sentence[], offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.span[0] < offset) low = middle + 1;
    else high = middle;
  }
  return high;
}

const namesEarlier = (date: DateMention, published: string): boolean =>
  isPoint(date) && !isCounted(date) && date.end !== "" && date.end < published;

const isOpen = ([from, to]: Ends): boolean => (from === null) !== (to === null);

/** Within how many characters of its start a sentence is dated as a whole. */
const OPENING = 40;

/** A comma between a number and a date parts them more than words do. */
const COMMA = 20;

function apart(sentence: Sentence, a: Span, b: Span): number {
  const between: Span = [Math.min(a[1], b[1]), Math.max(a[0], b[0])];
  const comma = sentence.words.some(word => word.key === "," && inside([word.start, word.end], between));
  // "283 in 39 countries in 2023 and 296 in 54 countries in 2024": so does what joins two numbers.
  const isJoined = cuesNamed(sentence, "joining").some(({ span }) => inside(span, between));
  return distance(a, b) + (comma || isJoined ? COMMA : 0);
}

/** The date of a clause that stands nearest to a span, else the one that opens the sentence. */
export function nearestDate(sentence: Sentence, clause: Span, to: Span): DateMention | null {
  if (sentence.dates.length === 0) return null;
  const dates = datesBeside(toldDates(sentence), sentence, to);
  const own = dates.filter(date => inside(date.span, clause));
  if (own.length === 1) return own[0]!;
  const nearest = own.sort(
    (a, b) => apart(sentence, a.span, to) - apart(sentence, b.span, to) || a.span[0] - b.span[0],
  )[0];
  if (nearest) return nearest;
  // "In 2022, ..." dates the whole sentence; a date inside another clause stays there.
  return dates.find(date => date.span[1] <= clause[0] && date.span[1] - sentence.span[0] <= OPENING) ?? null;
}

/**
 * Dates that may be of what stands at a place: none of a clause that is inserted elsewhere, and for what is inserted itself none that the sentence
 * tells behind it.
 */
function datesBeside(dates: DateMention[], sentence: Sentence, to: Span): DateMention[] {
  if (sentence.inserted.length === 0) return dates;
  const beside = insertedBeside(sentence, to);
  const around = sentence.inserted.find(each => inside(to, each));
  return dates.filter(
    ({ span }) => !beside.some(each => inside(span, each)) && (around === undefined || span[0] < around[1]),
  );
}

/** Words between whoever tells and the date of the telling at most: a verb and a preposition ("found in 2011 that"). */
const TELLING_WORDS = 2;

/** "The ministry said in 2011 that": the day of the telling, not of what is told. */
function isOfTelling(
  { span: [start, end] }: DateMention,
  { attribution, words, quantities, cues }: Sentence,
): boolean {
  const speaker = attribution?.span;
  if (!speaker || start < speaker[0]) return false;
  if (start < speaker[1]) return true;
  const between = words.filter(word => word.start >= speaker[1] && word.end <= start);
  // "部长周二宣布": between the speaker and the verb.
  if (between.length === 0 && cues.some(cue => cue.name === "says" && cue.span[0] === end)) return true;
  return (
    between.length > 0 &&
    between.length <= TELLING_WORDS &&
    between.every(({ key }) => /^\p{L}/u.test(key) && !/^\p{Script=Han}/u.test(key)) &&
    !quantities.some(({ span }) => span[0] >= end && span[0] <= end + 1)
  );
}

/** Dates of what is told; when it was told counts where it is the only date. */
function toldDates(sentence: Sentence): DateMention[] {
  const points = sentence.dates.filter(isPoint);
  if (points.length < 2) return points;
  const told = points.filter(date => !isOfTelling(date, sentence));
  return told.length > 0 ? told : points;
}

/** Words between "after" and the date of what came before ("after civil unrest in 2022"). */
const BEHIND_REACH = 5;

/** "After civil unrest in 2022": what is told came later than the date. */
export function isBehind(sentence: Sentence, date: DateMention): boolean {
  if (date.start === "" || date.end === "") return false;
  return cuesNamed(sentence, "after").some(({ span }) => {
    if (span[1] > date.span[0]) return false;
    const between = sentence.words.filter(word => word.start >= span[1] && word.end <= date.span[0]);
    return (
      between.length > 0 &&
      between.length <= BEHIND_REACH &&
      between.every(({ key }) => /[\p{L}\p{N}-]/u.test(key))
    );
  });
}

/**
 * Time that a clause asserts. An open period ("since 2000") is cumulative; "now" is the day of publication, a point; a year is
 * left without kind, since only the measure tells what it means.
 */
export function periodOf(
  context: Pick<Context, "document" | "sentences">,
  sentence: Sentence,
  clause: Span,
  to: Span = clause,
): Pick<Claim, "period" | "periodKind"> {
  // "nearly a year" is a length, not a rate.
  const annual = cuesNamed(sentence, "annual").some(
    cue =>
      inside(cue.span, clause) &&
      (to === clause || !overlaps(cue.span, to)) &&
      !sentence.quantities.some(q => isTime(q.unit) && overlaps(cue.span, q.span)) &&
      // "a year earlier" is a date.
      !sentence.dates.some(date => inside(cue.span, date.span) && date.span[1] > cue.span[1]),
  );
  const { document } = context;
  const nearest = nearestDate(sentence, clause, to);
  const date = nearest && isCounted(nearest) && isAnchored(context, sentence) ? null : nearest;
  const own: Ends = date ? ends(date) : [null, null];
  const found: Ends = date && isBehind(sentence, date) ? [own[0], null] : own;
  const now = cuesNamed(sentence, "now").some(
    cue =>
      inside(cue.span, clause) &&
      // "Access Now" is a name.
      !sentence.words.some(
        word => word.start === cue.span[0] && word.caps > 0 && word.start > sentence.span[0],
      ),
  );
  if (nearest && !date) return { period: [null, null], periodKind: annual ? "annual" : "" };
  if (date) return { period: found, periodKind: annual ? "annual" : isOpen(found) ? "cumulative" : "" };
  if (now && document.published !== "")
    return { period: [document.published, document.published], periodKind: "point" };
  return { period: [null, null], periodKind: annual ? "annual" : now ? "point" : "" };
}

/** `2010`, `2010-05`, or the year span of one date. */
export function dateText(date: DateMention): string {
  const [from, to] = ends(date);
  return from !== null && from === to ? from : (to ?? from ?? "");
}
