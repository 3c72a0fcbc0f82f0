import { readNumber } from "../numerals/numerals.ts";
import { BREAK, NUMBER, WORD } from "../tokens/token.ts";
import { casedHour, clockAt, dottedTime, onPublication } from "./clock.ts";
import { zoneEnd } from "./clock-parts.ts";
import { bareHours, clockRange } from "./clock-range.ts";
import { type Clock, clockValue, NIGHT, partValue, two, within } from "./clock-value.ts";
import type { DateContext, DateRead } from "./context.ts";
import { pastStop } from "./day-range.ts";
import { dateAt } from "./grammar.ts";
import { lastsFor } from "./lasting.ts";
import { joinerEnd } from "./lists.ts";
import { keyAt, skipArticle, yearAt } from "./parts.ts";
import { dayPeriod, parseIso } from "./periods.ts";
import { placeBehind } from "./place-behind.ts";
import { hasTime, isDay, namesYear, put } from "./reads.ts";
import { isoTime, letteredTime, plannedTime, weakTime } from "./times-behind.ts";
import { inWeek, withDate, withWeekday } from "./week-days.ts";

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
  let found: { to: number } | null = null;
  for (let k = 0; k < MOST_LEADS; k++) {
    const at: number = found?.to ?? i;
    const next: { to: number } | null =
      x.w.clockLead.longest(x.tokens, at) ?? x.w.clockBound.longest(x.tokens, at);
    if (!next) return found;
    found = next;
  }
  return found;
}

/** "at any time after". */
const MOST_LEADS = 3;

/** "am 12. um 5 Uhr": past the stop of an ordinal, unless a sentence begins behind it. */
function dayThenTime(x: DateContext, day: DateRead): DateRead {
  const to = x.tokens[day.to]?.gap === false ? pastStop(x, day.to) : day.to;
  const next = x.tokens[to];
  if (to === day.to || !next || (next.kind === WORD && next.caps > 0 && !startsPart(x, to)))
    return timeBehind(x, day);
  const timed = timeBehind(x, { ...day, to });
  return timed.to > to ? timed : day;
}

const startsPart = (x: DateContext, i: number): boolean => x.w.parts.longest(x.tokens, i) !== null;

/** "tomorrow at 5", "14 May from 7 to 9", "Monday morning": a day and the time of day after it. */
function timeBehind(x: DateContext, day: DateRead): DateRead {
  const iso = isoTime(x, day.to);
  if (iso) return { ...day, to: iso.to, timex: day.timex + clockValue(iso) };
  const comma = keyAt(x, day.to) === "," ? day.to + 1 : day.to;
  const opened = x.w.clockOpen.longest(x.tokens, comma);
  const range = opened && clockRange(x, opened.to, true, true);
  if (range) return { ...day, to: range.to, timex: onDay(day, range.value) };
  const lasting = opened && lastingTime(x, day, opened.to);
  if (lasting) return lasting;
  const lead = led(x, day.to);
  const bare = clockRange(x, lead.at, false, false, true);
  if (bare) return { ...day, to: bare.to, timex: onDay(day, bare.value) };
  const hours = x.tokens[day.to - 1]!.kind === NUMBER ? null : bareHours(x, lead.at);
  if (hours) return { ...day, to: hours.to, timex: onDay(day, hours.value) };
  const lettered = lead.led ? (letteredTime(x, lead.at) ?? plannedTime(x, lead.at)) : null;
  const time =
    lettered ??
    clockAt(x, lead.at, lead.led) ??
    dottedTime(x, lead.at) ??
    casedHour(x, lead.at) ??
    weakTime(x, lead.at) ??
    timeFor(x, day.to);
  if (time) return timed(x, day, clockValue(time), time.to);
  const at = (x.w.partLead.longest(x.tokens, day.to) ?? x.w.partLead.longest(x.tokens, comma))?.to ?? day.to;
  const part = x.w.parts.longest(x.tokens, at);
  if (!part) return day;
  const read = { ...day, to: part.to, timex: day.timex + partValue(part.value) };
  return partThenTime(x, read) ?? read;
}

/** "14 October for 8:00 am": where "for" leads to a time that is one without its day. */
function timeFor(x: DateContext, i: number): Clock | null {
  const lead = x.w.lastingAhead.longest(x.tokens, i);
  return lead && clockAt(x, lead.to);
}

/** Whether a time of day belongs to a day. */
export const takesTime = (x: DateContext, day: DateRead): boolean => hasTime(dayThenTime(x, day));

/** "14 May from 9:30 for 7 hours". */
function lastingTime(x: DateContext, day: DateRead, i: number): DateRead | null {
  const time = clockAt(x, i, true);
  const begin = time && { ...day, to: time.to, timex: day.timex + clockValue(time) };
  return begin && lastsFor(x, begin);
}

/** A time that comes back each day has no day; on a weekday it keeps that: XXXX-WXX-1T16:00. */
const onSet = (set: DateRead, value: string): string =>
  /^XXXX/.test(set.timex) ? onDay({ ...set, timex: set.timex.slice(0, WEEKDAY.length) }, value) : value;

