import { BREAK, DENSE, NUMBER, SIGN, WORD } from "../tokens/token.ts";
import {
  bareHours,
  casedHour,
  clockAt,
  clockRange,
  clockValue,
  dottedTime,
  onPublication,
  partValue,
} from "./clock.ts";
import { type DateContext, type DateRead, dayAway } from "./context.ts";
import { countsDays, unitsAt } from "./dense.ts";
import { dateAt } from "./grammar.ts";
import { lengthAt } from "./lengths.ts";
import { placeBehind } from "./ordinals.ts";
import { keyAt, make, skipArticle, yearAt } from "./parts.ts";
import { addDays, dayPeriod, daysBetween, isoOf, type Period, parseIso, weekdayOf } from "./periods.ts";

const isDay = (read: DateRead): boolean =>
  /^(?:\d{4}-\d{2}-\d{2}|XXXX-\d{2}-\d{2}|XXXX-WXX-\d)$/.test(read.timex);
const isDated = (read: DateRead): boolean => read.start !== "" && read.end !== "";
const hasTime = (read: DateRead): boolean => /^T|\dT/.test(read.timex);

/** Puts a time of day, or two, behind the value of a day. */
const onDay = (day: DateRead, value: string): string =>
  value
    .split("/")
    .map(time => day.timex + time)
    .join("/");

/** The token after words that lead from a day to a time ("at", "à", "um") and whether there are any. */
function led(x: DateContext, i: number): { at: number; led: boolean } {
  const join = leadAt(x, i);
  if (join) return { at: join.to, led: !x.c.pack.dense };
  const comma = keyAt(x, i) === "," || keyAt(x, i) === "-" || keyAt(x, i) === "@";
  const more = comma ? leadAt(x, i + 1) : null;
  return more ? { at: more.to, led: !x.c.pack.dense } : { at: comma ? i + 1 : i, led: false };
}

/** "at", "before", "at about": words that lead to a time, one after another. */
function leadAt(x: DateContext, i: number): { to: number } | null {
  const lead = x.w.clockLead.longest(x.tokens, i) ?? x.w.clockBound.longest(x.tokens, i);
  return (
    lead && (x.w.clockLead.longest(x.tokens, lead.to) ?? x.w.clockBound.longest(x.tokens, lead.to) ?? lead)
  );
}

/** "tomorrow at 5", "14 May from 7 to 9", "Monday morning": a day and the time of day after it. */
function dayThenTime(x: DateContext, day: DateRead): DateRead {
  const comma = keyAt(x, day.to) === "," ? day.to + 1 : day.to;
  const opened = x.w.clockOpen.longest(x.tokens, comma);
  const range = opened && clockRange(x, opened.to, true, true);
  if (range) return { ...day, to: range.to, timex: onDay(day, range.value) };
  const lead = led(x, day.to);
  const bare = clockRange(x, lead.at, false, false, true);
  if (bare) return { ...day, to: bare.to, timex: onDay(day, bare.value) };
  const hours = x.tokens[day.to - 1]!.kind === NUMBER ? null : bareHours(x, lead.at);
  if (hours) return { ...day, to: hours.to, timex: onDay(day, hours.value) };
  const time = clockAt(x, lead.at, lead.led) ?? dottedTime(x, lead.at) ?? casedHour(x, lead.at);
  if (time) return timed(x, day, clockValue(time), time.to);
  const at = x.w.partLead.longest(x.tokens, day.to)?.to ?? day.to;
  const part = x.w.parts.longest(x.tokens, at);
  if (!part) return day;
  const read = { ...day, to: part.to, timex: day.timex + partValue(part.value) };
  return partThenTime(x, read) ?? read;
}

/** A time that comes back each day has no day; on a weekday it keeps that: XXXX-WXX-1T16:00. */
const onSet = (set: DateRead, value: string): string => (/^XXXX/.test(set.timex) ? onDay(set, value) : value);

/** "every day at 5 pm", "jeden Montag um 8". */
function setThenTime(x: DateContext, set: DateRead): DateRead {
  if (!/^(?:P1D|XXXX-WXX-\d|T(?:MO|AF|EV|NI))$/.test(set.timex)) return set;
  const opened = x.w.clockOpen.longest(x.tokens, set.to);
  const range = opened && clockRange(x, opened.to, true, true);
  if (range) return { ...set, to: range.to, timex: onSet(set, range.value) };
  const lead = led(x, set.to);
  const time = clockAt(x, lead.at, lead.led) ?? dottedTime(x, lead.at);
  return time ? { ...set, to: time.to, timex: onSet(set, clockValue(time)) } : set;
}

