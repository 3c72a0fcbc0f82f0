import {
  addDays,
  centuryPeriod,
  type Day,
  dayPeriod,
  decadePeriod,
  floating,
  halfPeriod,
  isDay,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
  weekendPeriod,
  yearPeriod,
} from "./calendar.ts";
import { type DateContext, type DateRead, durationValue, shiftedPeriod, yearNear } from "./date-context.ts";
import { calendarDate, denseLength, quarterDate } from "./date-dense.ts";
import { readNumber } from "./numerals.ts";
import { BREAK, NUMBER, SIGN, WORD } from "./tokens.ts";

type Rule = (x: DateContext, i: number) => DateRead | null;

const make = (from: number, to: number, period: Period, counts = false): DateRead => ({
  from,
  to,
  ...period,
  counts,
});

const keyAt = (x: DateContext, i: number): string => x.tokens[i]?.key ?? "";

/** Digits without marks and nothing glued to them. */
function wholeAt(x: DateContext, i: number, digits: RegExp): number | null {
  const token = x.tokens[i];
  if (token?.kind !== NUMBER || !digits.test(token.key)) return null;
  const before = x.tokens[i - 1];
  if (
    before &&
    !token.gap &&
    (before.kind === WORD ||
      before.key === "$" ||
      before.key === "£" ||
      before.key === "€" ||
      before.key === "#")
  )
    return null;
  return Number(token.key);
}

function yearAt(x: DateContext, i: number): number | null {
  const year = wholeAt(x, i, /^\d{4}$/);
  if (year === null || year < 1000 || year > 2200) return null;
  const after = x.tokens[i + 1];
  return after && !after.gap && after.kind === WORD ? null : year;
}

/** "14", "14th", "1st", "eighth" as a day of the month; `to` after its ending. */
function dayAt(x: DateContext, i: number): { d: number; to: number } | null {
  const digits = wholeAt(x, i, /^\d{1,2}$/);
  if (digits !== null) {
    const next = x.tokens[i + 1];
    const ending =
      next && !next.gap && (next.kind === WORD || next.key === "°") && x.c.ordinalEndings.has(next.key);
    if (next && !next.gap && next.kind === WORD && !ending) return null;
    return digits >= 1 && digits <= 31 ? { d: digits, to: ending ? i + 2 : i + 1 } : null;
  }
  const word = x.w.ordinals.longest(x.tokens, i);
  return word && word.value <= 31 ? { d: word.value, to: word.to } : null;
}

function skipJoin(x: DateContext, i: number): number {
  const join = x.w.join.longest(x.tokens, i);
  if (!join) return i;
  const more = x.w.join.longest(x.tokens, join.to);
  return more ? more.to : join.to;
}

function skipArticle(x: DateContext, i: number): number {
  const article = x.w.article.longest(x.tokens, i);
  return article ? article.to : i;
}

/** The year after a day and month, past ", " or "de". */
function yearAfter(x: DateContext, i: number): { y: number; to: number } | null {
  const at = skipJoin(x, i);
  const y = yearAt(x, at) ?? null;
  if (y !== null) return { y, to: at + 1 };
  const words = yearInWords(x, at);
  if (words) return words;
  const shifted = shiftedYear(x, at);
  return shifted;
}

/** "last year", "this year" after a month. */
function shiftedYear(x: DateContext, i: number): { y: number; to: number } | null {
  if (!x.ref) return null;
  const shift = x.w.shift.longest(x.tokens, i);
  const unit = shift && x.w.units.longest(x.tokens, shift.to);
  return shift && unit?.value === "year" ? { y: x.ref.y + shift.value, to: unit.to } : null;
}

/** "nineteen ninety-six", "two thousand and three". */
function yearInWords(x: DateContext, i: number): { y: number; to: number } | null {
  const token = x.tokens[i];
  if (token?.kind !== WORD) return null;
  const first = readNumber(x.tokens, i, x.c.numerals);
  if (!first?.words || first.fraction) return null;
  if (first.value >= 1900 && first.value <= 2100 && first.scaled) return { y: first.value, to: first.to };
  if (first.value < 16 || first.value > 20 || !Number.isInteger(first.value)) return null;
  const second = readNumber(x.tokens, first.to, x.c.numerals);
  if (!second?.words || second.value < 10 || second.value > 99 || !Number.isInteger(second.value))
    return null;
  return { y: first.value * 100 + second.value, to: second.to };
}

function onDay(x: DateContext, year: number | null, m: number, d: number): Period | null {
  const two = (n: number): string => String(n).padStart(2, "0");
  const y = year ?? (x.ref ? yearNear(x.ref, m, d) : null);
  if (y === null) return isDay(2000, m, d) ? floating(`XXXX-${two(m)}-${two(d)}`) : null;
  return isDay(y, m, d) ? dayPeriod({ y, m, d }) : null;
}

const FUTURE_WINDOW = 8;

/** A word of the future stands shortly before, in the same sentence. */
function pointsAhead(x: DateContext, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - FUTURE_WINDOW); k--) {
    const token = x.tokens[k]!;
    if (token.kind === BREAK || (token.key === "." && x.tokens[k + 1]?.gap)) return false;
    if (x.w.future.has(token.key)) return true;
    if (x.c.saying.has(token.key)) return false;
  }
  return false;
}

function inMonth(x: DateContext, i: number, m: number): Period {
  if (!x.ref) return floating(`XXXX-${String(m).padStart(2, "0")}`);
  const ahead = pointsAhead(x, i);
  const y = ahead ? (m >= x.ref.m ? x.ref.y : x.ref.y + 1) : m <= x.ref.m ? x.ref.y : x.ref.y - 1;
  return monthPeriod(y, m);
}

/** "May", "march" and the like are months only where a date speaks for it. */
const AMBIGUOUS_MONTH = /^(?:may|march|mar|sun|sat|wed|dec|jan|mai|mars|mart|marco|março|ene|abr)$/;

