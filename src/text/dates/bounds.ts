import { NUMBER, WORD } from "../tokens/token.ts";
import { pointsAhead } from "./ahead.ts";
import type { DateContext, DateRead } from "./context.ts";
import { ablative } from "./named-days.ts";
import { isArticle, skipArticle } from "./parts.ts";
import { addDays, isoOf, parseIso } from "./periods.ts";
import { isDay, isRelative, namesMonth, namesYear, put } from "./reads.ts";

const nextDay = (iso: string, n: number): string => {
  const day = parseIso(iso);
  return day ? isoOf(addDays(day, n)) : "";
};

/** "voor het komende kwartaal": where one word says "before" and "for", a period told from the day of publication is what something is for. */
const isForPeriod = (x: DateContext, read: DateRead): boolean =>
  x.c.pack.dates.beforeIsFor === true &&
  read.start !== read.end &&
  (isRelative(x, read) || x.w.weekFrom.longest(x.tokens, read.from) !== null);

/** "<= 2019", "> 2019", "= 2019": a year behind signs that compare. */
function bySign(x: DateContext, read: DateRead): DateRead | null {
  let from = read.from;
  while (/^[<>=≤≥]$/.test(x.tokens[from - 1]?.key ?? "")) from--;
  if (from === read.from) return null;
  const signs = x.tokens.slice(from, read.from).map(t => t.key);
  const equal = signs.some(sign => /[=≤≥]/.test(sign));
  if (signs.some(sign => /[<≤]/.test(sign)))
    return { ...read, from, start: "", end: equal ? read.end : nextDay(read.start, -1) };
  if (signs.some(sign => /[>≥]/.test(sign)))
    return { ...read, from, start: equal ? read.start : nextDay(read.end, 1), end: "" };
  return { ...read, from };
}

/** "depuis le 1er janvier": what has begun lies before the day of publication, so that a day or month of no year is the last one. */
function beforeNow(x: DateContext, read: DateRead): DateRead {
  const bare = /^\d{4}-\d{2}(?:-\d{2})?$/.test(read.timex) && namesMonth(x, read) && !namesYear(x, read);
  if (!x.ref || !bare || read.start <= isoOf(x.ref) || isRelative(x, read)) return read;
  const year = Number(read.start.slice(0, 4)) - 1;
  return { ...read, timex: put(read.timex, year), start: put(read.start, year), end: put(read.end, year) };
}

/** "since 2000" has no end, "before 2019" no start; the word belongs to the period. */
export function opened(x: DateContext, read: DateRead): DateRead {
  if (read.counts || /^P|_REF$/.test(read.timex)) return read;
  const compared = /^\d{4}$/.test(read.timex) ? bySign(x, read) : null;
  if (compared) return compared;
  const from = (found: { to: number }): number =>
    /^\d{4}$/.test(read.timex)
      ? (x.w.yearWordsBack.endsBefore(x.tokens, found.to)?.to ?? found.to)
      : found.to;
  if (isDay(read) && read.to <= read.from + 2 && isArticle(x, read.from - 1))
    return openedBefore(x, read, read.from - 1);
  const since = x.w.since.endsBefore(x.tokens, read.from);
  if (since) {
    const then = x.w.sinceThen.has(x.tokens[since.to]!.key) && !pointsAhead(x, since.to);
    const begun = then ? beforeNow(x, read) : read;
    return { ...sinceBehind(x, { ...begun, from: from(since) }, read.from), end: "" };
  }
  const until = x.w.until.endsBefore(x.tokens, read.from);
  if (until) return { ...read, from: from(until), start: "" };
  const before = x.w.before.endsBefore(x.tokens, read.from);
  if (before && isForPeriod(x, read)) return read;
  if (before) {
    // "antes de fin de año", "before the end of 2018": the end of a period lies in it.
    const late = x.w.latePart.longest(x.tokens, skipArticle(x, read.from)) !== null;
    return { ...read, from: from(before), start: "", end: late ? read.end : nextDay(read.start, -1) };
  }
  const after = x.w.afterDate.endsBefore(x.tokens, read.from);
  if (after) return { ...read, from: from(after), start: nextDay(read.end, 1), end: "" };
  return closedBehind(x, read);
}

/** "after the 15th": a bare day whose article stands before it. */
function openedBefore(x: DateContext, read: DateRead, article: number): DateRead {
  const wider = opened(x, { ...read, from: article });
  return wider.from < article ? wider : closedBehind(x, read);
}

/** 自2015年以来, 从2015年起: told behind as well; before that 从 is but a preposition. */
function sinceBehind(x: DateContext, led: DateRead, from: number): DateRead {
  const { dense } = x.c.pack.dates;
  const told = dense ? x.w.behind.longest(x.tokens, led.to) : null;
  if (told?.value !== "since") return led;
  const weak = dense?.weakSince?.split("|").includes(x.tokens[led.from]!.key);
  return { ...led, from: weak ? from : led.from, to: told.to };
}

/** The same in languages whose words stand behind: 2010年以来, 2019년까지. */
function closedBehind(x: DateContext, read: DateRead): DateRead {
  const found =
    x.w.behind.longest(x.tokens, read.to) ??
    (ablative(x, read.to) ? x.w.behindCased.longest(x.tokens, read.to) : null);
  if (!found) return read;
  const { to } = found;
  // "on 1 January and after my work is done", "and after 6 pm": what stands behind goes on.
  const leads = x.w.clockBound.longest(x.tokens, read.to + 1) !== null;
  const goesOn = x.tokens[to]?.kind === WORD || x.tokens[to]?.kind === NUMBER;
  if (leads && goesOn && x.c.numerals.and.has(x.tokens[read.to]!.key)) return read;
  if (found.value === "since") return { ...read, to, end: "" };
  if (found.value === "until") return { ...read, to, start: "" };
  if (found.value === "before") return { ...read, to, start: "", end: nextDay(read.start, -1) };
  return { ...read, to, start: nextDay(read.end, 1), end: "" };
}
