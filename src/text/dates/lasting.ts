import { BREAK } from "../tokens/token.ts";
import { two } from "./clock-value.ts";
import { type DateContext, type DateRead, dayAway } from "./context.ts";
import { withTime } from "./day-time.ts";
import { dateAt } from "./grammar.ts";
import { type Length, wholeLength } from "./lengths.ts";
import { keyAt } from "./parts.ts";
import { addDays, dayPeriod, isoOf, monthPeriod, type Period, parseIso } from "./periods.ts";
import { isDay } from "./reads.ts";

/** "for two years from January 2019", "3 days starting on Monday": a length of time and the date or time it begins with. */
export function lastingFrom(x: DateContext, { from: i, to: at }: DateRead): DateRead | null {
  const starting = startsAt(x, i, at);
  const link = starting ?? x.w.fromAhead.longest(x.tokens, at);
  const token = link && x.tokens[link.to];
  const lead = token ? x.w.lasting.endsBefore(x.tokens, i) : null;
  const length = (starting ?? lead) ? wholeLength(x, i) : null;
  if (!length || length.to !== at || !link || !token || token.kind === BREAK) return null;
  const read = dateAt(x, link.to);
  const begin = read && withTime(x, read);
  const period = begin && spanFrom(begin, length);
  return period && { ...begin, ...period, from: lead?.to ?? i, to: begin.to, counts: false, length: null };
}

/** "3 days starting on Monday"; "3 semanas a partir de mañana" is a day three weeks from then, unless "for" stands before. */
function startsAt(x: DateContext, i: number, at: number): { to: number } | null {
  const found = x.w.starting.longest(x.tokens, at);
  const distance = found && x.w.distanceLinks.longest(x.tokens, at);
  const lasts = x.w.lasting.endsBefore(x.tokens, i) !== null || x.w.lastVerbs.has(keyAt(x, i - 1));
  return distance && !lasts ? null : found;
}

/** "from 1 March 2019 for two years", "from 10 am for 3 hours". */
export function fromLasting(x: DateContext, begin: DateRead): DateRead | null {
  const lasts = x.w.lastingAhead.longest(x.tokens, begin.to);
  const opened =
    lasts && (x.w.from.endsBefore(x.tokens, begin.from) ?? x.w.since.endsBefore(x.tokens, begin.from));
  const read = opened && lastsFor(x, begin);
  return read && { ...read, from: opened.to };
}

/** The period that begins with a date or moment and lasts for the length behind it. */
export function lastsFor(x: DateContext, begin: DateRead): DateRead | null {
  const lead = x.w.lastingAhead.longest(x.tokens, begin.to);
  const length = lead && wholeLength(x, lead.to);
  const period = length && spanFrom(begin, length);
  return period && { ...begin, ...period, to: length.to };
}

/** A length laid off from the first day, month, year or minute of a date. */
function spanFrom(begin: DateRead, length: Length): Period | null {
  if (begin.timex.includes("/") || begin.set || length.n === "X") return null;
  const time = /^(.*)T(\d{2}):(\d{2})$/.exec(begin.timex);
  if (time) return minutesFrom(begin, time[1]!, Number(time[2]) * 60 + Number(time[3]), length);
  const start = begin.start === "" || length.parts ? null : parseIso(begin.start);
  const far = start && dayAway(start, length.unit, length.n);
  if (!far) return null;
  const end = addDays(far, -1);
  const grain = isDay(begin) ? dayPeriod(end) : monthPeriod(end.y, end.m);
  const last = begin.timex.length === 4 ? String(end.y) : grain.timex;
  return last < begin.timex ? null : { timex: `${begin.timex}/${last}`, start: begin.start, end: isoOf(end) };
}

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60 };

function minutesFrom(begin: DateRead, day: string, from: number, length: Length): Period | null {
  const parts = length.parts ?? [length];
  const sum = parts.reduce((n, part) => n + (MINUTES[part.unit] ?? Number.NaN) * Number(part.n), 0);
  const end = from + sum;
  if (!(end < 24 * 60)) return null;
  const timex = `${begin.timex}/${day}T${two(Math.floor(end / 60))}:${two(Math.round(end % 60))}`;
  return { timex, start: begin.start, end: begin.end };
}
