import { BREAK, NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { onPublication } from "./clock.ts";
import { two } from "./clock-value.ts";
import type { DateContext, DateRead } from "./context.ts";
import { dayAt, gluedAnd, keyAt, make, onDay, type Rule, skipArticle, skipJoin, yearAfter } from "./parts.ts";
import { addDays, dayPeriod, isoOf, parseIso, weekdayOf, weekPeriod } from "./periods.ts";
import { isRelative, namesYear, put } from "./reads.ts";

/** How many days a list names at most. */
const MOST = 6;

/** The token after what joins the members of a list (",", "or", "and", ", or"), or -1. */
export function joinerEnd(x: DateContext, i: number): number {
  const comma = x.tokens[i]?.key === "," || x.tokens[i]?.key === "/" ? i + 1 : i;
  const word = x.w.or.longest(x.tokens, comma) ?? x.w.andDates.longest(x.tokens, comma);
  const and = !word && x.c.numerals.and.has(x.tokens[comma]?.key ?? "") ? comma + 1 : null;
  const to = word?.to ?? and ?? comma;
  return to > i ? to : -1;
}

/** "22nd, 23rd, 30th or 31st of March", "18 and 19 June": days that share the month behind the last; read one by one. */
export const listedDay: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const first = dayAt(x, start);
  let last = first;
  for (let k = 0; last && k < MOST; k++) {
    const at = joinerEnd(x, last.to);
    const next = at < 0 ? null : dayAt(x, skipArticle(x, at));
    if (!next || next.d <= last.d) break;
    last = next;
  }
  if (!first || !last || last === first) return null;
  const at = skipJoin(x, last.to);
  const month = x.w.months.longest(x.tokens, at);
  // "the 18th and 19th of may", but "18 and 19 may be late".
  if (!month || (at === last.to && x.c.unsureMonths.has(keyAt(x, month.to - 1)) && x.tokens[at]!.caps === 0))
    return null;
  const period = onDay(x, null, month.value, first.d);
  return period && make(x.tokens[start]!.kind === NUMBER ? start : i, first.to, period);
};

/** Whether only a joiner, and words that lead to a day or a time, stand between two reads. */
export function joins(x: DateContext, from: number, to: number): boolean {
  let at = joinerEnd(x, from);
  if (at < 0) return from === to && gluedAnd(x, from) !== null;
  for (let k = 0; at < to && k < 3; k++) {
    const lead = x.w.clockLead.longest(x.tokens, at) ?? x.w.dayLead.longest(x.tokens, at);
    at = lead?.to ?? skipArticle(x, at);
  }
  return at === to;
}

/** "July 17th, 18th or 19th": a number behind a joiner is another day of the month named before. */
export function nextDay(x: DateContext, before: DateRead, i: number): DateRead | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(before.timex) || x.tokens[before.to - 1]!.kind === BREAK) return null;
  if (!x.tokens.slice(before.from, before.to).some(isDayNumber) || !joins(x, before.to, i)) return null;
  const day = dayAt(x, i);
  const date = parseIso(before.start);
  if (!day || !date || day.d <= date.d || !standsFree(x, day.to, day.to > i + 1)) return null;
  const year = namesYear(x, before) ? null : yearAfter(x, day.to);
  const period = onDay(x, year?.y ?? date.y, date.m, day.d);
  return period && make(i, year?.to ?? day.to, period);
}

const isDayNumber = (token: Token): boolean => token.kind === NUMBER && /^\d{1,2}$/.test(token.key);

/** Nothing follows a bare number that it could count. */
function standsFree(x: DateContext, i: number, ordinal: boolean): boolean {
  const next = x.tokens[i];
  if (!next || ordinal) return true;
  if (next.kind === WORD) return x.c.stop.has(next.key) && !x.c.times.has(next.key);
  return next.kind === SIGN && /^[.,;!?)]$/.test(next.key) && (next.gap || x.tokens[i + 1]?.gap !== false);
}

/** Told by a word such as "next" before or behind it, or by its week. */
export const isPlaced = (x: DateContext, read: DateRead): boolean => {
  // In 周三 the word for the week is part of the name.
  if (x.c.pack.dense && x.w.weekdays.longest(x.tokens, read.from)?.to === read.to) return false;
  for (let i = read.from; i < read.to; i++)
    if (x.w.shift.longest(x.tokens, i) || x.w.units.longest(x.tokens, i)?.value === "week") return true;
  return false;
};

