import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { joinsWithAnd } from "./day-range.ts";
import { countsDays } from "./dense.ts";
import { dateAt } from "./grammar.ts";
import { ablative } from "./named-days.ts";
import { dayAt, endsPhrase, gluedAnd, keyAt, make, shiftedYear, skipArticle } from "./parts.ts";
import {
  addDays,
  addMonths,
  dayPeriod,
  daysBetween,
  isoOf,
  isDay as isRealDay,
  monthPeriod,
  parseIso,
} from "./periods.ts";
import { placeBehind } from "./place-behind.ts";
import { hasTime, isDated, isDay, isRelative, isWeek, namesYear, put } from "./reads.ts";
import { inMonthOf } from "./shared-behind.ts";
import { withPartAfter } from "./widen.ts";

/** The grain of a value: year, month, day and so on, by its length and letters. */
const grain = (timex: string): string =>
  timex.replace(/[\dX]/g, "0").replace(/(?:SP|SU|FA|WI|WE|Q0|H0)$/, "S");

/** A second end of a range that is only a day of the month: "April 9 through 17". */
function bareDayAfter(x: DateContext, first: DateRead, at: number): DateRead | null {
  const token = x.tokens[at];
  if (token?.kind === WORD) return ordinalAfter(x, first, at);
  if (!isDay(first) || first.start === "" || token?.kind !== NUMBER || !/^\d{1,2}$/.test(token.key))
    return null;
  const ending = x.tokens[at + 1];
  if (x.c.pack.dense && !x.c.pack.dates.dense?.day.includes(ending?.key ?? "")) return null;
  if (x.c.pack.dense && countsDays(x, at, at + 2)) return null;
  const ordinal = ending !== undefined && !ending.gap && x.c.ordinalEndings.has(ending.key);
  const to = ordinal ? at + 2 : at + 1;
  const next = x.tokens[to];
  // "June 14 - 9am".
  if (!ordinal && next?.kind === WORD && !next.gap) return null;
  if (!ordinal && next && next.kind === WORD && !x.c.stop.has(next.key)) return null;
  if (!ordinal && next?.kind === SIGN && /^[%:/]$/.test(next.key)) return null;
  const day = parseIso(`${first.start.slice(0, 8)}${token.key.padStart(2, "0")}`);
  return day && make(at, to, dayPeriod(day));
}

/** "from April 27th to the third": an ordinal behind an article, of the next month if need be. */
function ordinalAfter(x: DateContext, first: DateRead, at: number): DateRead | null {
  const start = skipArticle(x, at);
  // "May third to seventh": without its article only where the day before is told in words too.
  const worded = x.tokens[first.to - 1]!.kind === WORD && x.c.pack.dates.order === "mdy";
  const day = (start > at || worded) && isDay(first) ? dayAt(x, start) : null;
  const from = day && (x.tokens[start]!.kind === WORD || day.to > start + 1) ? parseIso(first.start) : null;
  if (!day || !from || x.w.units.longest(x.tokens, day.to)) return null;
  const month = day.d > from.d ? from : addMonths({ ...from, d: 1 }, 1);
  return isRealDay(month.y, month.m, day.d) && endsPhrase(x, day.to)
    ? make(start, day.to, dayPeriod({ ...month, d: day.d }))
    : null;
}

/** Moves the second end of a range of weekdays behind the first. */
function behind(first: DateRead, second: DateRead): DateRead {
  const now = first.timex === "PRESENT_REF" && first.start !== "";
  if (second.start > first.start || !(isDay(first) || now) || !isDay(second)) return second;
  const [a, b] = [parseIso(first.start), parseIso(second.start)];
  if (!a || !b) return second;
  const weeks = Math.ceil((daysBetween(b, a) + 1) / 7);
  const later = isoOf(addDays(b, 7 * weeks));
  return weeks > 0 && weeks < 4 ? { ...second, timex: later, start: later, end: later } : second;
}

/** A month or day of no year. */
const UNPLACED = /^XXXX-\d{2}(?:-\d{2})?$/;