/** A day with its time, and the year where it comes last ("Oct 26 15:50:06 2016"). */
function timed(x: DateContext, day: DateRead, value: string, to: number): DateRead {
  const y = namesYear(x, day) || day.start !== day.end ? null : yearAt(x, to);
  const date = y === null ? null : parseIso(put(day.start, y));
  if (!date || x.tokens[to + 1]?.kind === NUMBER) return { ...day, to, timex: day.timex + value };
  const period = dayPeriod(date);
  return { ...day, ...period, to: to + 1, timex: period.timex + value };
}

/** "5 p.m. on Friday", "10:30 tomorrow": a time of day and the day after it. */
function timeThenDay(x: DateContext, time: DateRead): DateRead {
  const at = x.w.dayLead.longest(x.tokens, time.to)?.to ?? time.to;
  const token = x.tokens[at];
  if (!token || token.kind === BREAK) return time;
  const day = dateAt(x, at);
  if (!day || day.counts) return time;
  if (day.set) return { ...day, from: time.from, timex: onSet(day, time.clock!) };
  const part = /^(\d{4}-\d{2}-\d{2})T(MO|AF|EV|NI)$/.exec(day.timex);
  if (!part && !isDay(day)) return time;
  const value = part && part[2] !== "MO" ? lateRange(time.clock!) : time.clock!;
  return { ...day, from: time.from, timex: onDay(part ? { ...day, timex: part[1]! } : day, value) };
}

/** A read with the time of day, or the day, that belongs to it. */
export function withTime(x: DateContext, read: DateRead): DateRead {
  if (read.clock !== null) return partThenTime(x, read) ?? timeThenDay(x, read);
  if (read.counts) return read;
  if (read.set) return setThenTime(x, read);
  const day = withWeekday(x, placeBehind(x, read) ?? inWeek(x, read) ?? read);
  if (isDay(day)) return dayThenTime(x, day);
  return partThenTime(x, day) ?? day;
}

/** "this morning at 8", 오늘 아침 8시: the part of the day tells the half that the hour lies in. */
function partThenTime(x: DateContext, read: DateRead): DateRead | null {
  const found = /^(.*)T(MO|AF|EV|NI)$/.exec(read.timex);
  if (!found) return null;
  const late = found[2] !== "MO";
  const opened = x.w.clockOpen.longest(x.tokens, read.to);
  const range = clockRange(x, opened?.to ?? led(x, read.to).at, opened !== null, true);
  if (range) {
    const [first, second] = range.value.split("/").map(end => (late ? inSecondHalf(end) : end));
    return { ...read, to: range.to, timex: `${found[1]}${first}/${found[1]}${second}` };
  }
  const lead = led(x, read.to);
  const time = clockAt(x, lead.at, lead.led) ?? casedHour(x, lead.at);
  if (!time || time.to === lead.at) return null;
  const h = late && !time.told && time.h < 12 ? time.h + 12 : time.h;
  return { ...read, to: time.to, timex: found[1] + clockValue({ ...time, h }) };
}

/** Times told to lie in the second half of the day, "8am-3 yesterday afternoon" with its end only. */
function lateRange(value: string): string {
  const [first, second] = value.split("/").map(inSecondHalf);
  if (second === undefined) return first!;
  return `${first! < second ? first : value.split("/")[0]}/${second}`;
}

const inSecondHalf = (time: string): string => time.replace(/^T(0\d|1[01])/, (_, h) => `T${Number(h) + 12}`);

const isWeek = (read: DateRead): boolean => /^\d{4}-W\d{2}$/.test(read.timex);

/** The token after a word between a weekday and its week ("of", "on", の). */
function skipLink(x: DateContext, i: number): number {
  const link = x.w.dayLead.longest(x.tokens, i) ?? x.w.join.longest(x.tokens, i);
  const article = link ? x.w.article.longest(x.tokens, link.to) : null;
  return article?.to ?? link?.to ?? i;
}

/** "7 Mart Salı", "7 mars, mardi": a weekday right behind its own day. */
function withWeekday(x: DateContext, read: DateRead): DateRead {
  const day = isDay(read) ? parseIso(read.start) : null;
  if (!day) return read;
  const at = x.tokens[read.to]?.key === "," ? read.to + 1 : read.to;
  const named = x.w.weekdays.longest(x.tokens, at);
  return named && named.value === weekdayOf(day) ? { ...read, to: named.to } : read;
}

