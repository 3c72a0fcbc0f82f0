import { identifyLanguage } from "../language/language.ts";
import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { stretches } from "../tokens/stretches.ts";
import { DENSE, NUMBER, type Token, WORD } from "../tokens/token.ts";
import type { DateMention } from "../types.ts";
import { opened } from "./bounds.ts";
import type { DateContext, DateRead } from "./context.ts";
import { ledTime, nextHour, timesAt, withTime } from "./day-time.ts";
import { distanceFrom } from "./distances.ts";
import { LENGTH, TIMES } from "./gates.ts";
import { dateAt, dateOpeners } from "./grammar.ts";
import { joined } from "./joined.ts";
import { fromLasting, lastingFrom } from "./lasting.ts";
import { inList, nextDay } from "./lists.ts";
import { momentsJoined } from "./moments-joined.ts";
import { digitsOpening, Openers, type Opening, opening } from "./openers.ts";
import { parseIso } from "./periods.ts";
import { placeBehind } from "./place-behind.ts";
import { shareBehind } from "./shared-behind.ts";
import { nextUnit } from "./shifted.ts";
import { toldAt, toldBy } from "./told.ts";
import { bounded, widened, withPartAfter } from "./widen.ts";
import { dateWords } from "./words.ts";

export interface DateOptions {
  /** ISO 639-1; identified from the text when left out. */
  readonly language?: string;
  /** Day of publication, ISO, with its time if it is known; without it relative dates stay unresolved. */
  readonly date?: string;
}

/** An article starts a date only with a word behind it that goes on with one. */
function startsAt(x: DateContext, token: Token, next: Token | undefined): boolean {
  if (!x.w.starts!.has(token.key)) return false;
  if (!x.w.articles.has(token.key) || next?.kind !== WORD) return true;
  return x.w.afterArticle.has(next.key);
}

function mayStart(x: DateContext, token: Token, next: Token | undefined): boolean {
  if (token.kind === NUMBER) return true;
  if (token.kind === WORD || token.kind === DENSE) return x.w.starts === null || startsAt(x, token, next);
  return token.key === "'";
}

/** What starts at token `i`, which may start a date, with the times, ends and prepositions that belong to it. */
function wholeAt(x: DateContext, i: number): DateRead | null {
  const around = x.around.at(x.tokens, i);
  const times = around.includes(timesAt) ? timesAt(x, i) : null;
  if (times) return times.timex.includes("/") ? widened(x, times) : bothWays(x, times, times);
  const first = dateAt(x, i);
  const read = first && (placeBehind(x, first) ?? first);
  const led = !read && around.includes(ledTime) ? ledTime(x, i) : null;
  if (!read) return led && bothWays(x, led, led);
  const lasting = read.counts ? lastingFrom(x, read) : fromLasting(x, read);
  if (lasting) return lasting;
  const away = distanceFrom(x, i);
  const timed = (away && withTime(x, bounded(x, away))) ?? joined(x, read) ?? withTime(x, read);
  const whole = momentsJoined(x, timed) ?? timed;
  if (whole.timex.includes("/") && whole.from < read.from) return widened(x, whole);
  return bothWays(x, whole, withPartAfter(x, whole));
}

/** A date with the word that bounds it and the one that tells it roughly, in either order: "before around 2 pm". */
function bothWays(x: DateContext, bare: DateRead, read: DateRead): DateRead {
  const bound = opened(x, read);
  const about = widened(x, bound);
  return about.from < bound.from && bound.from === bare.from ? opened(x, about) : about;
}

const mayCount = (x: DateContext, i: number): boolean =>
  x.told !== null && x.around.at(x.tokens, i).includes(toldAt);

/** What is read before a date, or where none is, by what it opens with. */
const AROUND: readonly Opening[] = [
  digitsOpening(toldAt, LENGTH, "number", "toldPeriods", "toldAhead", "lengthWords"),
  digitsOpening(timesAt, TIMES, "clockOpen", "meridiem", "hourWords"),
  opening(ledTime, "clockLead"),
];

