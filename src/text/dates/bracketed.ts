import type { DateContext, DateRead } from "./context.ts";
import { keyAt, make, wholeAt } from "./parts.ts";
import { dayOnWeekday, dayPeriod, daysBetween } from "./periods.ts";

/** A day of the month in brackets: "(18)". */
export const bracketed = (x: DateContext, i: number): number | null =>
  keyAt(x, i) === "(" && keyAt(x, i + 2) === ")" ? wholeAt(x, i + 1, /^\d{1,2}$/) : null;

/** News tell of days that are near. */
const NEAR = 31;

/** "nesta terça-feira (18)", "el lunes (3)": the day of that number on the weekday before it. */
export function bracketedDay(x: DateContext, i: number, weekday: number): DateRead | null {
  const d = x.ref && bracketed(x, i);
  const day = d === null ? null : dayOnWeekday(x.ref!, d, weekday);
  return day && Math.abs(daysBetween(x.ref!, day)) <= NEAR ? make(i, i + 3, dayPeriod(day)) : null;
}
