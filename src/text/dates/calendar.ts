import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, WORD } from "../tokens/token.ts";
import { pointsAhead } from "./ahead.ts";
import type { DateContext, DateRead } from "./context.ts";
import { dayPlacedBehind } from "./day-of-name.ts";
import { closing, dayRange, wordedRange } from "./day-range.ts";
import { gluedBefore, gluedDay, gluedYear, hyphenedDay } from "./glued-days.ts";
import {
  dayAt,
  endsPhrase,
  isArticle,
  keyAt,
  make,
  onDay,
  type Rule,
  shiftBehind,
  skipArticle,
  skipJoin,
  trailingYearWord,
  yearAfter,
  yearInWords,
} from "./parts.ts";
import { floating, monthPeriod, type Period, SEASON_MONTHS, seasonPeriod } from "./periods.ts";
import { monthIsSure } from "./sure-months.ts";
import { toldYearAfter } from "./told.ts";

function inMonth(x: DateContext, i: number, m: number): Period {
  if (!x.ref) return floating(`XXXX-${String(m).padStart(2, "0")}`);
  const ahead = pointsAhead(x, i);
  const y = ahead ? (m >= x.ref.m ? x.ref.y : x.ref.y + 1) : m <= x.ref.m ? x.ref.y : x.ref.y - 1;
  return monthPeriod(y, m);
}

/** "May 14, 2019", "May 2019", "May 14-16". */
export const monthFirst: Rule = (x, i) => {
  const month = x.w.months.longest(x.tokens, i);
  if (!month) return null;
  const m = month.value;
  const hyphened = hyphenedDay(x, month.to);
  const at = hyphened ? hyphened.to - 1 : articledDay(x, month.to);
  const day = hyphened ?? dayAt(x, at) ?? gluedDay(x, at);
  if (day && x.tokens[at]!.kind === NUMBER && monthFirstFits(x, at, day.to, at > month.to)) {
    const range = dayRange(x, day.to);
    const year = yearAfter(x, range ? range.to : day.to);
    const period = onDay(x, year?.y ?? null, m, day.d);
    if (period)
      return make(
        i,
        year?.to ?? range?.to ?? day.to,
        range ? closing(x, period, year?.y ?? null, m, range.d) : period,
      );
  }
  const spelled = day ?? spelledAfter(x, at);
  const sure = monthIsSure(x, i, month.to) || ordinalTells(x, i, at, day);
  if (spelled && x.tokens[at]!.kind === WORD && (isSpelledDay(x, spelled.to) || at > month.to) && sure) {
    const year = yearAfter(x, spelled.to);
    const period = onDay(x, year?.y ?? null, m, spelled.d);
    if (period && x.w.units.longest(x.tokens, spelled.to) === null)
      return make(i, year?.to ?? spelled.to, period);
  }
  const year = toldYearAfter(x, month.to) ?? yearOfMonth(x, i, month.to);
  if (year) return make(i, trailingYearWord(x, year.to), monthPeriod(year.y, m));
  const token = x.tokens[i]!;
  // "SEP9" is a code.
  if (token.caps === 2 && x.tokens[month.to]?.kind === NUMBER && !x.tokens[month.to]!.gap) return null;
  if (!monthIsSure(x, i, month.to) || (token.end - token.start < 3 && token.key < "\u0370")) return null;
  return placedBehind(x, i, month) ?? make(i, month.to, inMonth(x, i, m));
};

/** The year behind a month; in "dix-sept mille cinq cents" its short form is a number. */
function yearOfMonth(x: DateContext, i: number, to: number): { y: number; to: number } | null {
  const year = yearAfter(x, to);
  const unsure = x.c.unsureMonths.has(keyAt(x, i)) && x.tokens[i]!.caps === 0;
  return year && unsure && x.tokens[year.to - 1]!.kind === WORD ? null : year;
}

/** "en septembre prochain", في سبتمبر الماضي: the word behind a month tells its year. */
function placedBehind(x: DateContext, i: number, month: { value: number; to: number }): DateRead | null {
  const post = x.ref ? shiftBehind(x, month.to) : null;
  if (!post || post.value === 0 || !x.ref) return null;
  const { value: m } = month;
  const y = post.value < 0 ? x.ref.y - (m < x.ref.m ? 0 : 1) : x.ref.y + (m > x.ref.m ? 0 : 1);
  return make(i, post.to, monthPeriod(y, m));
}

