import { readDense } from "../numerals/dense.ts";
import type { DenseDates } from "../pack/dense-words.ts";
import { DENSE, NUMBER } from "../tokens/token.ts";
import { type DateContext, type DateRead, durationValue, shiftedPeriod, yearNear } from "./context.ts";
import { composite, lengthOf, momentAway, ORDER, spanned } from "./lengths.ts";
import { weekOfMonth, weekOfYear } from "./ordinals.ts";
import { make } from "./parts.ts";
import {
  centuryPeriod,
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

function isAt(x: DateContext, i: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) if (x.tokens[i + k]?.key !== text[k]) return false;
  return text !== "";
}

function anyAt(x: DateContext, i: number, texts: readonly string[]): number {
  for (const text of texts) if (isAt(x, i, text)) return i + text.length;
  return 0;
}

function wholeAt(x: DateContext, i: number): { value: number; to: number; digits: number } | null {
  const token = x.tokens[i];
  if (token?.kind === NUMBER)
    return /^\d{1,4}$/.test(token.key)
      ? { value: Number(token.key), to: i + 1, digits: token.key.length }
      : null;
  if (token?.kind !== DENSE) return null;
  const read = readDense(x.tokens, i, x.c.numerals);
  if (!read || read.high !== null || !Number.isInteger(read.value) || read.value > 3000) return null;
  return {
    value: mixedYear(x, i, read.to) ?? read.value,
    to: read.to,
    digits: read.scaled
      ? read.value > 1900 && read.value < 2100 && read.value % 100 !== 0
        ? 4
        : 0
      : read.to - i,
  };
}

/** 二〇十九 for 二〇一九: two digits of the century, then the rest as a number. */
function mixedYear(x: DateContext, i: number, to: number): number | null {
  if (to - i < 3 || !/^[〇零]$/.test(x.tokens[i + 1]!.key)) return null;
  const text = x.tokens
    .slice(i, to)
    .map(t => t.key)
    .join("");
  const found = /^二[〇零](十)([〇零一二三四五六七八九]?)$/.exec(text);
  return found ? 2010 + Math.max(0, "零一二三四五六七八九".indexOf(found[2] || "零")) : null;
}

/** 2019年5月14日, 2019年5月, 2019年, 5月14日, 5月. */
export function calendarDate(x: DateContext, i: number): DateRead | null {
  const m = x.c.pack.dates.dense!;
  const past = anyAt(x, i, m.beforeEra);
  const era = past ? 0 : anyAt(x, i, m.era);
  if (era) {
    const year = wholeAt(x, era);
    if (year && year.value > 0 && isAt(x, year.to, m.year))
      return withinYear(x, i, year.to + 1, year.value, m);
  }
  if (past) {
    const year = wholeAt(x, past);
    const before = year && anyAt(x, year.to, m.century);
    if (year && before && year.value > 0)
      return make(i, before, floating(`BC${String(year.value - 1).padStart(2, "0")}`));
    if (year && year.value > 0 && isAt(x, year.to, m.year) && (past > i + 1 || year.digits >= 3))
      return make(i, year.to + 1, floating(`BC${String(year.value).padStart(4, "0")}`));
  }
  const reign = eraYear(x, i, m);
  if (reign) return reign;
  const first = wholeAt(x, i);
  if (!first) return null;
  const century = anyAt(x, first.to, m.century);
  if (century && first.value > 0 && first.value < 30) return centuryOf(x, i, century, first.value, m);
  const decade = anyAt(x, first.to, m.decade);
  if (decade && first.value % 10 === 0)
    return make(i, decade, decadePeriod(first.value < 100 ? 1900 + first.value : first.value));
  if (isAt(x, first.to, m.year)) {
    const year =
      first.digits === 4 ? first.value : first.digits === 2 && isAt(x, first.to + 1, "") ? 0 : first.value;
    const old = first.digits === 3 && x.c.yearBefore.has(x.tokens[i - 1]?.key ?? "");
    return (first.digits === 4 && year >= 1000 && year < 2200) || old
      ? withinYear(x, i, first.to + 1, year, m)
      : shortYear(x, i, first, m);
  }
  if (isAt(x, first.to, m.month) && first.value >= 1 && first.value <= 12)
    return monthAndDay(x, i, first.to + 1, null, first.value, m);
  return dayOnly(x, i, first, m);
}