/** 上周五: the word for the week is the first of the weekday as well. */
function weekdayAcross(x: DateContext, { from, to }: DateRead): { value: number; to: number } | null {
  for (let i = from + 1; i < to && x.tokens[i]!.kind === DENSE; i++) {
    const day = x.w.weekdays.longest(x.tokens, i);
    if (day && day.to > to) return day;
  }
  return null;
}

/** "next week on Tuesday", "Monday of the following week", 다음 주 월요일: a day by its week. */
function inWeek(x: DateContext, read: DateRead): DateRead | null {
  const at = skipLink(x, read.to);
  if (isWeek(read)) {
    const day =
      weekdayAcross(x, read) ?? x.w.weekdays.longest(x.tokens, at) ?? x.w.weekdays.longest(x.tokens, read.to);
    return day && dayOfWeek(read, day.value, read.from, day.to);
  }
  const named = isDay(read) ? x.w.weekdays.longest(x.tokens, read.from) : null;
  if (!named || named.to !== read.to || !x.tokens[at] || x.tokens[at]!.kind === BREAK) return null;
  const week = dateAt(x, at);
  return week && isWeek(week) ? dayOfWeek(week, named.value, read.from, week.to) : null;
}

function dayOfWeek(week: DateRead, n: number, from: number, to: number): DateRead | null {
  const monday = parseIso(week.start);
  return monday && make(from, to, dayPeriod(addDays(monday, n - 1)));
}

/** "from 5 to 6pm", "7:00-8:00", with a day after: read where no date starts. */
export function timesAt(x: DateContext, i: number): DateRead | null {
  const token = x.tokens[i]!;
  const opener = x.w.clockOpen.longest(x.tokens, i);
  const half = x.w.rangeClose !== null && x.w.meridiem.longest(x.tokens, i) !== null;
  if (!opener && token.kind !== NUMBER && !x.c.pack.dense && !half) return null;
  const range = clockRange(x, opener ? opener.to : i, opener !== null);
  if (range) return timeThenDay(x, onPublication(x, i, range.to, range.value));
  // "from 3 to 5 on Monday": two bare hours are times where their day stands with them.
  const bare = opener ? clockRange(x, opener.to, true, true) : null;
  const read = bare && onPublication(x, i, bare.to, bare.value);
  const whole = read && timeThenDay(x, read);
  return whole === read && x.w.firmOpen.longest(x.tokens, i) === null ? null : whole;
}

/** "at 5", with a day after: a bare hour counts only with its day. */
export function ledTime(x: DateContext, i: number): DateRead | null {
  const lead = x.w.clockLead.longest(x.tokens, i);
  const time = lead && clockAt(x, lead.to, true);
  if (!lead || !time) return null;
  const read = onPublication(x, lead.to, time.to, clockValue(time));
  const whole = timeThenDay(x, read);
  const firm = x.w.firmLead.longest(x.tokens, i) ?? (time.weak ? x.w.weakLead.longest(x.tokens, i) : null);
  return whole !== read || firm ? whole : null;
}

/** The grain of a value: year, month, day and so on, by its length and letters. */
const grain = (timex: string): string =>
  timex.replace(/[\dX]/g, "0").replace(/(?:SP|SU|FA|WI|WE|Q0|H0)$/, "S");

/** A second end of a range that is only a day of the month: "April 9 through 17". */
function bareDayAfter(x: DateContext, first: DateRead, at: number): DateRead | null {
  const token = x.tokens[at];
  if (!isDay(first) || first.start === "" || token?.kind !== NUMBER || !/^\d{1,2}$/.test(token.key))
    return null;
  const ending = x.tokens[at + 1];
  if (x.c.pack.dense && !x.c.pack.dates.dense?.day.includes(ending?.key ?? "")) return null;
  if (x.c.pack.dense && countsDays(x, at, at + 2)) return null;
  const ordinal = ending !== undefined && !ending.gap && x.c.ordinalEndings.has(ending.key);
  const to = ordinal ? at + 2 : at + 1;
  const next = x.tokens[to];
  if (!ordinal && next && next.kind === WORD && !x.c.stop.has(next.key)) return null;
  if (!ordinal && next?.kind === SIGN && /^[%:/]$/.test(next.key)) return null;
  const day = parseIso(`${first.start.slice(0, 8)}${token.key.padStart(2, "0")}`);
  return day && make(at, to, dayPeriod(day));
}