function monthIsSure(x: DateContext, i: number, to: number): boolean {
  const token = x.tokens[i]!;
  if (!AMBIGUOUS_MONTH.test(token.key)) return true;
  if (x.c.pack.language !== "en") return true;
  if (token.caps === 0) return false;
  if (token.key !== "may" && token.key !== "march") return true;
  const before = keyAt(x, i - 1);
  const next = x.tokens[to];
  return (
    x.c.yearBefore.has(before) ||
    x.w.shift.longest(x.tokens, i - 1) !== null ||
    !next ||
    next.kind === SIGN ||
    next.key === "and"
  );
}

/** "May 14, 2019", "May 2019", "May 14-16". */
const monthFirst: Rule = (x, i) => {
  const month = x.w.months.longest(x.tokens, i);
  if (!month) return null;
  const m = month.value;
  const day = dayAt(x, month.to);
  if (day && x.tokens[month.to]!.kind === NUMBER && monthFirstFits(x, month.to, day.to)) {
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
  if (day && x.tokens[month.to]!.kind === WORD && x.c.pack.language === "en" && x.tokens[i]!.caps > 0) {
    const period = onDay(x, null, m, day.d);
    if (period && x.w.units.longest(x.tokens, day.to) === null) return make(i, day.to, period);
  }
  const year = yearAfter(x, month.to);
  if (year) return make(i, trailingYearWord(x, year.to), monthPeriod(year.y, m));
  if (!monthIsSure(x, i, month.to) || x.tokens[i]!.end - x.tokens[i]!.start < 3) return null;
  const token = x.tokens[i]!;
  if (token.caps === 0 && x.c.pack.language === "en" && AMBIGUOUS_MONTH.test(token.key)) return null;
  return make(i, month.to, inMonth(x, i, m));
};

function monthFirstFits(x: DateContext, at: number, to: number): boolean {
  if (x.c.pack.dates.order !== "mdy" && x.c.pack.language !== "en") return false;
  const next = x.tokens[to];
  return (
    !(next?.key === "%" || (next?.kind === SIGN && next.key === ":" && !next.gap)) &&
    x.tokens[at]!.kind === NUMBER
  );
}

/** "-16" after a day. */
function dayRange(x: DateContext, i: number): { d: number; to: number } | null {
  if (keyAt(x, i) !== "-") return null;
  const day = dayAt(x, i + 1);
  const after = day && x.tokens[day.to];
  return day && !(after?.key === "-" && !after.gap) ? day : null;
}

function closing(x: DateContext, first: Period, year: number | null, m: number, d: number): Period {
  const last = onDay(x, year, m, d);
  return last && last.end > first.start
    ? { timex: `${first.timex}/${last.timex}`, start: first.start, end: last.end }
    : first;
}

/** "14 May 2019", "14 de mayo", "the 14th of May". */
const dayFirst: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const day = dayAt(x, start);
  if (!day) return null;
  const range = dayRange(x, day.to);
  const at = skipJoin(x, range ? range.to : day.to);
  const month = x.w.months.longest(x.tokens, at);
  if (!month || (x.tokens[start]!.kind === WORD && at === day.to && x.c.pack.language === "en")) return null;
  if (AMBIGUOUS_MONTH.test(x.tokens[at]!.key) && x.tokens[at]!.caps === 0 && x.c.pack.language === "en")
    return null;
  const found = yearAfter(x, month.to);
  const year = found && { y: found.y, to: trailingYearWord(x, found.to) };
  const m = month.value;
  const period = onDay(x, year?.y ?? null, m, day.d);
  if (!period) return null;
  const named = range ? closing(x, period, year?.y ?? null, m, range.d) : period;
  return make(x.tokens[start]!.kind === NUMBER ? start : i, year?.to ?? month.to, named);
};

/** 2019-05-14, 14.05.2019, 05/14/2019 and 14/05/19: year first always, else by the order of the language. */
const numeric: Rule = (x, i) => {
  const parts = numericParts(x, i);
  if (!parts) return null;
  const [a, b, c] = parts.values;
  const [ta, , tc] = parts.texts;
  let found: [number, number, number] | null = null;
  if (ta.length === 4) found = [a, b, c];
  else if (tc.length === 4 || (tc.length === 2 && parts.mark !== "-")) {
    const y = tc.length === 4 ? c : c < 50 ? 2000 + c : 1900 + c;
    const monthFirstOrder = x.c.pack.dates.order === "mdy" && parts.mark !== ".";
    found = (monthFirstOrder && a <= 12) || b > 12 ? [y, a, b] : [y, b, a];
  }
  if (!found || found[0] < 1000 || found[0] > 2200 || !isDay(...found)) return null;
  return make(i, parts.to, dayPeriod({ y: found[0], m: found[1], d: found[2] }));
};

interface Numeric {
  readonly values: readonly [number, number, number];
  readonly texts: readonly [string, string, string];
  readonly mark: string;
  readonly to: number;
}

function numericParts(x: DateContext, i: number): Numeric | null {
  const token = x.tokens[i]!;
  if (token.kind !== NUMBER || (!token.gap && x.tokens[i - 1]?.kind === WORD)) return null;
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{2,4})$/.exec(token.key);
  if (dotted) return numericOf([dotted[1]!, dotted[2]!, dotted[3]!], ".", i + 1);
  const mark = keyAt(x, i + 1);
  if ((mark !== "/" && mark !== "-") || keyAt(x, i + 3) !== mark) return null;
  const tokens = [x.tokens[i], x.tokens[i + 2], x.tokens[i + 4]];
  if (!tokens.every(t => t?.kind === NUMBER && /^\d{1,4}$/.test(t.key))) return null;
  if (x.tokens[i + 5]?.key === mark && !x.tokens[i + 5]!.gap) return null;
  return numericOf([tokens[0]!.key, tokens[1]!.key, tokens[2]!.key], mark, i + 5);
}