/** "January and April 2019" of a text without a day of publication: the first end has the year of the second, or the one before. */
function placedBy(x: DateContext, first: DateRead, second: DateRead): DateRead | null {
  if (!namesYear(x, second)) return null;
  const year = Number(second.start.slice(0, 4));
  const [, m, d] = first.timex.split("-").map(Number) as [number, number, number | undefined];
  const inYear = (y: number) => (d === undefined ? monthPeriod(y, m) : dayPeriod({ y, m, d }));
  return { ...first, ...(inYear(year).start <= second.start ? inYear(year) : inYear(year - 1)) };
}

/** "from 2010 to date": up to the day of publication; open where that is not known. */
function untilNow(x: DateContext, first: DateRead, from: number, to: number): DateRead | null {
  const now = x.ref && isoOf(x.ref);
  if (now === null) return { ...first, from, to, end: "" };
  return now < first.start ? null : { ...first, from, to, end: now, timex: `${first.timex}/${now}` };
}

/** Two months without a year, of which the year before holds the day of publication: that year is meant, whatever else the sentence says. */
function aroundNow(x: DateContext, first: DateRead, second: DateRead): number {
  const bare = (read: DateRead): boolean =>
    /^\d{4}-\d{2}$/.test(read.timex) && !namesYear(x, read) && !isRelative(x, read);
  if (!x.ref || !bare(first) || !bare(second)) return 0;
  const back = (iso: string): string => put(iso, Number(iso.slice(0, 4)) - 1);
  const now = isoOf(x.ref);
  return first.start > now && back(first.start) <= now && now <= back(second.end) ? -1 : 0;
}

/** "du 5 mai à aujourd'hui": a day of no year before one that is told from today is of the year before, if need be. */
function beforeNow(x: DateContext, first: DateRead, second: DateRead): DateRead {
  const years = Number(first.start.slice(0, 4)) - 1;
  const bare = isDay(first) && !namesYear(x, first) && !isRelative(x, first);
  if (
    !bare ||
    !isRelative(x, second) ||
    first.start <= second.start ||
    put(first.start, years) > second.start
  )
    return first;
  return x.w.weekdays.longest(x.tokens, first.from) ? first : { ...first, ...put3(first, years) };
}

const put3 = ({ timex, start, end }: DateRead, y: number): Pick<DateRead, "timex" | "start" | "end"> => ({
  timex: put(timex, y),
  start: put(start, y),
  end: put(end, y),
});

/** "Nov-Feb 5th, 2017": a month and a day with its year, joined without a space. */
const monthToDay = (x: DateContext, first: DateRead, second: DateRead): boolean =>
  /^\d{4}-\d{2}$/.test(first.timex) &&
  isDay(second) &&
  namesYear(x, second) &&
  x.tokens[first.to]?.gap === false;

/** "from the middle of 2007": such a range begins with the day in the middle. */
function fromMiddle(x: DateContext, read: DateRead): DateRead {
  const [start, end] = [parseIso(read.start), parseIso(read.end)];
  if (!start || !end || read.start === read.end || !x.w.middle.longest(x.tokens, skipArticle(x, read.from)))
    return read;
  return { ...read, start: isoOf(addDays(start, Math.floor((daysBetween(start, end) + 1) / 2))) };
}