const WEEKDAY = "XXXX-WXX-1";

/** "every day at 5 pm", "jeden Montag um 8". */
function setThenTime(x: DateContext, set: DateRead): DateRead {
  if (!/^(?:P1D|XXXX-WXX-\d(?:T[A-Z]+)?|T(?:MO|AF|EV|NI))$/.test(set.timex)) return set;
  const opened = x.w.clockOpen.longest(x.tokens, set.to);
  const range = opened && clockRange(x, opened.to, true, true);
  if (range) return { ...set, to: range.to, timex: onSet(set, range.value) };
  const lead = led(x, set.to);
  const time = clockAt(x, lead.at, lead.led) ?? dottedTime(x, lead.at) ?? casedHour(x, lead.at);
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
  const read = dateAt(x, at) ?? articledDay(x, at);
  const day = read && (read.set ? read : wholeDay(x, read));
  if (!day || (day.counts && !isAway(day))) return time;
  if (day.set) return { ...day, from: time.from, timex: onSet(day, time.clock!) };
  const part = /^(\d{4}-\d{2}-\d{2})T(MO|AF|EV|NI)$/.exec(day.timex);
  if (!part && !isDay(day)) return time;
  const value = part && part[2] !== "MO" ? lateRange(time.clock!, HALF_OF_PART[part[2]!]!) : time.clock!;
  return {
    ...day,
    from: time.from,
    to: zoneEnd(x, day.to),
    timex: onDay(part ? { ...day, timex: part[1]! } : day, value),
    counts: false,
  };
}

/** "op de maandag": an article stands before the day. */
function articledDay(x: DateContext, i: number): DateRead | null {
  const at = skipArticle(x, i);
  return at > i && x.tokens[at] ? dateAt(x, at) : null;
}

/** A day told by how far away it is: "in two days", "hace tres días". */
const isAway = (read: DateRead): boolean => read.length === null && isDay(read);

/** A day with its week, its weekday or the place in a row that stand behind it. */
const wholeDay = (x: DateContext, read: DateRead): DateRead =>
  withWeekday(x, placeBehind(x, read) ?? inWeek(x, read) ?? withDate(x, read));

/** "in two days at noon": the length is part of a moment then. */
function awayThenTime(x: DateContext, away: DateRead): DateRead {
  const timed = isAway(away) ? dayThenTime(x, away) : away;
  return timed.to > away.to ? { ...timed, counts: false } : away;
}

/** A read with the time of day, or the day, that belongs to it. */
export function withTime(x: DateContext, read: DateRead): DateRead {
  if (read.clock !== null) return partThenTime(x, read) ?? timeThenDay(x, read);
  if (read.counts) return awayThenTime(x, read);
  if (read.set) return setThenTime(x, read);
  const day = wholeDay(x, read);
  if (isDay(day)) return dayThenTime(x, day);
  return partThenTime(x, day) ?? day;
}

/** "this morning at 8", 오늘 아침 8시: the part of the day tells the half that the hour lies in. */
function partThenTime(x: DateContext, read: DateRead): DateRead | null {
  const found = /^(.*)T(MO|AF|EV|NI)$/.exec(read.timex);
  if (!found) return null;
  const half = HALF_OF_PART[found[2]!]!;
  const opened = x.w.clockOpen.longest(x.tokens, read.to);
  const range = clockRange(x, opened?.to ?? led(x, read.to).at, opened !== null, true);
  if (range) {
    const [first, second] = range.value.split("/").map(end => inHalf(end, half));
    return { ...read, to: range.to, timex: `${found[1]}${first}/${found[1]}${second}` };
  }
  const lead = led(x, read.to);
  const time = clockAt(x, lead.at, lead.led) ?? casedHour(x, lead.at) ?? lastHour(x, read, lead.at);
  if (!time || time.to === lead.at) return null;
  const h = half > 0 && !time.told ? within(time.h, half) : time.h;
  return { ...read, to: time.to, timex: found[1] + clockValue({ ...time, h }) };
}

/** "(vanavond) 7.", "(tomorrow morning) 8": a bare hour that ends its clause behind the part of a day. */
function lastHour(x: DateContext, read: DateRead, i: number): Clock | null {
  const hour = i === read.to && /^\d{4}/.test(read.timex) ? clockAt(x, i, true) : null;
  const next = hour && x.tokens[hour.to];
  const digits = hour !== null && hour.to === i + 1 && hour.h > 0 && x.tokens[i]!.kind === NUMBER;
  return digits && (!next || (/^[.,;!?]$/.test(next.key) && x.tokens[hour.to + 1]?.gap !== false))
    ? hour
    : null;
}

/** Times told to lie in the second half of the day, "8am-3 yesterday afternoon" with its end only. */
function lateRange(value: string, half: number): string {
  const [first, second] = value.split("/").map(end => inHalf(end, half));
  if (second === undefined) return first!;
  return `${first! < second ? first : value.split("/")[0]}/${second}`;
}

/** The half of the day that a part of it lies in. */
const HALF_OF_PART: Readonly<Record<string, number>> = { MO: 0, AF: 12, EV: 12, NI: NIGHT };