function numericOf(texts: readonly [string, string, string], mark: string, to: number): Numeric {
  return { texts, values: [Number(texts[0]), Number(texts[1]), Number(texts[2])], mark, to };
}

/** "third quarter", "Q3", "first half", with a year before or after. */
const quarter: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const fiscal = x.w.yearWords.longest(x.tokens, start);
  const lead = fiscal && keyAt(x, start) === "fiscal" ? fiscal.to : start;
  const before = yearAt(x, lead);
  const at = before !== null ? lead + 1 : lead;
  const found = quarterAt(x, at);
  if (!found) return null;
  const year = before !== null ? { y: before, to: found.to } : yearAfter(x, found.to);
  const y = year?.y ?? (x.ref ? quarterYear(x.ref, found.q, found.half) : null);
  const to = year?.to ?? found.to;
  if (y === null) return make(i, to, floating(`XXXX-${found.half ? "H" : "Q"}${found.q}`));
  if (!found.half) x.quarter = { y, q: found.q, at: i };
  return make(i, to, found.half ? halfPeriod(y, found.q) : quarterPeriod(y, found.q));
};

function quarterAt(x: DateContext, i: number): { q: number; half: boolean; to: number } | null {
  const short = x.tokens[i];
  if (short?.kind === WORD && short.key === "q" && short.caps > 0) {
    const q = wholeAfterLetter(x, i + 1);
    return q !== null && q >= 1 && q <= 4 ? { q, half: false, to: i + 2 } : null;
  }
  const ordinal = x.w.quarters.longest(x.tokens, i) ?? digitOrdinal(x, i);
  if (!ordinal) return null;
  let at = ordinal.to;
  if (keyAt(x, at) === "-") at++;
  if (keyAt(x, at) === "fiscal") at++;
  const unit = x.w.units.longest(x.tokens, at);
  if (unit?.value === "quarter" && ordinal.value <= 4) return { q: ordinal.value, half: false, to: unit.to };
  if (unit?.value === "half" && ordinal.value <= 2) return { q: ordinal.value, half: true, to: unit.to };
  return null;
}

function digitOrdinal(x: DateContext, i: number): { value: number; to: number } | null {
  const token = x.tokens[i];
  const next = x.tokens[i + 1];
  if (
    token?.kind !== NUMBER ||
    !/^[1-4]$/.test(token.key) ||
    !next ||
    next.gap ||
    !x.c.ordinalEndings.has(next.key)
  )
    return null;
  return { value: Number(token.key), to: i + 2 };
}

function wholeAfterLetter(x: DateContext, i: number): number | null {
  const token = x.tokens[i];
  return token?.kind === NUMBER && !token.gap && /^\d$/.test(token.key) ? Number(token.key) : null;
}

function quarterYear(ref: Day, q: number, half: boolean): number {
  return yearNear(ref, half ? q * 6 - 3 : q * 3 - 1, 15);
}

/** Weekdays: the last one, or the next where the sentence looks ahead; with a part of the day, a time. */
const weekday: Rule = (x, i) => {
  const shift = x.w.shift.longest(x.tokens, skipArticle(x, i));
  const start = shift ? shift.to : i;
  const found = x.w.weekdays.longest(x.tokens, start);
  if (!found) return null;
  const token = x.tokens[start]!;
  if (x.c.pack.language === "en" && token.caps === 0 && token.key.length <= 4) return null;
  if (
    x.c.pack.language === "en" &&
    token.key.length <= 3 &&
    x.tokens[found.to]?.kind === WORD &&
    keyAt(x, found.to - 1) !== "."
  )
    return null;
  const post = shift ? null : x.c.pack.dates.shiftAfter ? x.w.shift.longest(x.tokens, found.to) : null;
  const to = post ? post.to : found.to;
  const joined = x.w.join.longest(x.tokens, to);
  const full =
    x.tokens[joined ? joined.to : to] === undefined
      ? null
      : (monthFirst(x, joined ? joined.to : to) ??
        dayFirst(x, joined ? joined.to : to) ??
        numericHere(x, joined ? joined.to : to));
  if (full && full.timex.length >= 10 && !full.counts) return { ...full, from: i };
  if (!x.ref) return make(i, to, floating(`XXXX-WXX-${found.value}`));
  const day = resolveWeekday(x, i, x.ref, found.value, shift?.value ?? post?.value ?? null);
  return withPart(x, i, to, day);
};

function numericHere(x: DateContext, i: number): DateRead | null {
  return x.tokens[i] ? numeric(x, i) : null;
}

function resolveWeekday(x: DateContext, i: number, ref: Day, want: number, shift: number | null): Day {
  const today = weekdayOf(ref);
  const back = (today - want + 7) % 7;
  const ahead = (want - today + 7) % 7;
  if (shift === 1) return addDays(ref, ahead === 0 ? 7 : ahead);
  if (shift === -1) return addDays(ref, -(back === 0 ? 7 : back));
  return pointsAhead(x, i) ? addDays(ref, ahead) : addDays(ref, -back);
}

/** "Friday evening": TIMEX3 appends the part of the day. */
function withPart(x: DateContext, from: number, to: number, day: Day): DateRead {
  const part = x.w.parts.longest(x.tokens, to);
  const period = dayPeriod(day);
  if (!part) return make(from, to, period);
  return make(from, part.to, { ...period, timex: period.timex + partValue(part.value) });
}

const partValue = (part: string): string =>
  part === "MI" ? "T12:00" : part === "MN" ? "T24:00" : `T${part}`;

