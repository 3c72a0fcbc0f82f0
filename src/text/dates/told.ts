import type { Lexicon } from "../phrases/lexicon.ts";
import { BREAK, NUMBER, SIGN } from "../tokens/token.ts";
import { type DateContext, type DateRead, shiftedPeriod } from "./context.ts";
import { wholeLength } from "./lengths.ts";
import { make, skipJoin } from "./parts.ts";
import { type Day, floating, type Period, parseIso } from "./periods.ts";

/** The date that a text told last, from which "two years later" counts. */
export interface Told {
  readonly start: Day;
  readonly end: Day;
  /** 4, 7 or 10 characters: told to the year, the month or the day. */
  readonly precision: number;
  /** Token it stands at. */
  readonly at: number;
}

/** How far back a told date counts, in tokens: a paragraph or so. */
const REACH = 120;
/** A longer "length" in years is a year. */
const MOST_YEARS = 200;
const YEAR = /^\d{4}$/;
const PRECISION: Readonly<Record<string, number>> = {
  year: 4,
  decade: 4,
  month: 7,
  quarter: 7,
  week: 10,
  day: 10,
};

/** Whether a date was told by its year, so that others can count from it; "on Tuesday" tells when somebody spoke. */
function isTold(x: DateContext, read: DateRead): boolean {
  if (read.counts || read.timex.endsWith("_REF") || !/^\d{4}/.test(read.timex)) return false;
  for (let i = read.from; i < read.to; i++)
    if (x.tokens[i]!.kind === NUMBER && YEAR.test(x.tokens[i]!.key)) return true;
  return false;
}

/** What a date leaves for those after it to count from. */
export function toldBy(x: DateContext, read: DateRead, counted: boolean): Told | null {
  if (!counted && !isTold(x, read)) return null;
  const start = parseIso(read.start || read.end);
  const end = parseIso(read.end || read.start);
  if (!start || !end) return null;
  const last = read.timex.split("/").at(-1)!;
  return {
    start,
    end,
    precision: /^\d{4}-\d{2}-\d{2}/.test(last) ? 10 : /^\d{4}-\d{2}/.test(last) ? 7 : 4,
    at: read.from,
  };
}

/** A phrase that must stand at the end of its clause is written with a stop ("the year before."). */
function phraseAt(x: DateContext, lexicon: Lexicon<string>, i: number): { value: string; to: number } | null {
  const found = lexicon.longest(x.tokens, i);
  if (found?.value.endsWith("!"))
    return x.w.told!.span.has(x.tokens[i - 1]?.key ?? "")
      ? null
      : { ...found, value: found.value.slice(0, -1) };
  const next = found ? x.tokens[found.to] : undefined;
  if (!found?.value.endsWith(".")) return x.w.told!.notThen.has(next?.key ?? "") ? null : found;
  const ends = !next || next.kind === SIGN || next.kind === BREAK;
  return ends ? { value: found.value.slice(0, -1), to: found.to } : null;
}

const OPENING = 3;

/**
 * "Up from 300 a year earlier" looks back from the time of its own sentence: a date of a sentence before is meant only where the
 * words open their sentence.
 */
function reachesBack(x: DateContext, told: Told, i: number): boolean {
  for (let k = i - 1; k > told.at; k--) {
    const { key } = x.tokens[k]!;
    if (/^[.!?。！？]$/.test(key) && (key > "\x7f" || x.tokens[k + 1]!.gap)) return i - k <= OPENING;
  }
  return true;
}

/** The period `n` units from the told date, or null where it was told less exactly than the unit needs. */
function away(told: Told, unit: string, n: number): Period | null {
  const needs = PRECISION[unit];
  if (needs === undefined || !Number.isInteger(n)) return null;
  const day = n < 0 ? told.start : told.end;
  if (needs > told.precision) return null;
  return shiftedPeriod(day, unit, n);
}

/** "two years later", "al año siguiente", 次年, "через год": dates that count from the one told last. */
export function toldAt(x: DateContext, i: number): DateRead | null {
  const { told, w } = x;
  if (!told || !w.told || i - told.at > REACH) return null;
  const named = phraseAt(x, w.told.periods, i);
  if (named) {
    const [, unit, n] = /^([a-z]+)([+-]?\d+)$/.exec(named.value)!;
    const period = away(told, unit!, Number(n));
    return period && make(i, named.to, period);
  }
  const ahead = w.told.ahead.longest(x.tokens, i);
  const length = wholeLength(x, ahead?.to ?? i);
  if (!length || length.n === "X" || length.parts || (length.unit === "year" && length.n > MOST_YEARS))
    return null;
  const behind = phraseAt(x, w.told.behind, length.to);
  const sign = ahead?.value ?? behind?.value;
  if (sign === undefined || (sign === "-1" && !reachesBack(x, told, i))) return null;
  const period = away(told, length.unit, Number(sign) * length.n);
  return make(
    i,
    behind?.to ?? length.to,
    period ?? floating(sign === "1" ? "FUTURE_REF" : "PAST_REF"),
    !length.article,
  );
}

/** "in May of that year": the year told before, behind a month. */
export function toldYearAfter(x: DateContext, i: number): { y: number; to: number } | null {
  const read = toldAt(x, skipJoin(x, i));
  return read && YEAR.test(read.timex) ? { y: Number(read.timex), to: read.to } : null;
}
