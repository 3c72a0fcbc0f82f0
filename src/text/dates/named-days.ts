import { NUMBER } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { closing } from "./day-range.ts";
import { keyAt, make, wholeAt } from "./parts.ts";
import { dayOnWeekday, dayPeriod, floating, isDay, type Period } from "./periods.ts";

/** What shows that a number is a day of its month. */
export const dayMark = (x: DateContext, i: number): { to: number } | null =>
  x.w.bareDayAfter.longest(x.tokens, i) ?? x.w.ownDayAfter.longest(x.tokens, i);

/** A day of the month of publication. */
function inThisMonth(x: DateContext, d: number): Period {
  return x.ref && isDay(x.ref.y, x.ref.m, d)
    ? dayPeriod({ ...x.ref, d })
    : floating(`XXXX-XX-${String(d).padStart(2, "0")}`);
}

/** "21 तारीख", "ayın 4'ünde": a number before the word for a date, or with the ending of one behind the word for its month. */
export function namedDay(x: DateContext, i: number, led: boolean): DateRead | null {
  const d = wholeAt(x, i, /^\d{1,2}$/);
  if (d === null || d < 1 || d > 31) return null;
  const range = namedRange(x, i, d, led);
  if (range) return range;
  const mark = x.w.bareDayAfter.longest(x.tokens, i + 1);
  const own = mark ? null : x.w.ownDayAfter.longest(x.tokens, i + 1);
  if (mark || (own && (led || x.w.weekAfter.longest(x.tokens, own.to))))
    return make(i, (mark ?? own)!.to, inThisMonth(x, d));
  return led ? null : beforeWeekday(x, i, d);
}

/** "21 और 23 तारीख के बीच", "ayın 21'i ile 23'ü arasında", "4'ünden 22'sine kadar": two days of one month. */
function namedRange(x: DateContext, i: number, d: number, led: boolean): DateRead | null {
  if (x.w.rangeClose === null || !x.ref || !isDay(x.ref.y, x.ref.m, d)) return null;
  const first = dayMark(x, i + 1);
  const join =
    x.w.to.longest(x.tokens, first?.to ?? i + 1) ?? (first && ablative(x, first.to) ? first : null);
  const last = join && wholeAt(x, join.to, /^\d{1,2}$/);
  const mark = last && last > d ? dayMark(x, join.to + 1) : null;
  const close = mark && x.w.rangeClose.longest(x.tokens, mark.to);
  const sure = led || first !== null || x.w.bareDayAfter.longest(x.tokens, (join?.to ?? i) + 1) !== null;
  if (!close || !sure || !last) return null;
  return make(i, close.to, closing(x, dayPeriod({ ...x.ref, d }), x.ref.y, x.ref.m, last));
}

/** Whether the word before a token stands in the case that tells from where. */
export const ablative = (x: DateContext, i: number): boolean =>
  (x.c.pack.dates.ablative?.split("|") ?? []).some(ending => keyAt(x, i - 1).endsWith(ending));

/** Smaller numbers may count weekdays. */
const LEAST = 13;

/** "21 Pazartesi günü": the nearest day of that number on the weekday behind it. */
function beforeWeekday(x: DateContext, i: number, d: number): DateRead | null {
  if (x.w.rangeClose === null || x.c.pack.dense || !x.ref || d < LEAST) return null;
  const named = x.tokens[i + 1]?.kind === NUMBER ? null : x.w.weekdays.longest(x.tokens, i + 1);
  const day = named && dayOnWeekday(x.ref, d, named.value);
  return day && make(i, named.to, dayPeriod(day));
}