/** Moves the second end of a range of weekdays behind the first. */
function behind(first: DateRead, second: DateRead): DateRead {
  if (second.start > first.start || !isDay(first) || !isDay(second)) return second;
  const [a, b] = [parseIso(first.start), parseIso(second.start)];
  if (!a || !b) return second;
  const weeks = Math.ceil((daysBetween(b, a) + 1) / 7);
  const later = isoOf(addDays(b, 7 * weeks));
  return weeks > 0 && weeks < 4 ? { ...second, timex: later, start: later, end: later } : second;
}

/** "from 2010 to 2019", "May through July 2020", "Monday to Friday": one period from the first to the last day. */
export function joined(x: DateContext, first: DateRead): DateRead | null {
  const range = first.timex.includes("/") && isDated(first);
  const led = range ? x.w.from.endsBefore(x.tokens, first.from) : null;
  const shut = range ? (x.w.rangeClose?.longest(x.tokens, first.to) ?? null) : null;
  if (led || shut) return { ...first, from: led?.to ?? first.from, to: shut?.to ?? first.to };
  if (!isDated(first) || first.counts || hasTime(first) || first.timex.includes("/")) return null;
  const opened = x.w.from.endsBefore(x.tokens, first.from);
  const join = x.w.to.longest(x.tokens, first.to);
  if (!join || join.to >= x.tokens.length) return null;
  const apart = keyAt(x, first.to) === "-" && x.tokens[first.to]!.gap !== x.tokens[join.to]!.gap;
  const loose =
    x.c.numerals.and.has(keyAt(x, first.to)) ||
    keyAt(x, first.to) === "," ||
    x.w.andDates.longest(x.tokens, first.to) !== null;
  const closed = loose && !opened;
  if (closed && x.w.rangeClose === null) return null;
  const read = dateAt(x, join.to);
  const found =
    read && isDated(read) && !hasTime(read) && !read.counts ? read : bareDayAfter(x, first, join.to);
  if (!found || apart) return null;
  const second = behind(first, likeFirst(x, first, found));
  const close = x.w.rangeClose?.longest(x.tokens, second.to) ?? null;
  if (closed && !close) return null;
  // "2014 through May 2018": a word that bounds a time by itself joins what is told to the year and to the month.
  const firm = x.w.until.endsBefore(x.tokens, join.to) !== null;
  const apartInTime = firm && second.start > first.end;
  if (!opened && !close && !apartInTime && grain(first.timex) !== grain(second.timex)) return null;
  const begin = inYearOf(x, first, second);
  if (second.end <= begin.start) return null;
  const ends = [begin, second].map(end => (end.timex === "PRESENT_REF" ? end.start : end.timex));
  return {
    ...second,
    from: opened ? opened.to : first.from,
    to: close?.to ?? second.to,
    start: begin.start,
    timex: ends.join("/"),
  };
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
    (!opened && keyAt(x, first.to) !== "-" && x.w.rangeClose === null)
  )
    return null;
  const day = dateAt(x, join.to);
  const second = day && !day.counts ? withTime(x, day) : null;
  if (!second || !hasTime(second) || second.timex.includes("/") || second.timex <= first.timex) return null;
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

const namesYear = (x: DateContext, read: DateRead): boolean =>
  x.tokens
    .slice(read.from, read.to)
    .some(t => (t.kind === NUMBER && /\d{4}/.test(t.key)) || t.key === (x.c.pack.dates.dense?.year ?? ""));

const put = (text: string, y: number): string => text.replace(/^\d{4}/, String(y).padStart(4, "0"));

/** Told from the day of publication: "today", "next month", 今天. */
const isRelative = (x: DateContext, read: DateRead): boolean =>
  [x.w.days, x.w.relative, x.w.shift, x.w.vague].some(
    w => w.longest(x.tokens, skipArticle(x, read.from)) !== null,
  );

/** "from May 2017 to February", 一月十日到十二日: a second end without year or month takes that of the first, or the next. */
function likeFirst(x: DateContext, first: DateRead, second: DateRead): DateRead {
  const { dense } = x.c.pack.dates;
  const names = (read: DateRead, mark: string): boolean =>
    x.tokens.slice(read.from, read.to).some(t => t.key === mark);
  if (dense && isDay(first) && isDay(second) && names(first, dense.month) && !names(second, dense.month)) {
    const day = parseIso(first.start.slice(0, 8) + second.start.slice(8));
    return day && /\d/.test(first.start) ? { ...second, ...dayPeriod(day) } : second;
  }
  const named = /^\d{4}-\d{2}/.test(second.timex) && !isWeek(second) && !isRelative(x, second);
  if (!named || namesYear(x, second) || x.w.weekdays.longest(x.tokens, second.from)) return second;
  const year = Number(first.start.slice(0, 4));
  const y = put(second.end, year) > first.start ? year : year + 1;
  return { ...second, timex: put(second.timex, y), start: put(second.start, y), end: put(second.end, y) };
}

