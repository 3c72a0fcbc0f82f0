import type { DenseDates } from "../pack/dense-words.ts";
import { type DateContext, type DateRead, yearNear } from "./context.ts";
import { closing } from "./day-range.ts";
import { unitsAt } from "./dense-lengths.ts";
import { anyAt, isAt, wholeAt } from "./dense-marks.ts";
import { nthWeekday } from "./holidays.ts";
import { weekOfMonth, weekOfYear } from "./ordinals.ts";
import { make } from "./parts.ts";
import {
  dayPeriod,
  decadePeriod,
  floating,
  halfPeriod,
  isDay,
  monthPeriod,
  quarterPeriod,
  seasonPeriod,
  yearPeriod,
} from "./periods.ts";
import { partsAt } from "./whole.ts";

/** 上世纪九十年代: a decade of the century before it. */
export function decadeWithin(x: DateContext, read: DateRead): DateRead | null {
  const n = /^\d{2}$/.test(read.timex) ? wholeAt(x, read.to) : null;
  const to = n ? anyAt(x, n.to, x.c.pack.dates.dense!.decade) : 0;
  return n && to && n.value < 100 && n.value % 10 === 0
    ? make(read.from, to, decadePeriod(Number(read.timex) * 100 + n.value))
    : null;
}

/** 去年上半年, 今年5月: what follows a year that is told from the day of publication. */
export function withinShifted(x: DateContext, read: DateRead): DateRead {
  const m = x.c.pack.dates.dense;
  if (m && /^\d{4}$/.test(read.timex)) return withinYear(x, read.from, read.to, Number(read.timex), m);
  const month = m && /^(\d{4})-(\d{2})$/.exec(read.timex);
  if (!month) return read;
  const joiner = x.tokens[read.to];
  const at = joiner && /^[的の의]$/.test(joiner.key) ? read.to + 1 : read.to;
  const inside = monthAndDay(x, read.from, at, Number(month[1]), Number(month[2]), m);
  return inside.to > at ? inside : read;
}

export function withinYear(x: DateContext, i: number, end: number, year: number, m: DenseDates): DateRead {
  const joiner = x.tokens[end];
  const at = joiner && /^[的の의]$/.test(joiner.key) ? end + 1 : end;
  const read = partOfYear(x, i, at, year, m);
  return read.to === at ? { ...read, to: end } : read;
}

/** 第一个, 第三, 最終: a place in a row, and the token after it and its joiner. */
function placeAt(x: DateContext, at: number): { n: number; to: number; joined: boolean } | null {
  const last = x.w.lastOf.longest(x.tokens, at);
  const ordinal = last ? null : x.w.weekOrdinals.longest(x.tokens, at);
  const lead = x.tokens[at]?.key === "第" || x.tokens[at]?.key === "제" ? at + 1 : null;
  const number = lead === null ? null : wholeAt(x, lead);
  const to = last?.to ?? ordinal?.to ?? number?.to;
  const n = last ? -1 : (ordinal?.value ?? number?.value ?? 0);
  if (to === undefined || n === 0 || n > 53) return null;
  return { n, to, joined: /^[的の個个]$/.test(x.tokens[to]?.key ?? "") };
}

/** 第三周, 세 번째 주, 最後の週: a week of the year or month that stands before it. */
function weekAt(x: DateContext, at: number): { n: number; to: number } | null {
  const place = placeAt(x, at);
  const unit =
    place &&
    (x.w.units.longest(x.tokens, place.to) ??
      (place.joined ? x.w.units.longest(x.tokens, place.to + 1) : null));
  return unit?.value === "week" ? { n: place!.n, to: unit.to } : null;
}

/** 第一个星期五, 第一月曜日: a weekday of the month that stands before it. */
function weekdayAt(x: DateContext, at: number): { n: number; weekday: number; to: number } | null {
  const place = placeAt(x, at);
  const named =
    place &&
    (x.w.weekdays.longest(x.tokens, place.to) ??
      (place.joined ? x.w.weekdays.longest(x.tokens, place.to + 1) : null));
  return named ? { n: place!.n, weekday: named.value, to: named.to } : null;
}

/** 前2周, 最初の10日: several units at one end of what stands before them. */
function endUnits(x: DateContext, at: number): { sign: number; n: number; unit: string; to: number } | null {
  const first = x.w.firstPart.longest(x.tokens, at);
  const last = first ? null : x.w.lastOf.longest(x.tokens, at);
  const lead = first ?? last;
  const length = lead && unitsAt(x, lead.to);
  return length && length.n !== "X"
    ? { sign: first ? 1 : -1, n: length.n, unit: length.unit, to: length.to }
    : null;
}

function partOfYear(x: DateContext, i: number, at: number, year: number, m: DenseDates): DateRead {
  const week = weekAt(x, at);
  if (week) return make(i, week.to, weekOfYear(year, week.n));
  const end = endUnits(x, at);
  const part = end && partsAt(yearPeriod(year), end.sign, end.n, end.unit);
  if (part) return make(i, end.to, part, true);
  const season = x.w.seasons.longest(x.tokens, at);
  if (season) return make(i, season.to, seasonPeriod(year, season.value));
  const first = anyAt(x, at, m.firstHalf);
  if (first) return make(i, first, halfPeriod(year, 1));
  const second = anyAt(x, at, m.secondHalf);
  if (second) return make(i, second, halfPeriod(year, 2));
  const quarter = quarterAt(x, at, m);
  if (quarter) return make(i, quarter.to, quarterPeriod(year, quarter.q));
  const month = wholeAt(x, at);
  if (month && isAt(x, month.to, m.month) && month.value >= 1 && month.value <= 12)
    return monthAndDay(x, i, month.to + 1, year, month.value, m);
  return make(i, at, yearPeriod(year));
}