/** "yesterday", "today", "tonight"; "last night", "this morning". */
const dayWord: Rule = (x, i) => {
  const found = x.w.days.longest(x.tokens, i);
  if (found) {
    if (!x.ref)
      return make(
        i,
        found.to,
        floating(found.value === 0 ? "PRESENT_REF" : found.value < 0 ? "PAST_REF" : "FUTURE_REF"),
      );
    const read = withPart(x, i, found.to, addDays(x.ref, found.value));
    return keyAt(x, i) === "tonight" ? { ...read, timex: `${read.timex}TNI` } : read;
  }
  const shift = x.w.shift.longest(x.tokens, i);
  const part = shift && x.w.parts.longest(x.tokens, shift.to);
  if (!shift || !part || !x.ref) return null;
  const day = addDays(x.ref, shift.value);
  return make(i, part.to, { ...dayPeriod(day), timex: `${dayPeriod(day).timex}${partValue(part.value)}` });
};

/** "last year", "this month", "next week", "la semana pasada"; the same with a month or a season. */
const shifted: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const shift = x.w.shift.longest(x.tokens, start);
  if (shift) {
    const read = shiftedThing(x, i, shift.to, shift.value);
    if (read) return read;
  }
  if (!x.c.pack.dates.shiftAfter) return null;
  const unit = unitOrSeason(x, start);
  const post = unit && x.w.shift.longest(x.tokens, unit.to);
  return unit && post ? shiftUnit(x, i, post.to, unit.value, post.value) : null;
};

function unitOrSeason(x: DateContext, i: number): { value: string; to: number } | null {
  const unit = x.w.units.longest(x.tokens, i);
  if (unit) return unit;
  const season = x.w.seasons.longest(x.tokens, i);
  if (season) return { value: `season ${season.value}`, to: season.to };
  const month = x.w.months.longest(x.tokens, i);
  return month ? { value: `month ${month.value}`, to: month.to } : null;
}

function shiftedThing(x: DateContext, from: number, at: number, shift: number): DateRead | null {
  const fiscal = x.w.yearWords.longest(x.tokens, at);
  const unit = fiscal && keyAt(x, at) === "fiscal" ? { value: "year", to: fiscal.to } : unitOrSeason(x, at);
  if (!unit || isPluralUnit(x, unit.to - 1)) return null;
  const read = shiftUnit(x, from, unit.to, unit.value, shift);
  return read && possessed(x, read);
}

/** English plurals of units do not shift: "last years" is no period. */
function isPluralUnit(x: DateContext, i: number): boolean {
  return (
    x.c.pack.language === "en" &&
    /^(?:days|weeks|months|quarters|years|decades|centuries|hours|minutes|seconds|weekends|nights)$/.test(
      keyAt(x, i),
    )
  );
}

/** "last year's third quarter". */
function possessed(x: DateContext, read: DateRead): DateRead {
  if (keyAt(x, read.to) !== "'" || keyAt(x, read.to + 1) !== "s" || read.timex.length !== 4) return read;
  const found = quarterAt(x, read.to + 2);
  if (found) return { ...read, ...quarterPeriod(Number(read.timex), found.q), to: found.to };
  const unit = x.w.units.longest(x.tokens, read.to + 2);
  if (unit?.value === "quarter" && x.quarter)
    return { ...read, ...quarterPeriod(Number(read.timex), x.quarter.q), to: unit.to };
  return read;
}

function shiftUnit(x: DateContext, from: number, to: number, unit: string, shift: number): DateRead | null {
  const ref = x.ref;
  if (!ref)
    return unit === "hour" || unit === "minute"
      ? null
      : make(from, to, floating(shift < 0 ? "PAST_REF" : shift > 0 ? "FUTURE_REF" : "PRESENT_REF"));
  const [kind, detail] = unit.split(" ") as [string, string | undefined];
  if (detail !== undefined) return shiftNamed(x, from, to, kind, detail, shift);
  const period = shiftedPeriod(ref, kind, shift);
  return period && make(from, to, period);
}

function shiftNamed(
  x: DateContext,
  from: number,
  to: number,
  kind: string,
  detail: string,
  shift: number,
): DateRead {
  const ref = x.ref!;
  if (kind === "season") {
    const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[detail] ?? 1;
    const y =
      shift < 0
        ? ref.m >= start + 3
          ? ref.y
          : ref.y - 1
        : shift > 0
          ? ref.m < start
            ? ref.y
            : ref.y + 1
          : ref.y;
    return make(from, to, seasonPeriod(shift < 0 && ref.m > start + 2 ? ref.y : y, detail));
  }
  const m = Number(detail);
  const y = shift < 0 ? (m < ref.m ? ref.y : ref.y - 1) : shift > 0 ? (m > ref.m ? ref.y : ref.y + 1) : ref.y;
  const day = dayAt(x, to);
  const period =
    day && x.tokens[to]!.kind === NUMBER && isDay(y, m, day.d)
      ? dayPeriod({ y, m, d: day.d })
      : monthPeriod(y, m);
  return make(from, period.timex.length === 10 ? day!.to : to, period);
}

interface Length {
  readonly n: number | "X";
  readonly unit: string;
  readonly to: number;
  /** "a month": the count is only an article. */
  readonly article?: boolean;
}

/** "two years", "10-day", "several weeks", "a month". */
function lengthAt(x: DateContext, i: number): Length | null {
  const few = x.w.few.longest(x.tokens, i);
  if (few) {
    const unit = x.w.units.longest(x.tokens, few.to);
    if (unit && (few.to - i > 1 || isPluralUnit(x, few.to) || x.c.pack.language !== "en"))
      return { n: keyAt(x, i + 1) === "couple" ? 2 : "X", unit: unit.value, to: unit.to };
  }
  const number = readNumber(x.tokens, i, x.c.numerals);
  const quarters =
    number?.fraction && keyAt(x, number.to - 1) === "quarters" && x.w.shift.longest(x.tokens, i - 1);
  if (quarters) return { n: Math.round(number.value * 4), unit: "quarter", to: number.to };
  if (number && number.value > 0 && !number.indefinite && !(number.fraction && number.value !== 0.5)) {
    let at = number.to;
    if (keyAt(x, at) === "-" && !x.tokens[at]!.gap) at++;
    at = x.w.skipUnit(x.tokens, at);
    const unit = x.w.units.longest(x.tokens, at);
    if (unit) {
      const half = x.c.numerals.andHalf.longest(x.tokens, unit.to);
      return { n: number.value + (half ? 0.5 : 0), unit: unit.value, to: half ? half.to : unit.to };
    }
    return null;
  }
  const article = x.c.numerals.words.longest(x.tokens, i);
  if (article?.value.kind !== "article") return null;
  const unit = x.w.units.longest(x.tokens, article.to);
  if (!unit) return null;
  const half = x.c.numerals.andHalf.longest(x.tokens, unit.to);
  return { n: half ? 1.5 : 1, unit: unit.value, to: half ? half.to : unit.to, article: true };
}

