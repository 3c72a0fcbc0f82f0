import { dayFirst, monthFirst } from "./calendar.ts";
import { type DateContext, durationValue } from "./context.ts";
import { addDays, addMonths, floating, isoOf, type Period, parseIso } from "./periods.ts";

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** "(the year) ended 31 March 2020", "(the three months) to June": months up to the day, or the end of the month, that is told behind them. */
export function endedPeriod(x: DateContext, n: number, unit: string, i: number): Period | null {
  const months = MONTHS[unit];
  const lead = months === undefined ? null : x.w.endedBy.longest(x.tokens, i);
  const last = lead && x.tokens[lead.to] ? (monthFirst(x, lead.to) ?? dayFirst(x, lead.to)) : null;
  if (!last || !/^(?:\d{4}|XXXX)-\d{2}(?:-\d{2})?$/.test(last.timex)) return null;
  const timex = durationValue(n, unit);
  const end = parseIso(last.end);
  if (!end) return floating(timex);
  const next = addDays(end, 1);
  return { timex, start: isoOf(addMonths(next, -n * months!)), end: isoOf(end) };
}
