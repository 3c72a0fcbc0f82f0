import type { Compiled } from "../pack/compile.ts";
import type { Token } from "../tokens/token.ts";
import type { DateLexicons } from "./lexicons.ts";
import type { Openers } from "./openers.ts";
import {
  addDays,
  addMonths,
  centuryPeriod,
  type Day,
  dayPeriod,
  daysBetween,
  decadePeriod,
  isDay,
  monthPeriod,
  type Period,
  quarterPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from "./periods.ts";
import type { Told } from "./told.ts";
import { workdaysAway } from "./workdays.ts";

/** A date or period found at tokens `from` to `to` (exclusive). */
export interface DateRead extends Period {
  readonly from: number;
  readonly to: number;
  /** A length of time, which counts as a quantity too. */
  readonly counts: boolean;
  /** Of a length of time, its count and unit. */
  readonly length: { readonly n: number; readonly unit: string } | null;
  /** Value of a time of day that has no day of its own. */
  readonly clock: string | null;
  /** A weekday of the week that the member before it in a list was told by. */
  readonly week?: boolean;
  /** Comes back: "every Monday". */
  readonly set?: boolean;
  /** A length of time that words place beside a day: "the last five years". */
  readonly placed?: boolean;
}

/** What a rule needs: the tokens, the words, the day of publication, and the quarter the text last spoke of. */
export interface DateContext {
  readonly tokens: readonly Token[];
  readonly c: Compiled;
  readonly w: DateLexicons;
  /** The rules by what they open with. */
  readonly openers: Openers;
  /** The same of times of day and of what counts from a date told before. */
  readonly around: Openers;
  readonly ref: Day | null;
  /** Time of publication in minutes of its day; null where only the day is known. */
  readonly minutes: number | null;
  quarter: { y: number; q: number; at: number } | null;
  told: Told | null;
}

/** Year of a month and day without one: the nearest to the day of publication. */
export function yearNear(ref: Day, m: number, d: number): number {
  let best = ref.y;
  let distance = Number.POSITIVE_INFINITY;
  for (const y of [ref.y - 1, ref.y, ref.y + 1]) {
    const day = { y, m, d: isDay(y, m, d) ? d : 1 };
    const gap = Math.abs(daysBetween(ref, day));
    if (gap < distance) [best, distance] = [y, gap];
  }
  return best;
}

/** The period `n` units away from the one that holds a day. */
export function shiftedPeriod(ref: Day, unit: string, n: number): Period | null {
  if (unit === "day") return dayPeriod(addDays(ref, n));
  if (unit === "workday") return dayPeriod(workdaysAway(ref, n));
  if (unit === "week") return weekPeriod(addDays(ref, 7 * n));
  if (unit === "weekend") return weekendPeriod(addDays(ref, 7 * n));
  if (unit === "month")
    return monthPeriod(addMonths({ ...ref, d: 1 }, n).y, addMonths({ ...ref, d: 1 }, n).m);
  if (unit === "year") return yearPeriod(ref.y + n);
  if (unit === "decade") return decadePeriod(Math.floor(ref.y / 10) * 10 + 10 * n);
  if (unit === "century") return centuryPeriod(Math.floor((ref.y - 1) / 100) + 1 + n);
  if (unit === "quarter") {
    const q = Math.floor((ref.m - 1) / 3) + n;
    return quarterPeriod(ref.y + Math.floor(q / 4), (((q % 4) + 4) % 4) + 1);
  }
  const part = { night: "NI", evening: "EV", morning: "MO", afternoon: "AF" }[unit];
  const day = dayPeriod(addDays(ref, n));
  return part === undefined ? null : { ...day, timex: `${day.timex}T${part}` };
}

/** A "quinzena" or "quincena" is half of a month. */
const FORTNIGHT = 15;

/** The day `n` units away from a day, which keeps its place in week, month or year; null for units below the day. */
export function dayAway(day: Day, unit: string, n: number): Day | null {
  if (!Number.isInteger(n)) return null;
  if (unit === "workday") return workdaysAway(day, n);
  const days = { day: 1, week: 7, fortnight: FORTNIGHT }[unit];
  if (days !== undefined) return addDays(day, n * days);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
  return months === undefined ? null : addMonths(day, n * months);
}

const UNIT_LETTER: Readonly<Record<string, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  workday: "BD",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "E",
  century: "C",
  weekend: "WE",
  night: "N",
  half: "H",
};

/** TIMEX3 duration: P2Y, PT5M; decades and centuries in years, quarters in months. */
export function durationValue(n: number | "X", unit: string): string {
  if (n !== "X" && unit === "decade") return `P${10 * n}Y`;
  if (n !== "X" && unit === "century") return `P${100 * n}Y`;
  if (n !== "X" && unit === "quarter") return `P${3 * n}M`;
  if (n !== "X" && unit === "fortnight") return `P${FORTNIGHT * n}D`;
  const letter = UNIT_LETTER[unit] ?? "X";
  return letter.length === 2 && letter[0] === "T" ? `PT${n}${letter[1]}` : `P${n}${letter}`;
}
