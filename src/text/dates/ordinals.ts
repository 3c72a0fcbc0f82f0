import { BREAK, NUMBER, SIGN } from "../tokens/token.ts";
import { monthFirst } from "./calendar.ts";
import { type DateContext, type DateRead, shiftedPeriod } from "./context.ts";
import { closing, pastStop, wordedRange } from "./day-range.ts";
import { nthWeekday } from "./holidays.ts";
import {
  dayAt,
  isPluralUnit,
  keyAt,
  make,
  type Rule,
  shiftBehind,
  skipArticle,
  skipJoin,
  yearAt,
  yearInWords,
} from "./parts.ts";
import {
  addDays,
  type Day,
  dayPeriod,
  isDay,
  isoOf,
  monthLength,
  monthPeriod,
  type Period,
  parseIso,
  weekdayOf,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from "./periods.ts";

/** The month or year that a place in a row belongs to: "of July 2015", "of next month", "of 2015". */
export function wholeOf(
  x: DateContext,
  i: number,
  units: RegExp = YEARS_AND_MONTHS,
): { period: Period; to: number } | null {
  const of =
    x.w.join.longest(x.tokens, i) ?? x.w.dayLead.longest(x.tokens, i) ?? x.w.yearJoin.longest(x.tokens, i);
  const at = skipArticle(x, of?.to ?? i);
  // "des Jahres" joins a year too, if one stands behind it.
  const named = of && of.to > i + 1 ? shiftedWhole(x, of.to - 1, units) : null;
  const token = x.tokens[at];
  if (named && (!token || yearAt(x, at) === null)) return named;
  if (!token || token.kind === BREAK) return null;
  const digits = yearAt(x, at);
  const spoken = digits === null && of ? yearInWords(x, at) : null;
  const y = digits ?? spoken?.y ?? null;
  // "deste ano": the word that places it holds the preposition.
  if (!of && y === null) return x.w.shift.longest(x.tokens, i)?.value === 0 ? shiftedWhole(x, i) : null;
  if (y !== null) return { period: yearPeriod(y), to: spoken?.to ?? at + 1 };
  const month = monthFirst(x, at);
  if (month && /^\d{4}-\d{2}$/.test(month.timex)) return { period: month, to: month.to };
  return shiftedWhole(x, at, units);
}

const YEARS_AND_MONTHS = /^(?:month|year)$/;

/** What has days by their place: "the last day of this week". */
const HAS_DAYS = /^(?:week|month|year)$/;

/** "next month", "el mes que viene", "of the month". */
function shiftedWhole(
  x: DateContext,
  at: number,
  units: RegExp = YEARS_AND_MONTHS,
): { period: Period; to: number } | null {
  if (!x.ref) return null;
  const shift = x.w.shift.longest(x.tokens, at);
  const unit = x.w.units.longest(x.tokens, shift?.to ?? at);
  if (!unit || !units.test(unit.value) || isPluralUnit(x, unit.to - 1)) return null;
  const after = shift ? null : shiftBehind(x, unit.to);
  const period = shiftedPeriod(x.ref, unit.value, shift?.value ?? after?.value ?? 0);
  return period && { period, to: after?.to ?? unit.to };
}

/** A place in a row: "third", "2nd", "last" (-1). */
export function placeAt(x: DateContext, i: number): { n: number; to: number } | null {
  const last = x.w.shift.longest(x.tokens, i) ?? x.w.lastOf.longest(x.tokens, i);
  if (last && last.value !== 0 && (last.value < 0 || x.w.lastOf.longest(x.tokens, i)))
    return { n: -1, to: last.to };
  const word = x.w.ordinals.longest(x.tokens, i);
  if (word) return { n: word.value, to: word.to };
  const mark = x.tokens[i + 1]?.key === "'" ? i + 2 : i + 1;
  const [token, ending] = [x.tokens[i], x.tokens[mark]];
  if (token?.kind !== NUMBER || !/^\d{1,2}$/.test(token.key) || !ending || ending.gap) return null;
  const stop = ending.key === "." && x.c.pack.ordinalStops === true && x.tokens[i + 2]?.gap === true;
  return stop || x.c.ordinalEndings.has(ending.key) ? { n: Number(token.key), to: mark + 1 } : null;
}

/** "the first week of 2015", "last week of December 2016", "the second Monday of next month". */
export const placeOf: Rule = (x, i) => {
  const place = placeAt(x, skipArticle(x, i));
  const unit = place && x.w.units.longest(x.tokens, place.to);
  return place && placedIn(x, i, place, unit);
};

/** الأسبوع الأول من يناير, "la semana última de julio": the place stands behind its unit. */
export const placeBehindUnit: Rule = (x, i) => {
  const unit = x.w.units.longest(x.tokens, skipArticle(x, i));
  const place = unit && placeAt(x, unit.to);
  return place && placedIn(x, i, place, { ...unit!, to: place.to });
};

const SATURDAY = 6;

/** A unit or weekday by its place in the whole that follows it. */
function placedIn(
  x: DateContext,
  i: number,
  place: { n: number; to: number },
  unit: { value: string; to: number } | null,
): DateRead | null {
  if (place.n > 53) return null;
  const weekday = unit ? null : x.w.weekdays.longest(x.tokens, place.to);
  if (!/^(?:day|week|month|weekend)$/.test(unit?.value ?? "") && !weekday) return null;
  const whole = wholeOf(x, (unit ?? weekday)!.to, unit?.value === "day" ? HAS_DAYS : YEARS_AND_MONTHS);
  if (!whole) return null;
  const [y, m] = whole.period.timex.split("-").map(Number) as [number, number | undefined];
  if (unit?.value === "weekend") {
    const saturday = m === undefined ? null : nthWeekday(y, m, SATURDAY, place.n);
    return saturday && make(i, whole.to, weekendPeriod(saturday));
  }
  if (unit && unit.value !== "week") {
    const period = unit.value === "day" ? dayIn(whole.period, place.n) : monthIn(y, m, place.n);
    return period && make(i, whole.to, period);
  }
  if (weekday) {
    const day =
      m === undefined ? weekdayOfYear(y, weekday.value, place.n) : nthWeekday(y, m, weekday.value, place.n);
    return day && make(i, whole.to, dayPeriod(day));
  }
  return make(i, whole.to, m === undefined ? weekOfYear(y, place.n) : weekOfMonth(y, m, place.n));
}

/** "the last Friday of 2018": the `n`-th of a weekday in a year. */
function weekdayOfYear(y: number, weekday: number, n: number): Day | null {
  if (n < 0) return nthWeekday(y, 12, weekday, n);
  const first = nthWeekday(y, 1, weekday, 1)!;
  return addDays(first, 7 * (n - 1));
}

/** The `n`-th day of a month or year; its last for -1. */
export function dayIn({ start, end }: Period, n: number): Period | null {
  const first = parseIso(n < 0 ? end : start);
  const day = first && addDays(first, n < 0 ? n + 1 : n - 1);
  return day && isoOf(day) <= end ? dayPeriod(day) : null;
}

export const monthIn = (y: number, m: number | undefined, n: number): Period | null =>
  m !== undefined || n > 12 ? null : monthPeriod(y, n < 0 ? 13 + n : n);

/** "the 15th of next month", "le 15 du mois prochain", "the 15th day of the month". */
export const dayOfShifted: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const day = x.ref ? dayAt(x, start) : null;
  if (!day) return null;
  const range = wordedRange(x, i, day.to);
  const end = pastStop(x, range?.to ?? day.to);
  const unit = x.w.units.longest(x.tokens, end);
  const at = unit?.value === "day" ? unit.to : end;
  const mark = x.tokens[at]?.kind === SIGN && x.tokens[at]!.key !== ",";
  const of = mark ? at : skipJoin(x, at);
  // "2 आगामी महीनों": where the whole stands first, a number before it counts.
  const bare = of === at && !unit && (x.w.rangeClose !== null || !placesOne(x, at));
  if ((unit && unit.value !== "day") || bare) return null;
  const whole = shiftedWhole(x, skipArticle(x, of)) ?? shiftedWhole(x, of);
  const month = whole && /^(\d{4})-(\d{2})$/.exec(whole.period.timex);
  if (!whole || !month) return null;
  const date = { y: Number(month[1]), m: Number(month[2]), d: day.d };
  if (!isDay(date.y, date.m, date.d) || range?.open) return null;
  const first = dayPeriod(date);
  return make(range?.from ?? i, whole.to, range ? closing(x, first, date.y, date.m, range.d) : first);
};

/** "15 prochain mois", but not "3 derniers mois": a unit whose plural is like its singular may be counted by a number before it. */
function placesOne(x: DateContext, i: number): boolean {
  const shift = x.w.shift.longest(x.tokens, i);
  return shift !== null && (shift.value === 0 || !x.w.alikeUnits.has(keyAt(x, shift.to)));
}

/** ISO week `n` of a year; its last for -1. */
export function weekOfYear(y: number, n: number): Period {
  return weekPeriod(n < 0 ? { y, m: 12, d: 28 } : addDays({ y, m: 1, d: 4 }, 7 * (n - 1)));
}

/** The `n`-th week, Monday first, with its Thursday in a month; the last for -1. */
export function weekOfMonth(y: number, m: number, n: number): Period {
  const first = { y, m, d: 1 };
  const thursday = addDays(first, (4 - weekdayOf(first) + 7) % 7);
  const count = Math.floor((monthLength(y, m) - thursday.d) / 7) + 1;
  const k = n < 0 ? count : n;
  const week = weekPeriod(addDays(thursday, 7 * (k - 1)));
  return { ...week, timex: `${isoOf(first).slice(0, 7)}-W${String(k).padStart(2, "0")}` };
}
