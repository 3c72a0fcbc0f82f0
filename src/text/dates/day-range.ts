import { dayInWords } from "./calendar.ts";
import type { DateContext } from "./context.ts";
import { dayAt, keyAt, onDay, skipArticle } from "./parts.ts";
import type { Period } from "./periods.ts";

/** The last day of a range of days, the token after it, and where the range begins if a word opens it. */
interface DayRange {
  readonly d: number;
  readonly to: number;
  readonly from: number | null;
  /** Joined by "and" without a word that opens it: something must close it. */
  readonly open?: boolean;
}

/** "-16" after a day, "-5." after "1.". */
export function dayRange(x: DateContext, i: number): DayRange | null {
  const at = pastStop(x, i);
  if (keyAt(x, at) !== "-") return null;
  const day = dayAt(x, at + 1);
  const after = day && x.tokens[day.to];
  return day && !(after?.key === "-" && !after.gap) ? { ...day, from: null } : null;
}

/** The token after the stop of an ordinal ("4. bis 22."), in languages that write it so. */
export const pastStop = (x: DateContext, i: number): number =>
  x.c.pack.ordinalStops === true && keyAt(x, i) === "." ? i + 1 : i;

/** "del 9 al 12 (de junio)", "between 3 and 12 (Sept)", "26 au 28 (juin)": "and" joins two days only after a word that opens a range. */
export function wordedRange(x: DateContext, first: number, end: number): DayRange | null {
  const i = pastStop(x, end);
  const join = x.w.to.longest(x.tokens, i);
  if (!join || keyAt(x, i) === "-") return null;
  const opened = x.w.from.endsBefore(x.tokens, first);
  const loose =
    x.c.numerals.and.has(keyAt(x, i)) || keyAt(x, i) === "," || x.w.andDates.longest(x.tokens, i) !== null;
  const open = loose && !(opened && joinsWithAnd(x, first));
  if (open && x.w.rangeClose === null) return null;
  const at = skipArticle(x, join.to);
  const day = dayAt(x, at) ?? (opened ? dayInWords(x, at) : null);
  return day && { ...day, from: opened?.to ?? null, open };
}

/** "between 2010 and 2019" is a period, "de 2010 et 2011" are two years. */
export const joinsWithAnd = (x: DateContext, first: number): boolean =>
  x.c.pack.dates.betweenDates === undefined || x.w.betweenDates.endsBefore(x.tokens, first) !== null;

/** One period from a day to a later day of the same month. */
export function closing(x: DateContext, first: Period, year: number | null, m: number, d: number): Period {
  const last = onDay(x, year, m, d);
  return last && last.end !== "" && first.start !== "" && last.timex > first.timex
    ? { timex: `${first.timex}/${last.timex}`, start: first.start, end: last.end }
    : first;
}