/** "two years ago", "a month earlier", "in three days", "hace dos años". */
const distance: Rule = (x, i) => {
  const lead = x.w.agoBefore.longest(x.tokens, i);
  if (lead) {
    const length = lengthAt(x, lead.to);
    if (length && (lead.value < 0 || x.c.pack.language !== "en" || inFits(x, length)))
      return awayBy(x, i, length.to, length, lead.value);
  }
  const length = lengthAt(x, i);
  if (!length) return null;
  const soBut = keyAt(x, length.to) === "or" && keyAt(x, length.to + 1) === "so" ? length.to + 2 : length.to;
  const after = x.w.after.longest(x.tokens, keyAt(x, soBut) === "-" ? soBut + 1 : soBut);
  return after ? awayBy(x, i, after.to, length, after.value) : null;
};

/** "in two years" looks ahead only where the sentence does; "grew in two years" is a length. */
function inFits(x: DateContext, length: Length): boolean {
  return length.n !== "X" && pointsAhead(x, length.to);
}

function awayBy(x: DateContext, from: number, to: number, length: Length, sign: number): DateRead {
  return { ...placeAway(x, from, to, length, sign), counts: length.n !== "X" && !length.article };
}

function placeAway(x: DateContext, from: number, to: number, length: Length, sign: number): DateRead {
  const vague = floating(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  if (!x.ref || length.n === "X" || !Number.isInteger(length.n))
    return make(from, to, length.n === "X" || !x.ref ? vague : vague);
  const n = sign * length.n;
  if (length.unit === "year" && Math.abs(n) === 1 && sign < 0 && x.quarter && from - x.quarter.at < 220) {
    return make(from, to, quarterPeriod(x.quarter.y - 1, x.quarter.q));
  }
  const period = shiftedPeriod(x.ref, length.unit, n);
  return make(from, to, period ?? vague);
}

/** "the past two years", "the first nine months", "30 days", "two-year". */
const duration: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const lead = x.w.shift.longest(x.tokens, start) ?? leadingOrdinal(x, start);
  const at = lead ? lead.to : start === i ? i : start;
  const length = lengthAt(x, at) ?? (at === i ? null : lengthAt(x, i));
  if (!length) return null;
  if (start === i && !lead && isRate(x, i, length)) return null;
  const old =
    keyAt(x, length.to) === "old" || (keyAt(x, length.to) === "-" && keyAt(x, length.to + 1) === "old");
  if (old) return null;
  return make(lead || start !== i ? i : at, length.to, floating(durationValue(length.n, length.unit)), true);
};

function leadingOrdinal(x: DateContext, i: number): { to: number } | null {
  const word = x.w.ordinals.longest(x.tokens, i);
  return word && word.value === 1 && x.c.pack.language === "en" ? word : null;
}

/** "$5 a day": a rate, no length of time. */
function isRate(x: DateContext, i: number, length: Length): boolean {
  if (length.n !== 1 || x.tokens[i]!.kind === NUMBER) return false;
  const token = x.tokens[i]!;
  if (token.key !== "a" && token.key !== "an") return false;
  const before = x.tokens[i - 1];
  if (!before) return false;
  return (
    before.kind === NUMBER ||
    before.key === "%" ||
    x.c.units.longest(x.tokens, i - 1) !== null ||
    x.c.numerals.words.longest(x.tokens, i - 1)?.value.kind === "scale" ||
    (/s$/.test(before.key) && !/^(?:was|is|has|as|its|this|lasts|takes|spends)$/.test(before.key))
  );
}

/** "each month", "every two years", "annually". */
const frequency: Rule = (x, i) => {
  const named = x.w.frequency.longest(x.tokens, i);
  if (named) return make(i, named.to, floating(named.value), false);
  const every = x.w.every.longest(x.tokens, i);
  if (!every) return null;
  const unit = x.w.units.longest(x.tokens, every.to);
  if (unit) return make(i, unit.to, floating(durationValue(1, unit.value)));
  const length = lengthAt(x, every.to);
  if (length) return make(i, length.to, floating(durationValue(length.n, length.unit)), true);
  const day = x.w.weekdays.longest(x.tokens, every.to);
  return day ? make(i, day.to, floating(`XXXX-WXX-${day.value}`)) : null;
};

/** "the 1980s", "the nineties", "20th century", "2010-2019", "fiscal 1989", "2019". */
const yearLike: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const decade = decadeAt(x, start);
  if (decade) return make(i, decade.to, decadePeriod(decade.first));
  const century = centuryAt(x, start);
  if (century) return make(i, century.to, centuryPeriod(century.n));
  const era = eraYear(x, start);
  if (era) return { ...era, from: i };
  const word = x.w.yearWords.longest(x.tokens, start);
  const at = word ? word.to : start;
  const short = word ? wholeAt(x, at, /^\d{3}$/) : yearWordAfter(x, at, /^\d{3}$/);
  if (short !== null && x.w.units.longest(x.tokens, at + 1)?.value !== "day")
    return make(i, trailingYearWord(x, at + 1), yearPeriod(short));
  const old = oldYear(x, at);
  if (old !== null) return make(i, at + 1, yearPeriod(old));
  const y = yearAt(x, at);
  if (y === null) {
    const spoken =
      word && yearInWords(x, at)
        ? yearInWords(x, at)
        : x.c.pack.language === "en"
          ? yearInWords(x, start)
          : null;
    return spoken && (word || spoken.y < 2000) ? make(i, spoken.to, yearPeriod(spoken.y)) : null;
  }
  if (!isYearHere(x, at, y, word !== null)) return null;
  const from = word ? i : at;
  const range = yearRange(x, at, y);
  if (range) return make(from, range.to, range.period);
  return make(from, trailingYearWord(x, at + 1), yearPeriod(y));
};