/** 平成13年, 令和元年, 民国三年: the years of a reign. */
function eraYear(x: DateContext, i: number, m: DenseDates): DateRead | null {
  const era = x.w.eras.longest(x.tokens, i);
  if (!era) return null;
  const first = x.tokens[era.to]?.key === "元" ? { value: 1, to: era.to + 1 } : wholeAt(x, era.to);
  if (!first || first.value < 1 || first.value > 130 || !isAt(x, first.to, m.year)) return null;
  return withinYear(x, i, first.to + 1, era.value + first.value, m);
}

/** 14日, 14号: a day of the month of publication. */
function dayOnly(
  x: DateContext,
  i: number,
  first: { value: number; to: number },
  m: DenseDates,
): DateRead | null {
  const to = anyAt(x, first.to, m.bareDay);
  if (!to || first.value < 1 || first.value > 31 || countsDays(x, i, to)) return null;
  const named = weekdayBehind(x, to) || to;
  if (!x.ref || !isDay(x.ref.y, x.ref.m, first.value))
    return make(i, to, floating(`XXXX-XX-${String(first.value).padStart(2, "0")}`));
  return make(i, named, dayPeriod({ ...x.ref, d: first.value }));
}

/** 4日以上, 2日ごと, 十日間, 三日目: days that are counted. */
export function countsDays(x: DateContext, i: number, to: number): boolean {
  const next = x.tokens[to];
  if (x.w.shift.longest(x.tokens, i - 1) !== null) return true;
  if (
    x.c.after.longest(x.tokens, to) ||
    x.w.after.longest(x.tokens, to) ||
    x.w.withinAfter.longest(x.tokens, to)
  )
    return true;
  return next !== undefined && !next.gap && /^[間目ごほもずぶ分半余连連以內内後]$/.test(next.key);
}

function shortYear(
  x: DateContext,
  i: number,
  first: { value: number; to: number; digits: number },
  m: DenseDates,
): DateRead | null {
  if (first.digits !== 2) return null;
  const month = wholeAt(x, first.to + 1);
  const nought = /^[0〇零]/.test(x.tokens[i]!.key);
  if (!nought && (!month || !isAt(x, month.to, m.month))) return null;
  return withinYear(x, i, first.to + 1, first.value < 50 ? 2000 + first.value : 1900 + first.value, m);
}

