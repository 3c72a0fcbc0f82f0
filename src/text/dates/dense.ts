import type { DenseDates } from "../pack/dense-words.ts";
import { DENSE } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { anyAt, isAt, wholeAt } from "./dense-marks.ts";
import { monthAndDay, weekdayBehind, withinYear } from "./dense-year.ts";
import { make } from "./parts.ts";
import {
  centuryPeriod,
  type Day,
  dayOnWeekday,
  dayPeriod,
  decadePeriod,
  floating,
  isDay,
} from "./periods.ts";

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
  const fits = x.ref && named > to ? nearDay(x, x.ref, first.value, to) : null;
  if (fits) return make(i, named, dayPeriod(fits));
  if (!x.ref || !isDay(x.ref.y, x.ref.m, first.value))
    return make(i, to, floating(`XXXX-XX-${String(first.value).padStart(2, "0")}`));
  return make(i, named, dayPeriod({ ...x.ref, d: first.value }));
}

/** 21日月曜日: the nearest day of that number on that weekday. */
function nearDay(x: DateContext, ref: Day, d: number, at: number): Day | null {
  const bracket = x.tokens[at]?.key === "(" ? at + 1 : at;
  const weekday = x.w.weekdays.longest(x.tokens, bracket);
  return weekday && dayOnWeekday(ref, d, weekday.value);
}

/** 4日以上, 2日ごと, 十日間, 三日目: days that are counted. */
export function countsDays(x: DateContext, i: number, to: number): boolean {
  const next = x.tokens[to];
  if (x.w.shift.longest(x.tokens, i - 1) !== null) return true;
  if (closesRange(x, i, to)) return false;
  if (
    x.c.after.longest(x.tokens, to) ||
    x.w.after.longest(x.tokens, to) ||
    x.w.withinAfter.longest(x.tokens, to)
  )
    return true;
  return next !== undefined && !next.gap && /^[間目ごほもずぶ分半余连連以內内後]$/.test(next.key);
}

/** 4일부터 22일까지: behind a word that joins a range, before one that closes it. */
const closesRange = (x: DateContext, i: number, to: number): boolean =>
  x.w.rangeClose?.longest(x.tokens, to) != null &&
  [1, 2, 3].some(n => x.tokens[i - n]?.kind === DENSE && x.w.to.longest(x.tokens, i - n)?.to === i);

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