/** "in 363.": three digits after a preposition of time that count nothing. */
function oldYear(x: DateContext, i: number): number | null {
  const y = wholeAt(x, i, /^[1-9]\d{2}$/);
  if (y === null || !/^(?:in|en|em|im|год|año|ano|عام|سنة)$/.test(keyAt(x, i - 1))) return null;
  const next = x.tokens[i + 1];
  return !next ||
    next.kind === BREAK ||
    (next.kind === SIGN && /^[.,;:)]$/.test(next.key) && (next.gap || x.tokens[i + 2]?.gap !== false))
    ? y
    : null;
}

/** "700 BC", "833 AD", "1000 до н. э.". */
function eraYear(x: DateContext, i: number): DateRead | null {
  const y = wholeAt(x, i, /^\d{1,4}$/);
  if (y === null || y === 0) return null;
  const after = trailingYearWord(x, i + 1);
  const before = x.w.bc.longest(x.tokens, after);
  if (before) return make(i, before.to, floating(`BC${String(y).padStart(4, "0")}`));
  const era = x.w.ad.longest(x.tokens, after);
  return era ? make(i, era.to, yearPeriod(y)) : null;
}

/** A number that the word for year follows ("833 году"). */
function yearWordAfter(x: DateContext, i: number, digits: RegExp): number | null {
  if (x.c.pack.dates.yearAfter !== true || !x.w.yearWords.longest(x.tokens, i + 1)) return null;
  return wholeAt(x, i, digits);
}

function trailingYearWord(x: DateContext, at: number): number {
  return x.c.pack.dense || x.c.pack.dates.yearAfter === true
    ? (x.w.yearWords.longest(x.tokens, at)?.to ?? at)
    : at;
}

function decadeAt(x: DateContext, i: number): { first: number; to: number } | null {
  const named = x.w.decades.longest(x.tokens, i);
  if (named)
    return keyAt(x, i - 1) === "the" || x.c.pack.language !== "en"
      ? { first: named.value, to: named.to }
      : null;
  const token = x.tokens[i];
  const next = x.tokens[i + 1];
  if (x.c.pack.language !== "en") return decadeInDigits(x, i);
  if (token?.kind === NUMBER && /^(?:1\d|20)\d0$/.test(token.key) && next) {
    if (!next.gap && next.key === "s") return { first: Number(token.key), to: i + 2 };
    if (next.key === "'" && !next.gap && keyAt(x, i + 2) === "s" && !x.tokens[i + 2]!.gap)
      return { first: Number(token.key), to: i + 3 };
  }
  if (token?.key === "'" && next?.kind === NUMBER && /^\d0$/.test(next.key) && keyAt(x, i + 2) === "s")
    return { first: 1900 + Number(next.key), to: i + 3 };
  return null;
}

/** "años 70", "années 1970", "1970-е": a decade by the word before it or the ending after it. */
function decadeInDigits(x: DateContext, i: number): { first: number; to: number } | null {
  const n = wholeAt(x, i, /^(?:\d0|1\d\d0|20\d0)$/);
  if (n === null || n === 10) return null;
  const first = n < 100 ? 1900 + n : n;
  if (keyAt(x, i + 1) === "-" && /^(?:е|х|ых|ые)$/.test(keyAt(x, i + 2))) return { first, to: i + 3 };
  if (!x.w.decadeBefore.endsBefore(x.tokens, i)) return null;
  const next = x.tokens[i + 1];
  return n < 100 && next?.kind === WORD && !x.c.stop.has(next.key) ? null : { first, to: i + 1 };
}

const ROMAN: Readonly<Record<string, number>> = Object.fromEntries(
  "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
    .split(" ")
    .map((key, k) => [key, k + 1]),
);

/** "siglo XX", "XXe siècle", "XV век", "14 века": the number in Roman or plain digits beside the word. */
function romanCentury(x: DateContext, i: number): { n: number; to: number } | null {
  const lead = x.w.units.longest(x.tokens, i);
  if (lead?.value === "century" && x.c.pack.language !== "en") {
    const n = centuryNumber(x, lead.to);
    return n ? { n, to: lead.to + 1 } : null;
  }
  const key = keyAt(x, i).replace(/(?:e|è|ème|eme)$/, "");
  const n = x.tokens[i]?.caps ? (ROMAN[key] ?? 0) : x.c.pack.language === "en" ? 0 : centuryNumber(x, i);
  if (!n) return null;
  const ending = x.tokens[i + 1];
  const at = ending && !ending.gap && x.c.ordinalEndings.has(ending.key) ? i + 2 : i + 1;
  const unit = x.w.units.longest(x.tokens, at);
  return unit?.value === "century" ? { n, to: unit.to } : null;
}

function centuryNumber(x: DateContext, i: number): number {
  const digits = wholeAt(x, i, /^\d{1,2}$/);
  if (digits !== null) return digits > 0 && digits < 23 ? digits : 0;
  return x.tokens[i]?.caps === 2 || x.tokens[i]?.key.length === 1
    ? (ROMAN[keyAt(x, i)] ?? 0)
    : (x.w.ordinals.longest(x.tokens, i)?.value ?? 0);
}