/** "from January to April 2015": a first end without a year takes that of the second, or the year before it. */
function inYearOf(x: DateContext, first: DateRead, second: DateRead): DateRead {
  const bare = /^\d{4}-\d{2}/.test(first.timex) && !namesYear(x, first) && !isRelative(x, first);
  if (!bare || !namesYear(x, second)) return first;
  const year = Number(second.start.slice(0, 4));
  const y = put(first.start, year) <= second.start ? year : year - 1;
  return { ...first, timex: put(first.timex, y), start: put(first.start, y), end: put(first.end, y) };
}

const nextDay = (iso: string, n: number): string => {
  const day = parseIso(iso);
  return day ? isoOf(addDays(day, n)) : "";
};

/** "since 2000" has no end, "before 2019" no start; the word belongs to the period. */
export function opened(x: DateContext, read: DateRead): DateRead {
  if (read.counts || /^P|_REF$/.test(read.timex)) return read;
  const from = (found: { to: number }): number => found.to;
  const since = x.w.since.endsBefore(x.tokens, read.from);
  if (since) return { ...read, from: from(since), end: "" };
  const until = x.w.until.endsBefore(x.tokens, read.from);
  if (until) return { ...read, from: from(until), start: "" };
  const before = x.w.before.endsBefore(x.tokens, read.from);
  if (before) return { ...read, from: from(before), start: "", end: nextDay(read.start, -1) };
  const after = x.w.afterDate.endsBefore(x.tokens, read.from);
  if (after) return { ...read, from: from(after), start: nextDay(read.end, 1), end: "" };
  return closedBehind(x, read);
}

/** The same in languages whose words stand behind: 2010年以来, 2019년까지. */
function closedBehind(x: DateContext, read: DateRead): DateRead {
  const found = x.w.behind.longest(x.tokens, read.to);
  if (!found) return read;
  const { to } = found;
  if (found.value === "since") return { ...read, to, end: "" };
  if (found.value === "until") return { ...read, to, start: "" };
  if (found.value === "before") return { ...read, to, start: "", end: nextDay(read.start, -1) };
  return { ...read, to, start: nextDay(read.end, 1), end: "" };
}

/** 明日から3週間, 내일부터 3주: the day that a length after "from" leads to. */
function distanceBehind(x: DateContext, i: number): DateRead | null {
  if (x.w.rangeClose === null) return null;
  const day = dateAt(x, i);
  const join = day && isDay(day) ? x.w.to.longest(x.tokens, day.to) : null;
  const from = join && x.c.pack.dense ? denseDistance(x, day!, join.to) : null;
  if (from) return make(i, from.to, from);
  const length = join && keyAt(x, day!.to) !== "-" ? dateAt(x, join.to) : null;
  if (length && x.w.rangeClose.longest(x.tokens, length.to)) return null;
  const start = length?.length ? parseIso(day!.start) : null;
  const moved = start && dayAway(start, length!.length!.unit, length!.length!.n);
  return moved && make(i, length!.to, dayPeriod(moved));
}

/** 今日から2日後, 今日から2週間以上前: a length behind a day, and which way it leads from it. */
function denseDistance(x: DateContext, day: DateRead, at: number): (Period & { to: number }) | null {
  const length = unitsAt(x, at);
  const bound = length && x.c.after.longest(x.tokens, length.to);
  const way = length && x.w.after.longest(x.tokens, bound?.to ?? length.to);
  const start = way && length.n !== "X" ? parseIso(day.start) : null;
  const moved = start && dayAway(start, length!.unit, way!.value * (length!.n as number));
  return moved && { ...dayPeriod(moved), to: way!.to };
}

/** "two weeks after Monday", "3 days from Tuesday": a length of time and the day it is counted from. */
export function distanceFrom(x: DateContext, i: number): DateRead | null {
  const behindDay = distanceBehind(x, i);
  if (behindDay) return behindDay;
  const length = lengthAt(x, i);
  if (!length || length.n === "X" || !Number.isInteger(length.n)) return null;
  const link = x.w.distanceLinks.longest(x.tokens, length.to);
  const token = link && x.tokens[link.to];
  if (!link || !token || token.kind === BREAK) return null;
  const day = dateAt(x, link.to);
  const start = day && isDay(day) ? parseIso(day.start) : null;
  const moved = start && dayAway(start, length.unit, link.value * length.n);
  return moved && make(i, day!.to, dayPeriod(moved));
}
