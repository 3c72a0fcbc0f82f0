import { slashFraction } from "../numerals/digits.ts";
import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { type DateContext, yearNear } from "./context.ts";
import { closing, dayRange, wordedRange } from "./day-range.ts";
import {
  dayAt,
  endsPhrase,
  keyAt,
  make,
  onDay,
  pointsAhead,
  type Rule,
  skipArticle,
  skipJoin,
  trailingYearWord,
  yearAfter,
  yearAt,
} from "./parts.ts";
import {
  type Day,
  dayPeriod,
  floating,
  halfPeriod,
  isDay,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
} from "./periods.ts";
import { toldYearAfter } from "./told.ts";

function inMonth(x: DateContext, i: number, m: number): Period {
  if (!x.ref) return floating(`XXXX-${String(m).padStart(2, "0")}`);
  const ahead = pointsAhead(x, i);
  const y = ahead ? (m >= x.ref.m ? x.ref.y : x.ref.y + 1) : m <= x.ref.m ? x.ref.y : x.ref.y - 1;
  return monthPeriod(y, m);
}

/** "May", "march" and the like are months only where a date speaks for it. */
function monthIsSure(x: DateContext, i: number, to: number): boolean {
  const token = x.tokens[i]!;
  if (!x.c.unsureMonths.has(token.key)) return true;
  if (token.caps === 0) return false;
  if (!x.c.vagueMonths.has(token.key)) return true;
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
export const monthFirst: Rule = (x, i) => {
  const month = x.w.months.longest(x.tokens, i);
  if (!month) return null;
  const m = month.value;
  const at = articledDay(x, month.to);
  const day = dayAt(x, at);
  if (day && x.tokens[at]!.kind === NUMBER && monthFirstFits(x, at, day.to)) {
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
  if (day && x.tokens[at]!.kind === WORD && x.c.pack.dates.order === "mdy" && monthIsSure(x, i, month.to)) {
    const year = yearAfter(x, day.to);
    const period = onDay(x, year?.y ?? null, m, day.d);
    if (period && x.w.units.longest(x.tokens, day.to) === null) return make(i, year?.to ?? day.to, period);
  }
  const year = toldYearAfter(x, month.to) ?? yearAfter(x, month.to);
  if (year) return make(i, trailingYearWord(x, year.to), monthPeriod(year.y, m));
  const token = x.tokens[i]!;
  if (!monthIsSure(x, i, month.to) || (token.end - token.start < 3 && token.key < "\u0370")) return null;
  if (token.caps === 0 && x.c.unsureMonths.has(token.key)) return null;
  return make(i, month.to, inMonth(x, i, m));
};

/** "June the 28th": past an article before an ordinal. */
function articledDay(x: DateContext, i: number): number {
  if (x.c.pack.dates.order !== "mdy") return i;
  const at = skipArticle(x, i);
  const day = at > i ? dayAt(x, at) : null;
  return day && (x.tokens[at]!.kind === WORD || day.to > at + 1) ? at : i;
}

function monthFirstFits(x: DateContext, at: number, to: number): boolean {
  if (x.c.pack.dates.order !== "mdy" && !endsPhrase(x, to)) return false;
  const next = x.tokens[to];
  return (
    !(next?.key === "%" || (next?.kind === SIGN && next.key === ":" && !next.gap)) &&
    x.tokens[at]!.kind === NUMBER
  );
}

/** "14 May 2019", "14 de mayo", "the 14th of May". */
export const dayFirst: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const day = dayAt(x, start) ?? dayInWords(x, start);
  if (!day) return null;
  const range = dayRange(x, day.to) ?? wordedRange(x, i, day.to);
  const at = skipJoin(x, range ? range.to : day.to);
  const month = x.w.months.longest(x.tokens, at);
  if (!month || (x.tokens[start]!.kind === WORD && at === day.to && x.c.pack.dates.order === "mdy"))
    return null;
  if (x.c.vagueMonths.has(x.tokens[at]!.key) && x.tokens[at]!.caps === 0) return null;
  const found = toldYearAfter(x, month.to) ?? yearAfter(x, month.to);
  const year = found && { y: found.y, to: trailingYearWord(x, found.to) };
  const m = month.value;
  const period = onDay(x, year?.y ?? null, m, day.d);
  if (!period) return null;
  const end = year?.to ?? month.to;
  const close = range ? (x.w.rangeClose?.longest(x.tokens, end) ?? null) : null;
  if (range?.open && !close) return null;
  const named = range ? closing(x, period, year?.y ?? null, m, range.d) : period;
  const from = range?.from ?? (x.tokens[start]!.kind === NUMBER ? start : i);
  return make(from, close?.to ?? end, named);
};

/** "diez de octubre", "due agosto": a cardinal number in words. */
export function dayInWords(x: DateContext, i: number): { d: number; to: number } | null {
  if (x.c.pack.dates.order === "mdy" || x.tokens[i]?.kind !== WORD) return null;
  const read = readNumber(x.tokens, i, x.c.numerals);
  const fits =
    read?.words && Number.isInteger(read.value) && read.value >= 1 && read.value <= 31 && !read.scaled;
  return fits && read.high === null ? { d: read.value, to: read.to } : null;
}

/** 2019-05-14, 14.05.2019, 05/14/2019 and 14/05/19: year first always, else by the order of the language. */
export const numeric: Rule = (x, i) => {
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
export const quarter: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const fiscal = x.w.yearWords.longest(x.tokens, start);
  const lead = fiscal && keyAt(x, start) === "fiscal" ? fiscal.to : start;
  const before = yearAt(x, lead);
  const at = before !== null ? lead + 1 : lead;
  const found = quarterAt(x, at);
  if (!found) return null;
  const year =
    before !== null ? { y: before, to: found.to } : (yearAfter(x, found.to) ?? ofTheYear(x, found));
  const y = year?.y ?? (x.ref ? quarterYear(x.ref, found.q, found.half) : null);
  const to = year?.to ?? found.to;
  if (y === null) return make(i, to, floating(`XXXX-${found.half ? "H" : "Q"}${found.q}`));
  if (!found.half) x.quarter = { y, q: found.q, at: i };
  return make(i, to, found.half ? halfPeriod(y, found.q) : quarterPeriod(y, found.q));
};

/** "of the year" after a quarter or half. */
function ofTheYear(
  x: DateContext,
  found: { q: number; half: boolean; to: number },
): { y: number; to: number } | null {
  const at = skipArticle(x, skipJoin(x, found.to));
  const unit = at > found.to ? x.w.units.longest(x.tokens, at) : null;
  if (unit?.value !== "year" || !x.ref || x.tokens[unit.to]?.kind === NUMBER) return null;
  // "el segundo semestre del año pasado".
  const shift = x.c.pack.dates.shiftAfter ? x.w.shift.longest(x.tokens, unit.to) : null;
  if (shift) return { y: x.ref.y + shift.value, to: shift.to };
  return { y: quarterYear(x.ref, found.q, found.half), to: unit.to };
}

/** A quarter or half year by its ordinal, at token `i`. */
export function quarterAt(x: DateContext, i: number): { q: number; half: boolean; to: number } | null {
  const short = x.tokens[i];
  const label = x.w.quarterLabels.longest(x.tokens, i);
  const labelled =
    label && (label.to - i > 1 || short!.key.length > 1 || short!.caps > 0 || hasYearBeside(x, i));
  const numbered = labelled ? wholeAfterLetter(x, label.to) : null;
  if (numbered !== null && numbered >= 1 && numbered <= 4)
    return { q: numbered, half: false, to: label!.to + 1 };
  const small = short?.caps === 0 && hasYearBeside(x, i);
  if (short?.kind === WORD && (short.key === "q" || short.key === "h") && (short.caps > 0 || small)) {
    const q = wholeAfterLetter(x, i + 1);
    const half = short.key === "h";
    return q !== null && q >= 1 && q <= (half ? 2 : 4) ? { q, half, to: i + 2 } : null;
  }
  const ordinal = x.w.quarters.longest(x.tokens, i) ?? digitOrdinal(x, i);
  if (!ordinal) return x.c.pack.dates.shiftAfter ? quarterBehind(x, i) : null;
  let at = ordinal.to;
  if (keyAt(x, at) === "-") at++;
  if (keyAt(x, at) === "fiscal") at++;
  const unit = x.w.units.longest(x.tokens, at);
  if (unit?.value === "quarter" && ordinal.value <= 4) return { q: ordinal.value, half: false, to: unit.to };
  if (unit?.value === "half" && ordinal.value <= 2) return { q: ordinal.value, half: true, to: unit.to };
  return null;
}

/** "النصف الأول", "الربع الثالث": the ordinal stands behind its noun. */
function quarterBehind(x: DateContext, i: number): { q: number; half: boolean; to: number } | null {
  const unit = x.w.units.longest(x.tokens, i);
  const half = unit?.value === "half";
  if (!unit || (!half && unit.value !== "quarter")) return null;
  const ordinal = x.w.quarters.longest(x.tokens, unit.to);
  return ordinal && ordinal.value <= (half ? 2 : 4) ? { q: ordinal.value, half, to: ordinal.to } : null;
}

/** "q1 of 2019", "2019 q1", "2019-q1": a small letter counts beside a year. */
function hasYearBeside(x: DateContext, i: number): boolean {
  return (
    yearAt(x, i - 1) !== null ||
    (keyAt(x, i - 1) === "-" && yearAt(x, i - 2) !== null) ||
    yearAfter(x, i + 2) !== null
  );
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

/** The year whose quarter (or half) lies nearest to the day of publication. */
export function quarterYear(ref: Day, q: number, half: boolean): number {
  return yearNear(ref, half ? q * 6 - 3 : q * 3 - 1, 15);
}

/** "on 11/20", "from 25/10": month and day in digits, where a word for days stands before. */
export const shortNumeric: Rule = (x, start) => {
  const shift = x.w.shift.longest(x.tokens, skipArticle(x, start));
  const i = shift?.to ?? start;
  const [a, slash, b, more] = [x.tokens[i], x.tokens[i + 1], x.tokens[i + 2], x.tokens[i + 3]];
  if (a?.kind !== NUMBER || slash?.key !== "/" || slash.gap || b?.kind !== NUMBER || b.gap) return null;
  if (!/^\d{1,2}$/.test(a.key) || !/^\d{1,2}$/.test(b.key) || (more && !more.gap && more.key === "/"))
    return null;
  const led =
    !countsFraction(x, i) &&
    [x.w.from, x.w.since, x.w.until, x.w.before, x.w.afterDate, x.w.dayLeadBack].some(
      words => words.endsBefore(x.tokens, i) !== null,
    );
  const weekday = x.w.weekdaysBack.endsBefore(x.tokens, i);
  if (!led && !weekday && !shift && !isDayAlone(a.key, b.key) && !followsDay(x, i)) return null;
  const first = x.c.pack.dates.order === "mdy" && Number(a.key) <= 12;
  const [m, d] = first ? [Number(a.key), Number(b.key)] : [Number(b.key), Number(a.key)];
  const period = onDay(x, null, m, d);
  return period && make(start, i + 3, period);
};

/** 22/04, 05/12: no fraction has a nought before a digit, and 25/11 hardly is one. */
const isDayAlone = (a: string, b: string): boolean =>
  /^0\d/.test(a) ||
  /^0\d/.test(b) ||
  (Number(a) > 12 && Number(a) < 32 && Number(b) < 13 && `${a}/${b}` !== "24/7");

/** Behind another such day: "20/11, 22/11 o 25/11", "10/1-11/7". */
function followsDay(x: DateContext, i: number): boolean {
  let at = skipArticleBack(x, i) - 1;
  if (x.tokens[at]?.kind !== NUMBER) at--;
  return (
    x.tokens[at]?.kind === NUMBER &&
    keyAt(x, at - 1) === "/" &&
    x.tokens[at - 2]?.kind === NUMBER &&
    at + 3 >= i - 1
  );
}

const skipArticleBack = (x: DateContext, i: number): number =>
  x.w.articles.has(keyAt(x, i - 1)) ? i - 1 : i;

/** "van 1/4 mijl", "de 1/2 litro": a fraction of what is named behind it. */
function countsFraction(x: DateContext, i: number): boolean {
  const next = x.tokens[i + 3];
  if (slashFraction(x.tokens, i) === null || !next || next.kind === SIGN || next.kind === NUMBER)
    return false;
  return x.c.units.longest(x.tokens, i + 3) !== null || x.c.of.has(next.key);
}

/** "2019-Q1", "2019 H2", "2017 April": the year stands first. */
export const yearFirst: Rule = (x, i) => {
  const y = yearAt(x, i);
  if (y === null) return null;
  const glued = keyAt(x, i + 1) === "-" && !x.tokens[i + 1]!.gap;
  const at = glued ? i + 2 : i + 1;
  const found = quarterAt(x, at);
  if (found) return make(i, found.to, found.half ? halfPeriod(y, found.q) : quarterPeriod(y, found.q));
  const season = x.w.rangeClose === null ? null : x.w.seasons.longest(x.tokens, at);
  if (season) return make(i, season.to, seasonPeriod(y, season.value));
  const month = x.w.months.longest(x.tokens, at);
  if (!month || x.tokens[at]!.kind !== WORD || !monthIsSure(x, at, month.to)) return null;
  const day = dayAt(x, month.to);
  const after = yearAfter(x, month.to);
  if (day || after) return null;
  return make(i, month.to, monthPeriod(y, month.value));
};

/** "summer of 2019", "spring 2020". */
export const season: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const found = x.w.seasons.longest(x.tokens, start);
  if (!found) return null;
  const year = yearAfter(x, found.to);
  return year ? make(i, year.to, seasonPeriod(year.y, found.value)) : null;
};
