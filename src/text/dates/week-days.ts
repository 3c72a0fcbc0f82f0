import { BREAK, DENSE, NUMBER } from "../tokens/token.ts";
import { bracketed } from "./bracketed.ts";
import type { DateContext, DateRead } from "./context.ts";
import { dateAt } from "./grammar.ts";
import { keyAt, make, skipArticle } from "./parts.ts";
import { addDays, dayPeriod, parseIso, weekdayOf, weekPeriod } from "./periods.ts";
import { isDay, isRelative, isWeek } from "./reads.ts";

/** The token after a word between a weekday and its week ("of", "on", の). */
function skipLink(x: DateContext, i: number): number {
  if (keyAt(x, i) === "'" && keyAt(x, i + 1) === "s" && !x.tokens[i + 1]!.gap) return i + 2;
  if (x.c.pack.dense && /^[的の의]$/.test(x.tokens[i]?.key ?? "")) return i + 1;
  const link = x.w.dayLead.longest(x.tokens, i) ?? x.w.join.longest(x.tokens, i);
  const article = link ? x.w.article.longest(x.tokens, link.to) : null;
  return article?.to ?? link?.to ?? i;
}

/** "7 Mart Salı", "7 mars, mardi": a weekday right behind its own day. */
export function withWeekday(x: DateContext, read: DateRead): DateRead {
  const day = isDay(read) ? parseIso(read.start) : null;
  if (!day) return read;
  const mark = x.tokens[read.to]?.key ?? "";
  const named = x.w.weekdays.longest(x.tokens, mark === "," || mark === "(" ? read.to + 1 : read.to);
  // Where the weekday stands behind its day it belongs to it, mistaken or not: "5/12 शुक्रवार".
  const beside = x.w.rangeClose !== null && mark !== "," && mark !== "(";
  if (!named || (named.value !== weekdayOf(day) && !beside)) return read;
  if (mark !== "(") return { ...read, to: named.to };
  return x.tokens[named.to]?.key === ")" ? { ...read, to: named.to + 1 } : read;
}

/** "tomorrow, 13/04/21,", "demain (3 décembre)": the date of a day that is told from the day of publication. */
export function withDate(x: DateContext, read: DateRead): DateRead {
  const mark = x.tokens[read.to]?.key ?? "";
  if ((mark !== "," && mark !== "(") || !x.w.days.longest(x.tokens, read.from)) return read;
  // "ontem (17)".
  if (bracketed(x, read.to) === parseIso(read.start)?.d) return { ...read, to: read.to + 3 };
  const token = x.tokens[read.to + 1];
  const day =
    token && token.kind !== BREAK && !x.c.pack.dense ? dateAt(x, skipArticle(x, read.to + 1)) : null;
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day.timex) || day.counts || isRelative(x, day)) return read;
  if (!x.tokens.slice(day.from, day.to).some(t => t.kind === NUMBER)) return read;
  if (mark === ",") return { ...day, from: read.from };
  return x.tokens[day.to]?.key === ")" ? { ...day, from: read.from, to: day.to + 1 } : read;
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
export function inWeek(x: DateContext, read: DateRead): DateRead | null {
  const at = skipLink(x, read.to);
  if (isWeek(read) || /^\d{4}-\d{2}-W\d{2}$/.test(read.timex)) {
    const day =
      weekdayAcross(x, read) ?? x.w.weekdays.longest(x.tokens, at) ?? x.w.weekdays.longest(x.tokens, read.to);
    return day && dayOfWeek(read, day.value, read.from, day.to);
  }
  const whole = isDay(read) ? x.w.weekAfter.longest(x.tokens, read.to) : null;
  const inside = whole && parseIso(read.start);
  if (inside) return make(read.from, whole.to, weekPeriod(inside));
  const part = /T(?:MO|AF|EV|NI)$/.exec(read.timex)?.[0] ?? "";
  const bare = { ...read, timex: read.timex.slice(0, read.timex.length - part.length) };
  const named = isDay(bare) ? weekdayAt(x, read.from) : null;
  if (!named || (part === "" && named.to !== read.to) || !x.tokens[at] || x.tokens[at]!.kind === BREAK)
    return null;
  const week = dateAt(x, at);
  const day = week && isWeek(week) ? dayOfWeek(week, named.value, read.from, week.to) : null;
  return day && { ...day, timex: day.timex + part };
}

/** A weekday, alone or with a part of the day glued to it. */
function weekdayAt(x: DateContext, i: number): { value: number; to: number } | null {
  const glued = x.w.weekdayParts.longest(x.tokens, i);
  return glued
    ? { value: Number.parseInt(glued.value, 10), to: glued.to }
    : x.w.weekdays.longest(x.tokens, i);
}

function dayOfWeek(week: DateRead, n: number, from: number, to: number): DateRead | null {
  const first = parseIso(week.start);
  return first && make(from, to, dayPeriod(addDays(first, (n - weekdayOf(first) + 7) % 7)));
}
