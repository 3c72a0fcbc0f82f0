import { BREAK } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { withTime } from "./day-time.ts";
import { dateAt } from "./grammar.ts";
import { keyAt } from "./parts.ts";
import { addDays, dayPeriod, daysBetween, parseIso } from "./periods.ts";
import { hasTime, isRelative, namesMonth, namesYear, put } from "./reads.ts";

/** "21 Monday 9:30 to 3:00 pm": a time without a day of its own is of the day before it. */
function onDayOf(first: DateRead, second: DateRead): DateRead {
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(first.timex)?.[1];
  const shares = first.clock === null && second.clock !== null && day !== undefined;
  return shares && !second.clock.includes("/")
    ? { ...second, start: first.start, end: first.end, timex: day + second.clock }
    : second;
}

/** "de lundi matin à mardi soir": a weekday that ends a range is that behind its first day. */
function nextWeek(x: DateContext, first: DateRead, second: DateRead): DateRead {
  const [a, b] = [parseIso(first.start), parseIso(second.start)];
  const back = a && b ? daysBetween(b, a) : 0;
  if (!b || back <= 0 || back >= 7 || !x.w.weekdays.longest(x.tokens, second.from)) return second;
  const day = dayPeriod(addDays(b, 7));
  return { ...second, ...day, timex: day.timex + second.timex.slice(day.timex.length) };
}

/** "16:00, 23 Apr - 22:00, 27 May": the second of two moments without a year is the nearest behind the first. */
function inYearBehind(x: DateContext, first: DateRead, second: DateRead): DateRead {
  const dated = (read: DateRead): boolean =>
    /^\d{4}-/.test(read.timex) && !namesYear(x, read) && !isRelative(x, read) && namesMonth(x, read);
  if (second.start >= first.start || !dated(first) || !dated(second)) return second;
  const year = Number(first.start.slice(0, 4));
  const y = put(second.start, year) > first.start ? year : year + 1;
  return { ...second, timex: put(second.timex, y), start: put(second.start, y), end: put(second.end, y) };
}

/** "from 2pm till tomorrow 4:30pm", 从昨天下午两点到明天四点: from one moment to another. */
export function momentsJoined(x: DateContext, first: DateRead): DateRead | null {
  if (!hasTime(first) || first.timex.includes("/") || first.set || first.start === "") return null;
  const opened = x.w.from.endsBefore(x.tokens, first.from);
  const join = x.w.to.longest(x.tokens, first.to) ?? x.w.clockJoin.longest(x.tokens, first.to);
  const next = join && x.tokens[join.to];
  if (
    !join ||
    !next ||
    next.kind === BREAK ||
    (!opened && x.w.rangeClose === null && x.c.numerals.and.has(keyAt(x, first.to)))
  )
    return null;
  const worded = !opened && x.w.rangeClose === null && keyAt(x, first.to) !== "-";
  if (worded && !/^\d{4}-\d{2}-\d{2}T\d/.test(first.timex)) return null;
  const day = dateAt(x, join.to);
  const read = day && !day.counts ? withTime(x, day) : null;
  const second = read && inYearBehind(x, first, nextWeek(x, first, onDayOf(first, read)));
  if (!second || !hasTime(second) || second.timex.includes("/") || second.timex <= first.timex) return null;
  if (worded && second.clock !== null) return null;
  const close = x.w.rangeClose?.longest(x.tokens, second.to) ?? null;
  return {
    ...second,
    from: opened?.to ?? first.from,
    to: close?.to ?? second.to,
    start: first.start,
    timex: `${first.timex}/${second.timex}`,
    clock: null,
  };
}
