import { type Period, parseIso } from "./calendar.ts";
import type { Compiled } from "./compile.ts";
import type { DateContext, DateRead } from "./date-context.ts";
import { dateAt } from "./date-grammar.ts";
import { dateWords } from "./date-words.ts";
import { identifyLanguage } from "./language.ts";
import { compiledPack } from "./languages.ts";
import { chunks, DENSE, NUMBER, type Token, tokenize, WORD } from "./tokens.ts";
import type { DateMention } from "./types.ts";

export interface DateOptions {
  /** ISO 639-1; identified from the text when left out. */
  readonly language?: string;
  /** Day of publication, ISO; without it relative dates stay unresolved. */
  readonly date?: string;
}

const isDated = (read: Period): boolean => read.start !== "" && read.end !== "";

/** "from 2010 to 2019", "between May and July 2020": one period from the first to the last day. */
function joined(x: DateContext, first: DateRead): DateRead | null {
  const opened = x.w.from.endsBefore(x.tokens, first.from);
  if (!opened || !isDated(first) || /T/.test(first.timex)) return null;
  const join = x.w.to.longest(x.tokens, first.to);
  if (!join || join.to >= x.tokens.length) return null;
  const second = dateAt(x, join.to);
  if (!second || !isDated(second) || second.end <= first.start || /T/.test(second.timex)) return null;
  const start = first.start > second.start ? moved(first, second) : first.start;
  return { ...second, from: first.from, start, timex: `${first.timex}/${second.timex}` };
}

/** A first end without a year takes the year of the second. */
function moved(first: DateRead, second: DateRead): string {
  return `${second.start.slice(0, 4)}${first.start.slice(4)}`;
}

/** "since 2000" has no end, "until 2019" no start. */
function opened(x: DateContext, read: DateRead): DateRead {
  if (!isDated(read)) return read;
  if (x.w.since.endsBefore(x.tokens, read.from)) return { ...read, end: "" };
  return x.w.until.endsBefore(x.tokens, read.from) ? { ...read, start: "" } : read;
}

function mayStart(token: Token, x: DateContext): boolean {
  if (token.kind === NUMBER) return true;
  if (token.kind === WORD || token.kind === DENSE) return x.w.starts === null || x.w.starts.has(token.key);
  return token.key === "'";
}

/** Every date, period and length of time in a stretch of tokens, left to right, none inside another. */
export function datesIn(tokens: readonly Token[], c: Compiled, date?: string): DateRead[] {
  const x: DateContext = { tokens, c, w: dateWords(c), ref: parseIso(date), quarter: null };
  const out: DateRead[] = [];
  for (let i = 0; i < tokens.length; ) {
    const read = mayStart(tokens[i]!, x) ? dateAt(x, i) : null;
    if (!read) {
      i++;
      continue;
    }
    const whole = joined(x, read) ?? opened(x, read);
    out.push(whole);
    i = Math.max(whole.to, i + 1);
  }
  return out;
}

/**
 * Dates, periods, lengths of time and time references with TIMEX3 values. `start` and `end` are the first and last day where
 * they can be told; a period that is open on one side ("since 2000") has that end empty.
 */
export function readDates(text: string, options: DateOptions = {}): DateMention[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: DateMention[] = [];
  for (const [from, to] of chunks(text)) {
    const tokens = tokenize(text, from, to);
    for (const read of datesIn(tokens, c, options.date)) {
      const [start, end] = [tokens[read.from]!.start, tokens[read.to - 1]!.end];
      out.push({
        span: [start, end],
        text: text.slice(start, end),
        start: read.start,
        end: read.end,
        timex: read.timex,
      });
    }
  }
  return out;
}