/** "from 2010 to 2019", "May through July 2020", "Monday to Friday": one period from the first to the last day. */
export function joined(x: DateContext, read: DateRead): DateRead | null {
  let first = x.w.rangeClose === null ? read : withPartAfter(x, read);
  const range = first.timex.includes("/") && isDated(first);
  const led = range ? x.w.from.endsBefore(x.tokens, first.from) : null;
  const shut = range ? (x.w.rangeClose?.longest(x.tokens, first.to) ?? null) : null;
  if (led || shut) return { ...first, from: led?.to ?? first.from, to: shut?.to ?? first.to };
  const unplaced = UNPLACED.test(first.timex);
  if ((!isDated(first) && !unplaced) || first.counts || hasTime(first) || first.timex.includes("/"))
    return null;
  const opened = x.w.from.endsBefore(x.tokens, first.from);
  const now = isDated(first) ? x.w.toDate.longest(x.tokens, first.to) : null;
  if (now) return untilNow(x, first, opened?.to ?? first.from, now.to);
  const cased = ablative(x, first.to) ? { to: first.to } : null;
  const join = x.w.to.longest(x.tokens, first.to) ?? gluedAnd(x, first.to) ?? cased;
  if (!join || join.to >= x.tokens.length) return null;
  const apart = keyAt(x, first.to) === "-" && x.tokens[first.to]!.gap !== x.tokens[join.to]!.gap;
  const loose =
    x.c.numerals.and.has(keyAt(x, first.to)) ||
    keyAt(x, first.to) === "," ||
    join.to === first.to ||
    x.w.andDates.longest(x.tokens, first.to) !== null;
  const closed = loose && !(opened && joinsWithAnd(x, first.from));
  if (closed && x.w.rangeClose === null) return null;
  const next = dateAt(x, join.to);
  const last = next && (placeBehind(x, next) ?? next);
  const end = last && x.w.rangeClose !== null ? withPartAfter(x, last) : last;
  const found = end && isDated(end) && !hasTime(end) && !end.counts ? end : bareDayAfter(x, first, join.to);
  if (!found || apart) return null;
  first = inMonthOf(x, first, found) ?? first;
  const second = behind(first, likeFirst(x, first, found));
  const close = x.w.rangeClose?.longest(x.tokens, second.to) ?? null;
  if (closed && !close) return null;
  // "2014 through May 2018": a word that bounds a time by itself joins what is told to the year and to the month.
  const firm = x.w.until.endsBefore(x.tokens, join.to) !== null;
  const apartInTime = firm && second.start > first.end;
  const unlike = grain(first.timex) !== grain(second.timex) && !monthToDay(x, first, second);
  const fromNow = first.timex === "PRESENT_REF" && firm && second.end > first.end;
  if (!opened && !close && !apartInTime && !fromNow && unlike) return null;
  const placed = unplaced ? placedBy(x, first, second) : inYearOf(x, first, second);
  if (!placed) return null;
  const begin = fromMiddle(x, beforeNow(x, placed, second));
  if (second.end <= begin.start) return null;
  const years = aroundNow(x, begin, second);
  const moved = (text: string): string => (years === 0 ? text : put(text, Number(text.slice(0, 4)) + years));
  const ends = [begin, second].map(end => (end.timex === "PRESENT_REF" ? end.start : moved(end.timex)));
  return {
    ...second,
    from: opened ? opened.to : first.from,
    to: close?.to ?? second.to,
    start: moved(begin.start),
    end: moved(second.end),
    timex: ends.join("/"),
  };
}

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
  if (!named || tellsYear(x, second) || x.w.weekdays.longest(x.tokens, second.from)) return second;
  const year = Number(first.start.slice(0, 4));
  const y = put(second.end, year) > first.start ? year : year + 1;
  return { ...second, timex: put(second.timex, y), start: put(second.start, y), end: put(second.end, y) };
}

/** "September 2015", "September last year". */
function tellsYear(x: DateContext, read: DateRead): boolean {
  if (namesYear(x, read)) return true;
  for (let i = read.from + 1; i < read.to; i++) if (shiftedYear(x, i)?.to === read.to) return true;
  return false;
}

/** "from January to April 2015": a first end without a year takes that of the second, or the year before it. */
function inYearOf(x: DateContext, first: DateRead, second: DateRead): DateRead {
  const bare = /^\d{4}-(?:\d{2}|[QH]\d)/.test(first.timex) && !namesYear(x, first) && !isRelative(x, first);
  if (!bare || !tellsYear(x, second) || tellsYear(x, first)) return first;
  const year = Number(second.start.slice(0, 4));
  const y = put(first.start, year) <= second.start ? year : year - 1;
  return { ...first, timex: put(first.timex, y), start: put(first.start, y), end: put(first.end, y) };
}