/** "15:50", "3:30" right behind a day. */
const timeFollows = (x: DateContext, i: number): boolean =>
  x.tokens[i]?.kind === NUMBER && keyAt(x, i + 1) === ":" && x.tokens[i + 1]!.gap === false;

/** Where the day comes first, one in words behind its month is told by the time that follows: फरवरी बाईस 3:30 बजे. */
const isSpelledDay = (x: DateContext, to: number): boolean =>
  x.c.pack.dates.order === "mdy" || timeFollows(x, to);

/** "May twenty-second", "may the fourth": an ordinal tells that the word before it is a month. */
function ordinalTells(x: DateContext, i: number, at: number, day: { to: number } | null): boolean {
  return day !== null && (x.tokens[i]!.caps > 0 || (at > i + 1 && endsPhrase(x, day.to)));
}

/** "May twenty nine.": a number in words that counts nothing. */
function spelledAfter(x: DateContext, i: number): { d: number; to: number } | null {
  const day = cardinalDay(x, i);
  if (x.c.pack.dates.order !== "mdy") return day && timeFollows(x, day.to) ? day : null;
  const year = day && yearInWords(x, day.to);
  return day && (year || endsPhrase(x, day.to)) && !yearInWords(x, i) ? day : null;
}

/** "June the 28th": past an article before an ordinal. */
function articledDay(x: DateContext, i: number): number {
  const at = skipArticle(x, i);
  const day = at > i ? dayAt(x, at) : null;
  return day && (x.tokens[at]!.kind === WORD || day.to > at + 1) ? at : i;
}

function monthFirstFits(x: DateContext, at: number, to: number, articled: boolean): boolean {
  if (x.c.pack.dates.order !== "mdy" && !articled && !endsPhrase(x, to) && !timeFollows(x, to)) return false;
  const next = x.tokens[to];
  return (
    !(next?.key === "%" || (next?.key === ":" && !next.gap && x.tokens[to + 1]?.kind === NUMBER)) &&
    x.tokens[at]!.kind === NUMBER
  );
}

/** "14 May 2019", "14 de mayo", "the 14th of May". */
export const dayFirst: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const day = dayAt(x, start) ?? dayInWords(x, start) ?? spelledBefore(x, start) ?? gluedBefore(x, start);
  if (!day) return null;
  const range = dayRange(x, day.to) ?? wordedRange(x, i, day.to);
  const at = skipJoin(x, range ? range.to : day.to);
  const month = x.w.months.longest(x.tokens, at) ?? (range ? null : ordinalMonth(x, start, day.to));
  const bareWord = x.tokens[start]!.kind === WORD && at === day.to && x.c.pack.dates.order === "mdy";
  if (!month || (bareWord && !spelledBefore(x, start))) return null;
  const ordinal = x.tokens[start]!.kind === WORD || day.to > start + 1;
  const small = x.c.vagueMonths.has(x.tokens[at]!.key) && x.tokens[at]!.caps === 0;
  if (small && !(ordinal && at > day.to) && !isSmallMonth(x, start, month.to)) return null;
  const found = toldYearAfter(x, month.to) ?? yearAfter(x, month.to) ?? gluedYear(x, month.to);
  const year = found && { y: found.y, to: trailingYearWord(x, found.to) };
  const m = month.value;
  const period = onDay(x, year?.y ?? null, m, day.d);
  if (!period) return null;
  const end = year?.to ?? month.to;
  const close = range ? (x.w.rangeClose?.longest(x.tokens, end) ?? null) : null;
  if (range?.open && !close) return null;
  const placed = range || year ? null : dayPlacedBehind(x, m, day.d, month.to);
  if (placed) return make(x.tokens[start]!.kind === NUMBER ? start : i, placed.to, placed.period);
  const named = range ? closing(x, period, year?.y ?? null, m, range.d) : period;
  const from = range?.from ?? (x.tokens[start]!.kind === NUMBER ? start : i);
  return make(from, close?.to ?? end, named);
};