/** A member of a list with what it takes from the member before it: the week of a weekday, the day of a time. */
export function inList(x: DateContext, before: DateRead, read: DateRead): DateRead {
  const set = setAgain(x, before, read);
  if (set) return set;
  const hour = hourAgain(x, before, read);
  if (hour) return sameDay(before, hour);
  const beside = before.to === read.from && x.w.weekdays.longest(x.tokens, read.from) !== null;
  if (before.start === "" || read.counts || !(beside || joins(x, before.to, read.from))) return read;
  const shared = x.c.pack.dense ? fromBefore(x, before, read) : null;
  if (shared) return shared;
  if (read.clock !== null) return keyAt(x, read.from - 1) === "," ? read : sameDay(before, read);
  const named = x.w.weekdays.longest(x.tokens, read.from);
  const day = named && !isPlaced(x, read) && parseIso(before.start);
  if (!day || !/^\d{4}-\d{2}-\d{2}/.test(read.timex) || !(before.week || isPlaced(x, before))) return read;
  if (before.start !== before.end || !x.w.weekdays.longest(x.tokens, weekdayIn(x, before))) return read;
  const monday = parseIso(weekPeriod(day).start)!;
  const moved = dayPeriod(addDays(monday, named.value - 1));
  if (named.value <= weekdayOf(day) || /\d{4}/.test(textOf(x, read))) return read;
  return { ...read, ...moved, timex: moved.timex + read.timex.slice(10), week: true };
}

/** "every Monday and Friday": the second comes back as the first does. */
function setAgain(x: DateContext, before: DateRead, read: DateRead): DateRead | null {
  if (!before.set || !/^XXXX-WXX-\d$/.test(before.timex) || read.set) return null;
  const day = x.w.weekdays.longest(x.tokens, read.from);
  if (day?.to !== read.to || joinerEnd(x, before.to) !== read.from) return null;
  return { ...read, timex: `XXXX-WXX-${day.value}`, start: "", end: "", set: true };
}

/** "à 10 heures ou 13 heures": behind a time of day and a joiner, a number of hours is another time. */
function hourAgain(x: DateContext, before: DateRead, read: DateRead): DateRead | null {
  if (read.length?.unit !== "hour" || !/^(?:[\d-]+)?T\d\d:\d\d$/.test(before.timex)) return null;
  const { n } = read.length;
  if (keyAt(x, before.to) === "," || joinerEnd(x, before.to) !== read.from || !Number.isInteger(n))
    return null;
  const mark = x.w.weakHours.longest(x.tokens, read.to - 1);
  if (mark?.to !== read.to || n > MOST_HOURS) return null;
  return onPublication(x, read.from, read.to, `T${two(n)}:00`);
}

const MOST_HOURS = 24;

/** 2017年3月和5月: where the year stands first, it holds for what follows; 3月5日、7日: and so does the month. */
function fromBefore(x: DateContext, before: DateRead, read: DateRead): DateRead | null {
  const { month } = x.c.pack.dates.dense!;
  const names = (of: DateRead, mark: string): boolean =>
    x.tokens.slice(of.from, of.to).some(t => t.key === mark);
  const plain = [before, read].every(({ timex }) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(timex));
  if (!plain || namesYear(x, read) || isRelative(x, read)) return null;
  if (x.w.weekdays.longest(x.tokens, read.from)) return null;
  if (!names(read, month)) {
    const day = names(before, month) ? parseIso(before.timex.slice(0, 8) + read.timex.slice(8)) : null;
    return day && isoOf(day) > before.start ? { ...read, ...dayPeriod(day) } : null;
  }
  if (!(namesYear(x, before) || isRelative(x, before)) || read.timex.slice(4) <= before.timex.slice(4))
    return null;
  const y = Number(before.timex.slice(0, 4));
  return { ...read, timex: put(read.timex, y), start: put(read.start, y), end: put(read.end, y) };
}

const textOf = (x: DateContext, read: DateRead): string =>
  x.tokens
    .slice(read.from, read.to)
    .map(t => t.key)
    .join(" ");

/** Where a weekday stands in a read; -1 without one. */
function weekdayIn(x: DateContext, read: DateRead): number {
  for (let i = read.from; i < read.to; i++) if (x.w.weekdays.longest(x.tokens, i)) return i;
  return -1;
}

/** "Monday 9 am or 1 pm". */
function sameDay(before: DateRead, read: DateRead): DateRead {
  const day = /^(\d{4}-\d{2}-\d{2})T\d/.exec(before.timex)?.[1];
  if (!day) return read;
  const timex = read
    .clock!.split("/")
    .map(time => day + time)
    .join("/");
  return { ...read, start: day, end: day, timex };
}