function centuryOf(x: DateContext, i: number, at: number, n: number, m: DenseDates): DateRead {
  const decade = wholeAt(x, at);
  const to = decade ? anyAt(x, decade.to, m.decade) : 0;
  if (decade && to && decade.value < 100) return make(i, to, decadePeriod((n - 1) * 100 + decade.value));
  return make(i, at, centuryPeriod(n));
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

function withinYear(x: DateContext, i: number, end: number, year: number, m: DenseDates): DateRead {
  const joiner = x.tokens[end];
  const at = joiner && /^[的の의]$/.test(joiner.key) ? end + 1 : end;
  const read = partOfYear(x, i, at, year, m);
  return read.to === at ? { ...read, to: end } : read;
}

/** 第三周, 세 번째 주, 最後の週: a week of the year or month that stands before it. */
function weekAt(x: DateContext, at: number): { n: number; to: number } | null {
  const last = x.w.lastOf.longest(x.tokens, at);
  const ordinal = last ? null : x.w.weekOrdinals.longest(x.tokens, at);
  const lead = x.tokens[at]?.key === "第" || x.tokens[at]?.key === "제" ? at + 1 : null;
  const number = lead === null ? null : wholeAt(x, lead);
  const to = last?.to ?? ordinal?.to ?? number?.to;
  const n = last ? -1 : (ordinal?.value ?? number?.value ?? 0);
  if (to === undefined || n === 0 || n > 53) return null;
  const joiner = x.tokens[to];
  const unit =
    x.w.units.longest(x.tokens, to) ??
    (joiner && /^[的の個个]$/.test(joiner.key) ? x.w.units.longest(x.tokens, to + 1) : null);
  return unit?.value === "week" ? { n, to: unit.to } : null;
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
  const ordinal = x.w.quarters.longest(x.tokens, i);
  const number = ordinal ? null : wholeAt(x, x.tokens[i]?.key === "第" ? i + 1 : i);
  const value = ordinal?.value ?? number?.value ?? 0;
  const to = value ? anyAt(x, ordinal?.to ?? number!.to, m.quarter) : 0;
  return to && value <= 4 ? { q: value, to } : null;
}

function monthAndDay(
  x: DateContext,
  i: number,
  at: number,
  year: number | null,
  month: number,
  m: DenseDates,
): DateRead {
  const day = wholeAt(x, at);
  const to = day ? anyAt(x, day.to, m.day) : 0;
  const y = year ?? (x.ref ? yearNear(x.ref, month, to ? day!.value : 15) : null);
  const joiner = x.tokens[at];
  const week = to || y === null ? null : weekAt(x, joiner && /^[的の의]$/.test(joiner.key) ? at + 1 : at);
  if (week && y !== null) return make(i, week.to, weekOfMonth(y, month, week.n));
  const two = (n: number): string => String(n).padStart(2, "0");
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

/** 5月9日火曜日, 5月9日（火）: the token after a weekday behind its day; 0 without one. */
function weekdayBehind(x: DateContext, i: number): number {
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

/** 三年, 10个月, 三年前, 两天后. */
export function denseLength(x: DateContext, i: number): DateRead | null {
  const led = ledLength(x, i);
  if (led) return led;
  const first = unitsAt(x, i);
  if (!first) return null;
  const parts = [first];
  for (
    let next = unitsAt(x, first.to);
    next && next.n !== "X" && parts.length < 5;
    next = unitsAt(x, next.to)
  ) {
    if (ORDER.indexOf(next.unit) <= ORDER.indexOf(parts.at(-1)!.unit)) break;
    parts.push(next);
  }
  if (parts.length > 1 && first.n !== "X") return make(i, parts.at(-1)!.to, floating(composite(parts)), true);
  const { n, unit, to } = first;
  const after = x.w.after.longest(x.tokens, to);
  if (after && x.ref && n !== "X") {
    const moment = x.minutes === null ? null : momentAway(x, unit, after.value * n);
    const period = moment ?? shiftedPeriod(x.ref, unit, after.value * n);
    if (period) return make(i, after.to, period, true);
  }
  if (after) return make(i, after.to, floating(after.value < 0 ? "PAST_REF" : "FUTURE_REF"), n !== "X");
  const read = make(i, to, floating(durationValue(n, unit)), true);
  return n === "X" ? read : { ...read, length: { n, unit } };
}

interface Units {
  readonly n: number | "X";
  readonly unit: string;
  readonly to: number;
}

/** 三年, 3年半, 数日: a count and its unit. */
export function unitsAt(x: DateContext, i: number): Units | null {
  const word = x.w.lengthWords.longest(x.tokens, i);
  if (word?.value.includes(" ")) return { ...lengthOf(word.value), to: word.to };
  const few = word?.value === "X" ? word : null;
  const partly = word && !few ? x.w.units.longest(x.tokens, word.to) : null;
  if (word && partly) return { n: Number(word.value), unit: partly.value, to: partly.to };
  const number = few ? null : readDense(x.tokens, i, x.c.numerals);
  const at = few ? few.to : number?.to;
  if (at === undefined) return null;
  const unit = x.w.units.longest(x.tokens, at);
  if (!unit || (number && number.value >= 1000 && unit.value === "year" && !number.scaled)) return null;
  const half = few === null && x.tokens[unit.to]?.key === x.c.pack.numbers.dense?.halfAfter;
  const whole =
    half && !/^(?:[가-힣月日期])$/.test(x.tokens[unit.to + 1]?.gap ? "" : (x.tokens[unit.to + 1]?.key ?? ""));
  const n = few || number!.high !== null ? "X" : number!.value + (whole ? 0.5 : 0);
  return { n, unit: unit.value, to: whole ? unit.to + 1 : unit.to };
}

/** 过去五年, 過去の十年間, 지난 5분, 今後2か月: a length of time that lies right before or after publication. */
function ledLength(x: DateContext, i: number): DateRead | null {
  const shift = x.w.shift.longest(x.tokens, i);
  if (!shift) return null;
  const joiner = x.tokens[shift.to];
  const length = unitsAt(x, joiner && /^[的の의]$/.test(joiner.key) ? shift.to + 1 : shift.to);
  if (!length) return null;
  const period = spanned(x, length, shift.value);
  const read = make(i, length.to, period, true);
  return length.n === "X" ? read : { ...read, length: { n: length.n, unit: length.unit } };
}