/** Without spaces a time of day needs no word before it. */
const DENSE_AROUND: readonly Opening[] = [
  ...AROUND,
  { ...opening(timesAt, "number", "parts", "hourLeads"), gates: TIMES },
];

const known = new WeakMap<Compiled, Openers>();

/** The same rules of a language by the words that open them. */
export function aroundOf(c: Compiled): Openers {
  let found = known.get(c);
  if (!found) {
    found = new Openers(c.pack.dense ? DENSE_AROUND : AROUND, c, dateWords(c));
    known.set(c, found);
  }
  return found;
}

/** Most tokens between two members of a list. */
const LIST_REACH = 6;

/** Minutes of the day of an ISO date-time; null for a date. */
function minutesOf(date: string | undefined): number | null {
  const found = /T(\d{2}):(\d{2})/.exec(date ?? "");
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

interface Kept {
  readonly c: Compiled;
  readonly date: string | undefined;
  readonly reads: readonly DateRead[];
}

/** What was read in a stretch, as long as its tokens are kept. */
const KEPT = new WeakMap<readonly Token[], Kept>();

/**
 * Every date, period and length of time in a stretch of tokens, left to right, none inside another. Quantities are told from dates, so
 * that most stretches are asked for twice.
 */
export function datesIn(tokens: readonly Token[], c: Compiled, date?: string): readonly DateRead[] {
  const kept = KEPT.get(tokens);
  if (kept?.c === c && kept.date === date) return kept.reads;
  const reads = allDates(tokens, c, date);
  KEPT.set(tokens, { c, date, reads });
  return reads;
}

function allDates(tokens: readonly Token[], c: Compiled, date?: string): DateRead[] {
  const x: DateContext = {
    tokens,
    c,
    w: dateWords(c),
    openers: dateOpeners(c),
    around: aroundOf(c),
    ref: parseIso(date),
    minutes: minutesOf(date),
    quarter: null,
    told: null,
  };
  const out: DateRead[] = [];
  let end = 0;
  let before: DateRead | null = null;
  for (let i = 0; i < tokens.length; ) {
    const starts = mayStart(x, tokens[i]!, tokens[i + 1]);
    const counted = starts && mayCount(x, i) ? toldAt(x, i) : null;
    const near: DateRead | null = before !== null && i - before.to < LIST_REACH ? before : null;
    const whole: DateRead | null = counted ?? (starts ? wholeAt(x, i) : null);
    const found: DateRead | null =
      whole ?? (near && (nextDay(x, near, i) ?? nextUnit(x, near, i) ?? nextHour(x, near, i)));
    const read: DateRead | null = found && near ? inList(x, near, found) : found;
    if (!read) {
      i++;
      continue;
    }
    x.told = toldBy(x, read, counted !== null) ?? x.told;
    before = read;
    shareBehind(x, out, read);
    out.push(read.from < end ? { ...read, from: end } : read);
    end = read.to;
    i = Math.max(read.to, i + 1);
  }
  return out;
}

const PLACED = { placed: true } as const;

function typeOf(read: DateRead): DateMention["type"] {
  if (read.set) return "set";
  if (read.timex.startsWith("P") && !read.timex.endsWith("_REF")) return "duration";
  return read.clock !== null || /^T/.test(read.timex) ? "time" : "date";
}

/**
 * Dates, periods, lengths of time and time references with TIMEX3 values. `start` and `end` are the first and last day where
 * they can be told; a period that is open on one side ("since 2000") has that end empty.
 */
export function readDates(text: string, options: DateOptions = {}): DateMention[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: DateMention[] = [];
  for (const tokens of stretches(text)) {
    for (const read of datesIn(tokens, c, options.date)) {
      const [start, end] = [tokens[read.from]!.start, tokens[read.to - 1]!.end];
      out.push({
        span: [start, end],
        text: text.slice(start, end),
        start: read.start,
        end: read.end,
        timex: read.timex,
        type: typeOf(read),
        ...(read.placed && PLACED),
      });
    }
  }
  return out;
}
