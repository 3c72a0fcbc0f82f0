import type { DateContext, DateRead } from "./context.ts";
import { isPlaced, joinerEnd, joins } from "./lists.ts";
import { skipArticle } from "./parts.ts";
import {
  addDays,
  addMonths,
  dayPeriod,
  isDay as isRealDay,
  parseIso,
  weekdayOf,
  weekPeriod,
} from "./periods.ts";
import { isDay, isRelative, namesMonth, namesYear, put } from "./reads.ts";

type Shares = (before: DateRead) => DateRead | null;

/** "Monday or Tuesday of next week": the week that stands behind the last member holds for those before it. */
function sharedWeek(x: DateContext, read: DateRead): Shares | null {
  const named = x.w.weekdays.longest(x.tokens, skipArticle(x, read.from));
  const day = named && isDay(read) && isPlaced(x, read) ? parseIso(read.start) : null;
  const monday = day && parseIso(weekPeriod(day).start);
  if (!day || !monday) return null;
  return before => {
    const first = x.w.weekdays.longest(x.tokens, before.from);
    const bare = first !== null && first.to === before.to && isDay(before) && before.start !== "";
    return bare && first.value < weekdayOf(day)
      ? { ...before, ...dayPeriod(addDays(monday, first.value - 1)) }
      : null;
  };
}

/** "September and November 2018": the year behind the last member holds for those before it, or the one before it. */
function sharedYear(x: DateContext, read: DateRead): Shares | null {
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(read.timex) || !namesYear(x, read)) return null;
  const year = Number(read.timex.slice(0, 4));
  return before => {
    const alike = /^\d{4}-\d{2}(?:-\d{2})?$/.test(before.timex) && before.timex.length === read.timex.length;
    if (!alike || namesYear(x, before) || isRelative(x, before) || !namesMonth(x, before)) return null;
    const y = put(before.start, year) <= read.start ? year : year - 1;
    return { ...before, timex: put(before.timex, y), start: put(before.start, y), end: put(before.end, y) };
  };
}

/** "(du) lundi 5 (au) vendredi 9 mai": a weekday with the day of the month only is of the month of the day behind it. */
export function inMonthOf(x: DateContext, before: DateRead, read: DateRead): DateRead | null {
  const named = x.w.weekdays.longest(x.tokens, before.from);
  const number = named && isDay(before) && before.to === named.to + 1 ? x.tokens[named.to]! : null;
  if (!number || !/^\d{1,2}$/.test(number.key) || !isDay(read) || read.start === "") return null;
  if (!namesMonth(x, read)) return null;
  const last = parseIso(read.start)!;
  const d = Number(number.key);
  const { y, m } = d < last.d ? last : addMonths({ ...last, d: 1 }, -1);
  return isRealDay(y, m, d) ? { ...before, ...dayPeriod({ y, m, d }) } : null;
}

/** "mardi ou mercredi matin": the part of the day behind the last weekday holds for those before it. */
function sharedPart(x: DateContext, read: DateRead): Shares | null {
  const part = /^(?:\d{4}-\d{2}-\d{2}|XXXX-WXX-\d)(T(?:MO|AF|EV|NI))$/.exec(read.timex)?.[1];
  const named = part ? x.w.weekdays.longest(x.tokens, skipArticle(x, read.from)) : null;
  if (!part || !named) return null;
  return before => {
    const first = x.w.weekdays.longest(x.tokens, before.from);
    const bare = first !== null && first.to === before.to && isDay(before);
    return bare ? { ...before, timex: before.timex + part } : null;
  };
}

/** Whether "and" or "or" stands between two members; a comma alone may begin something else. */
const joinsFirmly = (x: DateContext, from: number): boolean =>
  joinerEnd(x, from) > from + 1 || x.tokens[from]?.key !== ",";

const sharedMonth = (x: DateContext, read: DateRead): Shares | null =>
  isDay(read) && namesMonth(x, read) ? before => inMonthOf(x, before, read) : null;

function firstOf(shares: readonly Shares[], before: DateRead): DateRead | null {
  for (const share of shares) {
    const shared = share(before);
    if (shared) return shared;
  }
  return null;
}

/** Gives the members of a list before a read what stands behind its last one. */
export function shareBehind(x: DateContext, reads: DateRead[], read: DateRead): void {
  const last = reads.at(-1);
  if (!last || !joins(x, last.to, read.from) || !joinsFirmly(x, last.to)) return;
  const shares = [sharedWeek, sharedYear, sharedPart, sharedMonth].flatMap(share => share(x, read) ?? []);
  let next = read;
  for (let k = reads.length - 1; shares.length > 0 && k >= 0; k--) {
    const before = reads[k]!;
    const shared = joins(x, before.to, next.from) ? firstOf(shares, before) : null;
    if (!shared) return;
    reads[k] = shared;
    next = before;
  }
}