const inHalf = (time: string, half: number): string =>
  half === 0 ? time : time.replace(/^T(\d{2})/, (_, h) => `T${two(within(Number(h), half))}`);

/** "from 5 to 6pm", "7:00-8:00", with a day after: read where no date starts. */
export function timesAt(x: DateContext, i: number): DateRead | null {
  const token = x.tokens[i]!;
  const opener = x.w.clockOpen.longest(x.tokens, i);
  const dotted = opener ? null : dottedBeforeDay(x, i);
  if (dotted) return dotted;
  const half = x.w.rangeClose !== null && x.w.meridiem.longest(x.tokens, i) !== null;
  if (!opener && token.kind !== NUMBER && !x.c.pack.dense && !half) return null;
  // "el 12 a las 17:00": a day, no hour that a range begins with.
  if (!opener && x.w.bareDayLead.endsBefore(x.tokens, i) && !clockAt(x, i)) return null;
  const range = clockRange(x, opener ? opener.to : i, opener !== null);
  if (range) return timeThenDay(x, onPublication(x, i, range.to, range.value));
  // "from 3 to 5 on Monday": two bare hours are times where their day stands with them.
  const bare = opener ? clockRange(x, opener.to, true, true) : null;
  const read = bare && onPublication(x, i, bare.to, bare.value);
  const whole = read && timeThenDay(x, read);
  return whole === read && x.w.firmOpen.longest(x.tokens, i) === null ? null : whole;
}

/** "saat 9 ya da 10'da": behind a joiner an hour that only its case shows. */
export function nextHour(x: DateContext, before: DateRead, i: number): DateRead | null {
  if (!/T\d/.test(before.timex) || before.timex.includes("/") || joinerEnd(x, before.to) !== i) return null;
  const hour = casedHour(x, i);
  return hour && onPublication(x, i, hour.to, clockValue(hour));
}

/** "20.30 vandaag", "17.00-19.00 maandag": hour and minutes in one number, right before their day. */
function dottedBeforeDay(x: DateContext, i: number): DateRead | null {
  if (x.c.pack.numbers.decimal !== "," || !DOTTED.test(keyAt(x, i))) return null;
  const join = x.w.clockJoin.longest(x.tokens, i + 1);
  const range = join && DOTTED.test(keyAt(x, join.to)) ? clockRange(x, i, false, true) : null;
  const time = range ? null : dottedTime(x, i);
  const value = range?.value ?? (time && clockValue(time));
  if (!value) return null;
  const read = onPublication(x, i, (range ?? time)!.to, value);
  const whole = timeThenDay(x, read);
  const bounds = [x.w.before, x.w.afterDate, x.w.until, x.w.since];
  const bound = range ? null : bounds.some(words => words.endsBefore(x.tokens, i) !== null);
  return whole === read && !bound && !(range === null && isDottedAlone(x, i)) ? null : whole;
}

/** "(deze week) 20.00": hours and quarters in two digits each, where the language writes times so and its decimals otherwise. */
function isDottedAlone(x: DateContext, i: number): boolean {
  if (
    x.c.pack.dates.clock?.dottedAlone !== true ||
    clockAt(x, i) ||
    !/^[0-2]\d\.(?:00|15|30|45)$/.test(keyAt(x, i))
  )
    return false;
  const before = x.tokens[i - 1];
  return !before || (!x.c.labels.endsBefore(x.tokens, i) && !/^[$€£#+*=~<>]$/.test(before.key));
}

const DOTTED = /^\d{1,2}\.[0-5]\d$/;

const isWhole = (x: DateContext, i: number): boolean =>
  Number.isInteger(readNumber(x.tokens, i, x.c.numerals)?.value);

/** "at eight thirty", "at 1430 hours": hour and minutes without a sign between them; "about two and a half" counts. */
const isSpelledOut = (x: DateContext, i: number, time: { m: number | null; to: number }): boolean =>
  time.m !== null &&
  keyAt(x, time.to) !== "-" &&
  ((x.tokens[i]!.kind === WORD && isWhole(x, i)) ||
    x.w.fourDigitMarks.longest(x.tokens, time.to - 1) !== null);

/** "at 5", with a day after: a bare hour counts only with its day. */
export function ledTime(x: DateContext, i: number): DateRead | null {
  const lead = x.w.clockLead.longest(x.tokens, i);
  const time = lead && clockAt(x, lead.to, true);
  if (!lead || !time) return null;
  const named = x.w.hourNames.longest(x.tokens, i);
  const read = onPublication(x, named ? i : lead.to, time.to, clockValue(time));
  const whole = timeThenDay(x, read);
  if (isSpelledOut(x, lead.to, time)) return whole;
  const firm = x.w.firmLead.longest(x.tokens, i) ?? (time.weak ? x.w.weakLead.longest(x.tokens, i) : null);
  // "à uma e trinta": minutes show that it is a time.
  const minutes = time.m !== null && !clockRange(x, lead.to, false);
  return whole !== read || firm || minutes ? whole : null;
}
