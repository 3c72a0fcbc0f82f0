/** Periods of the proleptic Gregorian calendar with their TIMEX3 values; days are ISO dates. */
export interface Period {
  readonly timex: string;
  /** First and last day, ISO; empty where it cannot be told. */
  readonly start: string;
  readonly end: string;
}

export interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

const two = (n: number): string => String(n).padStart(2, "0");
const four = (n: number): string => String(n).padStart(4, "0");

export const isoOf = (day: Day): string => `${four(day.y)}-${two(day.m)}-${two(day.d)}`;

/** Days of a month. */
export function monthLength(y: number, m: number): number {
  return m === 2
    ? y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(m)
      ? 30
      : 31;
}

export function isDay(y: number, m: number, d: number): boolean {
  return m >= 1 && m <= 12 && d >= 1 && d <= monthLength(y, m);
}

const DAY_MS = 86_400_000;

function utc(day: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(day.y, day.m - 1, day.d);
  return date.getTime();
}

const fromUtc = (ms: number): Day => {
  const date = new Date(ms);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
};

export const addDays = (day: Day, n: number): Day => fromUtc(utc(day) + n * DAY_MS);
export const daysBetween = (a: Day, b: Day): number => Math.round((utc(b) - utc(a)) / DAY_MS);

/** Adds months; the day is kept, or the last of a shorter month. */
export function addMonths(day: Day, n: number): Day {
  const index = day.y * 12 + (day.m - 1) + n;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return { y, m, d: Math.min(day.d, monthLength(y, m)) };
}

/** Monday 1 to Sunday 7. */
export const weekdayOf = (day: Day): number => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1;

/** Months around that of publication, nearest first. */
const NEAR_MONTHS = Array.from({ length: 25 }, (_, k) => (k % 2 === 0 ? -k / 2 : (k + 1) / 2));

/** The nearest day of a number that lies on a weekday (Monday 1); null where there is none within a year. */
export function dayOnWeekday(ref: Day, d: number, weekday: number): Day | null {
  const near = NEAR_MONTHS.map(n => ({ ...addMonths({ ...ref, d: 1 }, n), d }));
  return near.find(day => isDay(day.y, day.m, day.d) && weekdayOf(day) === weekday) ?? null;
}

/** The day of an ISO date or date-time; null when it is none. */
export function parseIso(text: string | undefined): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? "");
  if (!found) return null;
  const [y, m, d] = found.slice(1).map(Number) as [number, number, number];
  return isDay(y, m, d) ? { y, m, d } : null;
}

export function dayPeriod(day: Day): Period {
  const iso = isoOf(day);
  return { timex: iso, start: iso, end: iso };
}

export function monthPeriod(y: number, m: number): Period {
  return {
    timex: `${four(y)}-${two(m)}`,
    start: isoOf({ y, m, d: 1 }),
    end: isoOf({ y, m, d: monthLength(y, m) }),
  };
}

export const yearPeriod = (y: number): Period => ({
  timex: four(y),
  start: `${four(y)}-01-01`,
  end: `${four(y)}-12-31`,
});

export function quarterPeriod(y: number, q: number): Period {
  const m = q * 3;
  return {
    timex: `${four(y)}-Q${q}`,
    start: isoOf({ y, m: m - 2, d: 1 }),
    end: isoOf({ y, m, d: monthLength(y, m) }),
  };
}

export function halfPeriod(y: number, h: number): Period {
  const m = h * 6;
  return {
    timex: `${four(y)}-H${h}`,
    start: isoOf({ y, m: m - 5, d: 1 }),
    end: isoOf({ y, m, d: monthLength(y, m) }),
  };
}

export function decadePeriod(first: number): Period {
  return { timex: four(first).slice(0, 3), start: `${four(first)}-01-01`, end: `${four(first + 9)}-12-31` };
}

/** The n-th century: 1901 to 2000 is the 20th; its TIMEX3 value is the first two digits of most of its years. */
export function centuryPeriod(n: number): Period {
  return { timex: two(n - 1), start: `${four((n - 1) * 100 + 1)}-01-01`, end: `${four(n * 100)}-12-31` };
}

/** ISO 8601 week of a day. */
export function weekPeriod(day: Day): Period {
  const monday = addDays(day, 1 - weekdayOf(day));
  const thursday = addDays(monday, 3);
  const first = { y: thursday.y, m: 1, d: 1 };
  const week = Math.floor(daysBetween(first, thursday) / 7) + 1;
  return { timex: `${four(thursday.y)}-W${two(week)}`, start: isoOf(monday), end: isoOf(addDays(monday, 6)) };
}

export function weekendPeriod(day: Day): Period {
  const week = weekPeriod(day);
  const monday = addDays(day, 1 - weekdayOf(day));
  return { timex: `${week.timex}-WE`, start: isoOf(addDays(monday, 5)), end: isoOf(addDays(monday, 6)) };
}

export const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Northern meteorological seasons; a winter begins in December of its year. */
export function seasonPeriod(y: number, season: string): Period {
  const from = { y, m: SEASON_MONTHS[season] ?? 1, d: 1 };
  return { timex: `${four(y)}-${season}`, start: isoOf(from), end: isoOf(addDays(addMonths(from, 3), -1)) };
}

/** A period of unknown place in time: durations, references such as PRESENT_REF. */
export const floating = (timex: string): Period => ({ timex, start: "", end: "" });