/** "on 26 march", "from 26 may to 28 june": a month in small letters behind a word that leads to days, with nothing that its day could count. */
const isSmallMonth = (x: DateContext, i: number, to: number): boolean =>
  [x.w.dayLeadBack, x.w.from, x.w.since, x.w.until].some(words => words.endsBefore(x.tokens, i) !== null) &&
  (x.tokens[to]?.kind !== WORD ||
    x.w.to.longest(x.tokens, to) !== null ||
    x.w.yearJoin.longest(x.tokens, to) !== null);

/** "am 7. vierten", "Donnerstag, den siebenundzwanzigsten zwölften": the month by its ordinal, behind a word that leads to days. */
function ordinalMonth(x: DateContext, i: number, to: number): { value: number; to: number } | null {
  if (x.c.pack.ordinalStops !== true) return null;
  const at = keyAt(x, to) === "." ? to + 1 : to;
  const ordinal = x.tokens[i]!.kind === WORD || at > to;
  const month = ordinal ? x.w.ordinals.longest(x.tokens, at) : null;
  const led = x.w.bareDayLead.endsBefore(x.tokens, i) ?? x.w.weekdaysBack.endsBefore(x.tokens, i);
  const told =
    led ?? (isArticle(x, i - 1) ? x.w.weekdaysBack.endsBefore(x.tokens, beforeComma(x, i - 1)) : null);
  return month && told && month.value <= 12 && endsPhrase(x, month.to) ? month : null;
}

const beforeComma = (x: DateContext, i: number): number => (keyAt(x, i - 1) === "," ? i - 1 : i);

/** "diez de octubre", "due agosto": a cardinal number in words. */
export function dayInWords(x: DateContext, i: number): { d: number; to: number } | null {
  return x.c.pack.dates.order === "mdy" ? null : cardinalDay(x, i);
}

/** "twenty five January": where the month comes first, a spelled number is a day only right before a name that is nothing but a month. */
function spelledBefore(x: DateContext, i: number): { d: number; to: number } | null {
  const day = x.c.pack.dates.order === "mdy" ? cardinalDay(x, i) : null;
  return day &&
    x.w.months.longest(x.tokens, day.to) &&
    (!x.c.vagueMonths.has(keyAt(x, day.to)) || x.tokens[day.to]!.caps > 0)
    ? day
    : null;
}

function cardinalDay(x: DateContext, i: number): { d: number; to: number } | null {
  if (x.tokens[i]?.kind !== WORD) return null;
  const read = readNumber(x.tokens, i, x.c.numerals);
  const fits =
    read?.words && Number.isInteger(read.value) && read.value >= 1 && read.value <= 31 && !read.scaled;
  // "quinzena de maio" is no day.
  const isUnit = x.w.units.longest(x.tokens, i) !== null;
  return fits && read.high === null && !isUnit ? { d: read.value, to: read.to } : null;
}

/** "summer of 2019", "spring 2020". */
export const season: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const found = x.w.seasons.longest(x.tokens, start);
  if (!found) return null;
  const year = yearAfter(x, found.to);
  if (!year) return seasonAlone(x, i, start, found);
  return make(i, yearSpan(x, year), seasonPeriod(year.y, found.value));
};

/** "l'hiver 2017-2018": past the year that a season ends in. */
function yearSpan(x: DateContext, { y, to }: { y: number; to: number }): number {
  const next = x.tokens[to + 1];
  const glued = /^[-/]$/.test(keyAt(x, to)) && !x.tokens[to]!.gap && next?.kind === NUMBER && !next.gap;
  const following = String(y + 1);
  return glued && (next.key === following || next.key === following.slice(2)) ? to + 2 : to;
}

/** "in the summer", "en hiver": without its year, behind a word that leads to times; the last one, as a bare month is. */
function seasonAlone(
  x: DateContext,
  i: number,
  start: number,
  found: { value: string; to: number },
): DateRead | null {
  const led = x.w.seasonLead.endsBefore(x.tokens, start);
  if (
    !led ||
    !endsPhrase(x, found.to) ||
    (x.w.join.longest(x.tokens, found.to) && keyAt(x, found.to) !== ",")
  )
    return null;
  if (!x.ref) return make(i, found.to, floating(`XXXX-${found.value}`));
  const first = inMonth(x, i, SEASON_MONTHS[found.value] ?? 1);
  return make(i, found.to, seasonPeriod(Number(first.timex.slice(0, 4)), found.value));
}