function centuryAt(x: DateContext, i: number): { n: number; to: number } | null {
  const roman = romanCentury(x, i);
  if (roman) return roman;
  const word = x.w.ordinals.longest(x.tokens, i);
  let [n, at] = word ? [word.value, word.to] : [0, i];
  if (!word) {
    const token = x.tokens[i];
    const ending = x.tokens[i + 1];
    if (
      token?.kind !== NUMBER ||
      !/^\d{1,2}$/.test(token.key) ||
      !ending ||
      ending.gap ||
      !x.c.ordinalEndings.has(ending.key)
    )
      return null;
    [n, at] = [Number(token.key), i + 2];
  }
  if (keyAt(x, at) === "-") at++;
  const unit = x.w.units.longest(x.tokens, at);
  return unit?.value === "century" && n > 0 && n < 30 && !isPluralUnit(x, unit.to - 1)
    ? { n, to: unit.to }
    : null;
}

/** Words after which a number with a unit behind it still is a year. */
const STRONG: ReadonlySet<string> = new Set(
  "in since by during until till from before after early late mid of year through fiscal calendar fy".split(
    " ",
  ),
);

/** A bare four-digit number is a year unless it counts or measures something, or is part of a code. */
function isYearHere(x: DateContext, i: number, y: number, named: boolean): boolean {
  if (
    named ||
    (x.c.pack.dates.yearAfter === true && x.w.yearWords.longest(x.tokens, i + 1) !== null && y < 2200)
  )
    return true;
  const [before, after] = [x.tokens[i - 1], x.tokens[i + 1]];
  if (y < 1400 || y > 2150)
    return (
      before !== undefined &&
      x.c.yearBefore.has(before.key) &&
      before.kind === WORD &&
      y < 2100 &&
      y > 999 &&
      (after?.kind !== WORD || y > 1000)
    );
  if (before && (before.key === "$" || before.key === "€" || before.key === "£" || before.key === "#"))
    return false;
  if (before && !x.tokens[i]!.gap && (before.key === "/" || before.key === "." || before.key === "+"))
    return false;
  if (
    before?.key === "-" &&
    !x.tokens[i]!.gap &&
    !before.gap &&
    x.tokens[i - 2]?.kind === WORD &&
    !x.w.modifier.longest(x.tokens, i - 2)
  )
    return /^(?:pre|post|mid|early|late)$/.test(keyAt(x, i - 2));
  if (after?.kind === SIGN && after.key === "%") return false;
  if (
    after?.key === "-" &&
    !after.gap &&
    keyAt(x, i + 3) === "-" &&
    x.tokens[i + 4]?.kind === NUMBER &&
    x.tokens[i + 4]?.gap === false
  )
    return false;
  if (
    after &&
    !after.gap &&
    after.kind === SIGN &&
    after.key === "-" &&
    x.tokens[i + 2]?.kind === NUMBER &&
    !/^(?:\d{2}|\d{4})$/.test(x.tokens[i + 2]!.key)
  )
    return false;
  if (after?.kind === WORD && x.c.units.longest(x.tokens, i + 1) !== null && !STRONG.has(before?.key ?? ""))
    return false;
  if (before && x.c.yearBefore.has(before.key)) return true;
  if (before?.kind === WORD && x.c.labels.endsBefore(x.tokens, i)) return false;
  return !(after?.kind === WORD && after.caps === 0 && countsNoun(x, i + 1, y));
}

function countsNoun(x: DateContext, i: number, y: number): boolean {
  const token = x.tokens[i]!;
  if (x.c.stop.has(token.key)) return false;
  return (
    y < 1900 || y % 100 === 0 || (x.c.before.endsBefore(x.tokens, i - 1) !== null && /s$/.test(token.key))
  );
}

/** "2010-2019", "1989-90". */
function yearRange(x: DateContext, i: number, y: number): { period: Period; to: number } | null {
  const [dash, next] = [x.tokens[i + 1], x.tokens[i + 2]];
  if ((dash?.key !== "-" && dash?.key !== "/" && dash?.key !== "~") || next?.kind !== NUMBER) return null;
  if (dash.gap !== next.gap) return null;
  const end = /^\d{4}$/.test(next.key)
    ? Number(next.key)
    : /^\d{2}$/.test(next.key)
      ? Math.floor(y / 100) * 100 + Number(next.key)
      : 0;
  if (end <= y || end - y > 300 || (x.tokens[i + 3]?.key === "-" && !x.tokens[i + 3]!.gap)) return null;
  return {
    period: {
      timex: `${yearPeriod(y).timex}/${yearPeriod(end).timex}`,
      start: yearPeriod(y).start,
      end: yearPeriod(end).end,
    },
    to: i + 3,
  };
}

/** "summer of 2019", "spring 2020". */
const season: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const found = x.w.seasons.longest(x.tokens, start);
  if (!found) return null;
  const year = yearAfter(x, found.to);
  return year ? make(i, year.to, seasonPeriod(year.y, found.value)) : null;
};

/** "10:30", "5 p.m.", "noon", alone or with a day before or after. */
const clock: Rule = (x, i) => {
  const time = timeAt(x, i);
  if (!time) return null;
  const at = skipJoin(x, keyAt(x, time.to) === "on" ? time.to + 1 : time.to);
  const day = x.tokens[at] ? (weekday(x, at) ?? monthFirst(x, at) ?? dayWord(x, at)) : null;
  if (day && /^\d{4}-\d{2}-\d{2}$/.test(day.timex))
    return { ...day, from: i, timex: `${day.timex}${time.value}` };
  if (!x.ref) return make(i, time.to, floating(time.value));
  const period = dayPeriod(x.ref);
  return make(i, time.to, { ...period, timex: period.timex + time.value });
};