function quarterAt(x: DateContext, i: number, m: DenseDates): { q: number; to: number } | null {
  const letter = x.tokens[i]?.key === "q" ? x.tokens[i + 1] : undefined;
  if (letter && !letter.gap && /^[1-4]$/.test(letter.key)) return { q: Number(letter.key), to: i + 2 };
  const ordinal = x.w.quarters.longest(x.tokens, i);
  const number = ordinal ? null : wholeAt(x, x.tokens[i]?.key === "第" ? i + 1 : i);
  const value = ordinal?.value ?? number?.value ?? 0;
  const to = value ? anyAt(x, ordinal?.to ?? number!.to, m.quarter) : 0;
  return to && value <= 4 ? { q: value, to } : null;
}

export function monthAndDay(
  x: DateContext,
  i: number,
  at: number,
  year: number | null,
  month: number,
  m: DenseDates,
): DateRead {
  const lunar = lunarDay(x, at);
  const two = (n: number): string => String(n).padStart(2, "0");
  if (lunar) return make(i, lunar.to, floating(`${year ?? "XXXX"}-${two(month)}-${two(lunar.d)}`));
  const day = wholeAt(x, at);
  const to = day ? anyAt(x, day.to, m.day) : 0;
  const pair = day && !to ? dayPair(x, i, day, year, month, m) : null;
  if (pair) return pair;
  const y = year ?? (x.ref ? yearNear(x.ref, month, to ? day!.value : 15) : null);
  const joiner = x.tokens[at];
  const week = to || y === null ? null : weekAt(x, joiner && /^[的の의]$/.test(joiner.key) ? at + 1 : at);
  const weekday =
    to || y === null ? null : weekdayAt(x, joiner && /^[的の의]$/.test(joiner.key) ? at + 1 : at);
  const placed = weekday && nthWeekday(y!, month, weekday.weekday, weekday.n);
  if (placed) return make(i, weekday.to, dayPeriod(placed));
  if (week && y !== null) return make(i, week.to, weekOfMonth(y, month, week.n));
  const named = to ? weekdayBehind(x, to) : 0;
  if (day && to && (y === null ? isDay(2000, month, day.value) : isDay(y, month, day.value))) {
    return make(
      i,
      named || to,
      y === null
        ? floating(`XXXX-${two(month)}-${two(day.value)}`)
        : dayPeriod({ y, m: month, d: day.value }),
    );
  }
  return make(i, at, y === null ? floating(`XXXX-${two(month)}`) : monthPeriod(y, month));
}

/** (11월) 18~19일, (9月)3-12日: two days of which the second has the mark. */
function dayPair(
  x: DateContext,
  i: number,
  first: { value: number; to: number },
  year: number | null,
  month: number,
  m: DenseDates,
): DateRead | null {
  const dash = /^[-~–—]$/.test(x.tokens[first.to]?.key ?? "");
  const last = dash ? wholeAt(x, first.to + 1) : null;
  const to = last ? anyAt(x, last.to, m.day) : 0;
  const y = year ?? (x.ref ? yearNear(x.ref, month, first.value) : null);
  if (!last || !to || y === null || last.value <= first.value) return null;
  if (!isDay(y, month, first.value) || !isDay(y, month, last.value)) return null;
  return make(i, to, closing(x, dayPeriod({ y, m: month, d: first.value }), y, month, last.value));
}

/** (正月)初一, (五月)初五: a day of the calendar of the moon, which lies on no day of ours by itself. */
function lunarDay(x: DateContext, at: number): { d: number; to: number } | null {
  const mark = x.c.pack.dates.dense?.lunarDay;
  const read = mark !== undefined && x.tokens[at]?.key === mark ? wholeAt(x, at + 1) : null;
  return read && read.value >= 1 && read.value <= 10 && read.to === at + 2
    ? { d: read.value, to: read.to }
    : null;
}

/** 5月9日火曜日, 5月9日（火）: the token after a weekday behind its day; 0 without one. */
export function weekdayBehind(x: DateContext, i: number): number {
  const bracket = x.tokens[i]?.key === "(" ? i + 1 : i;
  const found = x.w.weekdays.longest(x.tokens, bracket);
  if (!found || (bracket > i && x.tokens[found.to]?.key !== ")")) return 0;
  return bracket > i ? found.to + 1 : found.to;
}

/** 第三季度, 上半年 of the year of publication. */
export function quarterDate(x: DateContext, i: number): DateRead | null {
  const m = x.c.pack.dates.dense!;
  const half = anyAt(x, i, m.firstHalf) || anyAt(x, i, m.secondHalf);
  if (half) {
    const h = anyAt(x, i, m.firstHalf) ? 1 : 2;
    return make(i, half, x.ref ? halfPeriod(x.ref.y, h) : floating(`XXXX-H${h}`));
  }
  const quarter = quarterAt(x, i, m);
  if (!quarter) return null;
  return make(
    i,
    quarter.to,
    x.ref ? quarterPeriod(yearNear(x.ref, quarter.q * 3 - 1, 15), quarter.q) : floating(`XXXX-Q${quarter.q}`),
  );
}
