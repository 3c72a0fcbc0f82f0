import { BREAK } from "../tokens/token.ts";
import { pointsAhead } from "./ahead.ts";
import type { DateContext } from "./context.ts";
import { make, type Rule, shiftBehind, skipArticle, yearAfter } from "./parts.ts";
import {
  addDays,
  type Day,
  dayPeriod,
  daysBetween,
  isDay,
  type Period,
  weekdayOf,
  weekendPeriod,
} from "./periods.ts";

/** A holiday on a Monday makes a long weekend of the one before it. */
const MONDAY = 1;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm in Meeus, Astronomical Algorithms (1991), chapter 8. */
export function easterOf(y: number): Day {
  const [a, b, c] = [y % 19, Math.floor(y / 100), y % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { y, m: Math.floor(n / 31), d: (n % 31) + 1 };
}

/** The `n`-th of a weekday (Monday 1) in a month; the last for -1; null where there is none. */
export function nthWeekday(y: number, m: number, weekday: number, n: number): Day | null {
  if (n < 0) {
    const last = [31, 30, 29, 28].find(d => isDay(y, m, d))!;
    const end = { y, m, d: last };
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  }
  const first = { y, m, d: 1 };
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
  return day.m === m ? day : null;
}

/** The day of a holiday in a year: `12-25`, `easter+1`, `11-4-4` (fourth Thursday of November), `11-4-4+1` (the day after it). */
export function holidayIn(code: string, y: number): Day | null {
  const easter = /^easter([+-]\d+)?$/.exec(code);
  if (easter) return addDays(easterOf(y), Number(easter[1] ?? 0));
  const placed = /^(\d+)-(-?\d)-(\d)(\+\d)?$/.exec(code);
  if (placed) {
    const day = nthWeekday(y, Number(placed[1]), Number(placed[3]), Number(placed[2]));
    return day && addDays(day, Number(placed[4] ?? 0));
  }
  const [m, d] = code.split("-").map(Number) as [number, number];
  return isDay(y, m, d) ? { y, m, d } : null;
}

/** The nearest to a day, or the last one before it (-1) or the next after it (1). */
function nearest(ref: Day, code: string, shift: number): Day | null {
  const days = [ref.y - 1, ref.y, ref.y + 1].flatMap(y => holidayIn(code, y) ?? []);
  const fits = days.filter(day => shift === 0 || Math.sign(daysBetween(ref, day)) === shift);
  const distance = (day: Day): number => Math.abs(daysBetween(ref, day));
  return fits.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** "Christmas", "Easter Monday 2018", "next Thanksgiving", "Labor Day weekend". */
export const holiday: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const shift = x.w.shift.longest(x.tokens, start);
  const found = x.w.holidays.longest(x.tokens, shift?.to ?? start);
  if (!found || x.tokens[found.to - 1]!.kind === BREAK) return null;
  const after = shiftBehind(x, found.to);
  const year = shift || after ? null : yearAfter(x, found.to);
  const to = year?.to ?? after?.to ?? found.to;
  const day = year
    ? holidayIn(found.value, year.y)
    : x.ref && inTime(x.ref, found.value, shift?.value ?? after?.value ?? leads(x, i));
  if (!day) return year ? null : make(i, to, unknownYear(found.value));
  const weekend = x.w.units.longest(x.tokens, to);
  return weekend?.value === "weekend"
    ? make(i, weekend.to, weekendPeriod(weekdayOf(day) === MONDAY ? addDays(day, -1) : day))
    : make(i, to, dayPeriod(day));
};

const inTime = (ref: Day, code: string, shift: number | null): Day | null =>
  shift === 0 ? holidayIn(code, ref.y) : nearest(ref, code, shift ?? 0);

/** "until Christmas", "will open by year-end" look ahead, "since Easter" back; null where nothing tells. */
function leads(x: DateContext, i: number): number | null {
  if (x.w.since.endsBefore(x.tokens, i)) return -1;
  return x.w.until.endsBefore(x.tokens, i) || pointsAhead(x, i) ? 1 : null;
}

const unknownYear = (code: string): Period => ({
  timex: /^\d\d-\d\d$/.test(code) ? `XXXX-${code}` : "XXXX-XX-XX",
  start: "",
  end: "",
});