function timeAt(x: DateContext, i: number): { value: string; to: number } | null {
  const named = x.w.parts.longest(x.tokens, i);
  if (named && (named.value === "MI" || named.value === "MN"))
    return { value: partValue(named.value), to: named.to };
  const hour = wholeAt(x, i, /^\d{1,2}$/);
  if (hour === null || hour > 24) return null;
  let [to, minutes] = [i + 1, ""];
  const colon = x.tokens[i + 1];
  const next = x.tokens[i + 2];
  if (colon?.key === ":" && !colon.gap && next?.kind === NUMBER && !next.gap && /^[0-5]\d$/.test(next.key)) {
    [to, minutes] = [i + 3, next.key];
  }
  const half = meridiem(x, to);
  if (!half && minutes === "") return null;
  const h = half ? (hour % 12) + (half.pm ? 12 : 0) : hour;
  const zone = /^(?:est|edt|gmt|pst|pdt|utc|cst|et)$/.test(keyAt(x, half?.to ?? to)) ? 1 : 0;
  return { value: `T${String(h).padStart(2, "0")}:${minutes || "00"}`, to: (half?.to ?? to) + zone };
}

function meridiem(x: DateContext, i: number): { pm: boolean; to: number } | null {
  const key = keyAt(x, i);
  if (key === "am" || key === "pm") return { pm: key === "pm", to: i + 1 };
  if ((key !== "a" && key !== "p") || keyAt(x, i + 1) !== "." || keyAt(x, i + 2) !== "m") return null;
  return { pm: key === "p", to: keyAt(x, i + 3) === "." && !x.tokens[i + 3]!.gap ? i + 4 : i + 3 };
}

/** "now", "recently", "the future". */
const vague: Rule = (x, i) => {
  const found = x.w.vague.longest(x.tokens, i);
  if (!found) return null;
  const period =
    x.ref && found.value === "PRESENT_REF"
      ? { ...dayPeriod(x.ref), timex: "PRESENT_REF" }
      : floating(found.value);
  return make(i, found.to, period);
};

/** "the quarter", "the latest period", "year-earlier": what the text spoke of before. */
const echoed: Rule = (x, i) => {
  if (x.c.pack.language !== "en") return null;
  const start = skipArticle(x, i);
  const earlier =
    keyAt(x, start) === "year" &&
    keyAt(x, start + 1) === "-" &&
    /^(?:ago|earlier)$/.test(keyAt(x, start + 2));
  if (earlier) return yearEarlier(x, i, start + 3);
  if (start === i) return null;
  const at = /^(?:latest|current|same|most)$/.test(keyAt(x, start)) ? start + 1 : start;
  const key = keyAt(x, at);
  if (key === "quarter" && x.quarter) return make(i, at + 1, quarterPeriod(x.quarter.y, x.quarter.q));
  if (key === "period" && at > start && x.quarter)
    return make(i, at + 1, quarterPeriod(x.quarter.y, x.quarter.q));
  if (key === "quarter" && at > start && x.ref) return shiftUnit(x, i, at + 1, "quarter", -1);
  if (key === "weekend" && x.ref)
    return make(i, at + 1, weekendPeriod(addDays(x.ref, weekdayOf(x.ref) >= 6 ? 0 : -7)));
  if (
    key === "year" &&
    at === start &&
    keyAt(x, i) === "the" &&
    x.ref &&
    !/^(?:of|before|after|that|when)$/.test(keyAt(x, at + 1)) &&
    keyAt(x, at + 1) !== "-"
  )
    return make(i, at + 1, yearPeriod(x.ref.y));
  return null;
};

function yearEarlier(x: DateContext, from: number, at: number): DateRead | null {
  const named = quarterAt(x, at);
  const word = keyAt(x, at);
  const to = named ? named.to : word === "quarter" || word === "period" ? at + 1 : at;
  if (!x.ref) return null;
  const q = named ? { y: quarterYear(x.ref, named.q, false), q: named.q } : x.quarter;
  return make(from, to, q ? quarterPeriod(q.y - 1, q.q) : yearPeriod(x.ref.y - 1));
}

/** "early September", "the end of 1990", "mid-November": the modifier joins the period it stands before. */
const modified: Rule = (x, i) => {
  const found = x.w.modifier.longest(x.tokens, i);
  if (!found) return null;
  let at = found.to;
  if (keyAt(x, at) === "-") at++;
  const read = bare(x, at) ?? null;
  if (!read || read.counts || /^P|_REF$/.test(read.timex)) return null;
  return { ...read, from: i };
};

/** Whole phrases for a period: 去年, "hier". */
const relative: Rule = (x, i) => {
  const found = x.w.relative.longest(x.tokens, i);
  const parts = found && /^([a-z]+)([+-]?\d+)$/.exec(found.value);
  if (!found || !parts) return null;
  const n = Number(parts[2]);
  const period = x.ref ? shiftedPeriod(x.ref, parts[1]!, n) : null;
  return make(i, found.to, period ?? floating(n < 0 ? "PAST_REF" : n > 0 ? "FUTURE_REF" : "PRESENT_REF"));
};

const RULES: readonly Rule[] = [
  relative,
  numeric,
  weekday,
  clock,
  dayFirst,
  monthFirst,
  quarter,
  shifted,
  echoed,
  dayWord,
  distance,
  season,
  frequency,
  yearLike,
  duration,
  vague,
];

const DENSE_RULES: readonly Rule[] = [
  numeric,
  relative,
  calendarDate,
  quarterDate,
  weekday,
  clock,
  dayWord,
  denseLength,
  frequency,
  yearLike,
  vague,
];

function bare(x: DateContext, i: number): DateRead | null {
  if (x.tokens[i] === undefined) return null;
  if (x.c.pack.dense) return firstOf(DENSE_RULES, x, i);
  return firstOf(RULES, x, i);
}

function firstOf(rules: readonly Rule[], x: DateContext, i: number): DateRead | null {
  for (const rule of rules) {
    const read = rule(x, i);
    if (read) return read;
  }
  return null;
}

/** The date that starts at token `i`, by the first rule that fits. */
export function dateAt(x: DateContext, i: number): DateRead | null {
  const token = x.tokens[i]!;
  if (token.kind === BREAK) return null;
  return modified(x, i) ?? bare(x, i);
}
