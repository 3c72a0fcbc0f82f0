import type { DateContext, DateRead } from "./context.ts";
import { dayAt, endsPhrase, make, type Rule, skipJoin, wholeAt } from "./parts.ts";
import { addDays, type Day, dayPeriod, daysBetween, floating, isoOf, type Period } from "./periods.ts";

/** The day before the first of the calendar of the hijra, 15 July 622 (Julian), in Gregorian reckoning. */
const BEFORE_FIRST: Day = { y: 622, m: 7, d: 18 };

/**
 * The day of a date of the tabular Islamic calendar (Reingold and Dershowitz, Calendrical Calculations, chapter 7): leap years by
 * the rule of thirty years. A month that begins with the sighting of the moon may differ by a day.
 */
export function hijriDay(y: number, m: number, d: number): Day {
  return addDays(
    BEFORE_FIRST,
    (y - 1) * 354 + Math.floor((3 + 11 * y) / 30) + 29 * (m - 1) + Math.floor(m / 2) + d,
  );
}

function span(first: Day, next: Day): Period {
  const [start, end] = [isoOf(first), isoOf(addDays(next, -1))];
  return { timex: `${start}/${end}`, start, end };
}

const monthOf = (y: number, m: number): Period =>
  span(hijriDay(y, m, 1), m === 12 ? hijriDay(y + 1, 1, 1) : hijriDay(y, m + 1, 1));

const OLDEST = 1200;
const NEWEST = 1600;
/** Days of a mean year of this calendar. */
const YEAR_DAYS = 354.367;

/** The year of the hijra that holds a day, or is about to begin. */
const yearOn = (day: Day): number => Math.floor(daysBetween(BEFORE_FIRST, day) / YEAR_DAYS) + 1;

/** A year behind a month: of the hijra, or of the common era with the month that lies in it. */
function yearAfter(x: DateContext, i: number, m: number): { y: number; to: number } | null {
  const at = skipJoin(x, i);
  const y = wholeAt(x, at, /^\d{4}$/);
  if (y === null) return null;
  if (y >= OLDEST && y < NEWEST) return { y, to: x.w.hijriEra.longest(x.tokens, at + 1)?.to ?? at + 1 };
  if (y < 1900 || y > 2100) return null;
  const first = yearOn({ y, m: 1, d: 1 });
  const fits = [first, first + 1].find(h => hijriDay(h, m, 15).y === y);
  return fits === undefined ? null : { y: fits, to: at + 1 };
}

/** The last such month that had begun by the day of publication. */
function lastYear(ref: Day, m: number): number {
  const y = yearOn(ref);
  return [y + 1, y].find(h => daysBetween(hijriDay(h, m, 1), ref) >= 0) ?? y - 1;
}

/** "رمضان 1445", "15 شعبان 1443 هـ", "في رمضان": a month of the calendar of the hijra. */
export const hijriDate: Rule = (x, i) => {
  const day = dayAt(x, i);
  const month = x.w.hijri.longest(x.tokens, day ? skipJoin(x, day.to) : i);
  if (!month) return null;
  const year = yearAfter(x, month.to, month.value);
  const led = x.c.yearBefore.has(x.tokens[i - 1]?.key ?? "") || month.to - i > 1;
  if (!year && !day && (!led || !endsPhrase(x, month.to))) return null;
  const to = year?.to ?? month.to;
  const y = year?.y ?? (x.ref && lastYear(x.ref, month.value));
  if (y === null) return make(i, to, floating("XXXX-XX"));
  return make(i, to, day ? dayPeriod(hijriDay(y, month.value, day.d)) : monthOf(y, month.value));
};

/** "1445 هـ", "عام 1443 للهجرة". */
export const hijriYear: Rule = (x, i): DateRead | null => {
  const at = x.w.yearWords.longest(x.tokens, i)?.to ?? i;
  const y = wholeAt(x, at, /^\d{3,4}$/);
  const era = y === null ? null : x.w.hijriEra.longest(x.tokens, at + 1);
  return y !== null && era ? make(i, era.to, span(hijriDay(y, 1, 1), hijriDay(y + 1, 1, 1))) : null;
};
