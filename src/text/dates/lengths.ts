import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, WORD } from "../tokens/token.ts";
import { type DateContext, type DateRead, dayAway, durationValue } from "./context.ts";
import { countedBehind } from "./counted-behind.ts";
import { endedPeriod } from "./ended.ts";
import { isRate } from "./frequency.ts";
import {
  endsPhrase,
  isPluralUnit,
  keyAt,
  make,
  type Rule,
  shiftBehind,
  skipArticle,
  yearAfter,
} from "./parts.ts";
import { addDays, type Day, floating, isoOf, type Period, quarterPeriod } from "./periods.ts";

export interface Length {
  readonly n: number | "X";
  readonly unit: string;
  readonly to: number;
  /** "a month": the count is only an article. */
  readonly article?: boolean;
  /** Value of a length of several units. */
  readonly timex?: string;
  readonly parts?: readonly Length[];
  /** "10 past weeks": the word that places it stands before the unit. */
  readonly shift?: number;
}

export const ORDER = [
  "century",
  "decade",
  "year",
  "quarter",
  "month",
  "week",
  "day",
  "hour",
  "minute",
  "second",
];

/** "1 hour and 30 minutes", "2 years 1 month": smaller units add to the length before them. */
export function wholeLength(x: DateContext, i: number): Length | null {
  const first = lengthAt(x, i);
  if (!first || first.n === "X") return first;
  const glued = minutesGlued(x, first);
  if (glued) return glued;
  const parts: Length[] = [first];
  for (let last = first; parts.length < 6; ) {
    const and = x.c.numerals.and.has(keyAt(x, last.to)) || keyAt(x, last.to) === ",";
    const next = lengthAt(x, and ? last.to + 1 : last.to);
    const smaller = next && ORDER.indexOf(next.unit) > ORDER.indexOf(last.unit) && ORDER.includes(last.unit);
    if (!next || !smaller || next.n === "X" || next.article || !Number.isInteger(last.n)) break;
    parts.push(next);
    last = next;
  }
  return parts.length === 1
    ? first
    : { ...first, article: false, to: parts.at(-1)!.to, timex: composite(parts), parts };
}

/** "1h30": minutes glued to the mark of the hour. */
function minutesGlued(x: DateContext, hours: Length): Length | null {
  const token = x.tokens[hours.to];
  if (hours.unit !== "hour" || token?.kind !== NUMBER || token.gap || !/^[0-5]\d$/.test(token.key))
    return null;
  const parts = [hours, { n: Number(token.key), unit: "minute", to: hours.to + 1 }];
  return { ...hours, to: hours.to + 1, timex: composite(parts), parts };
}

/** P1DT2H30M out of its parts. */
export function composite(parts: readonly { readonly n: number | "X"; readonly unit: string }[]): string {
  const values = parts.map(part => durationValue(part.n, part.unit).slice(1));
  const times = values.filter(v => v.startsWith("T")).map(v => v.slice(1));
  const days = values.filter(v => !v.startsWith("T"));
  return `P${days.join("")}${times.length > 0 ? `T${times.join("")}` : ""}`;
}

/** The count and unit of "2 week". */
export function lengthOf(value: string): { n: number | "X"; unit: string } {
  const [n, unit] = value.split(" ");
  return { n: n === "X" ? "X" : Number(n), unit: unit! };
}

/** "several weeks", "half an hour", "a fortnight". */
function wordLength(x: DateContext, i: number, word: { value: string; to: number }): Length | null {
  if (word.value.includes(" ")) {
    // "une quinzaine de pays" counts something else.
    if (x.c.of.has(keyAt(x, word.to)) && x.c.numerals.words.longest(x.tokens, word.to - 1)) return null;
    const length = lengthOf(word.value);
    const half = x.c.numerals.andHalf.longest(x.tokens, word.to);
    return half && length.n !== "X"
      ? { ...length, n: length.n + half.value, to: half.to }
      : { ...length, to: word.to };
  }
  const unit = x.w.units.longest(x.tokens, word.to);
  if (!unit) return null;
  if (word.value !== "X") return { n: Number(word.value), unit: unit.value, to: unit.to };
  const fits = word.to - i > 1 || hasPlural(x, word.to, unit.to) || x.c.pluralUnits.size === 0;
  return fits
    ? {
        n: x.w.twoWords.has(keyAt(x, word.to - 1)) || x.w.twoWords.has(keyAt(x, word.to - 2)) ? 2 : "X",
        unit: unit.value,
        to: unit.to,
      }
    : null;
}

/** "two years", "10-day", "several weeks", "a month". */
export function lengthAt(x: DateContext, i: number): Length | null {
  const word = x.w.lengthWords.longest(x.tokens, i);
  const named = word && wordLength(x, i, word);
  if (named) return named;
  const behind = x.c.pack.dates.countsBehind === undefined ? null : countedBehind(x, i);
  if (behind) return behind;
  const number = readNumber(x.tokens, i, x.c.numerals);
  const quarters =
    number?.fraction &&
    keyAt(x, number.to - 1) === "quarters" &&
    (x.w.shift.longest(x.tokens, i - 1) ?? x.w.firstPart.longest(x.tokens, i - 1));
  if (quarters) return { n: Math.round(number.value * 4), unit: "quarter", to: number.to };
  if (
    number &&
    number.value > 0 &&
    !number.indefinite &&
    !(number.fraction && number.value < 1 && number.value !== 0.5)
  ) {
    const half = halfBehind(x, number.to);
    if (half && Number.isInteger(number.value)) return { ...half, n: number.value + 0.5 };
    let at = number.to;
    // "ten-day", "vent'anni".
    if (/^[-']$/.test(keyAt(x, at)) && !x.tokens[at]!.gap) at++;
    at = x.w.skipUnit(x.tokens, at);
    const inner = x.w.shift.longest(x.tokens, at);
    const placed = inner !== null && inner.value !== 0 ? x.w.units.longest(x.tokens, inner.to) : null;
    // "$1k last month": the word before a single unit places that, not the count.
    const apart =
      number.value !== 1 && x.c.pluralUnits.size > 0 && placed && !hasPlural(x, inner!.to, placed.to);
    const shifts = placed !== null && !apart;
    if (shifts) at = inner!.to;
    const unit = x.w.units.longest(x.tokens, at);
    if (unit) {
      const about =
        number.value === 1 && number.words && x.c.pack.dates.countsAfterOr ? countAfterOr(x, unit.to) : null;
      if (about) return { ...about, unit: unit.value };
      const more = halfMore(x, unit.to);
      const n = number.value + (more?.value ?? 0);
      return { n, unit: unit.value, to: more ? more.to : unit.to, ...(shifts && { shift: inner!.value }) };
    }
    return null;
  }
  // सवा घंटा: what is added to a number stands for one and that.
  const more = x.c.numerals.addBefore.longest(x.tokens, i);
  const added = more && x.w.units.longest(x.tokens, more.to);
  if (added) return { n: 1 + more.value, unit: added.value, to: added.to };
  const article = x.c.numerals.words.longest(x.tokens, i);
  if (article?.value.kind !== "article") return null;
  const unit = x.w.units.longest(x.tokens, article.to);
  if (!unit || countsNext(x, article.to, unit.to) || isPluralUnit(x, unit.to - 1)) return null;
  const half = halfMore(x, unit.to);
  return { n: 1 + (half?.value ?? 0), unit: unit.value, to: half ? half.to : unit.to, article: true };
}

/** "een week of drie": about three weeks. */
function countAfterOr(x: DateContext, i: number): { n: number; to: number } | null {
  const or = x.w.or.longest(x.tokens, i);
  const count = or && readNumber(x.tokens, or.to, x.c.numerals);
  const fits = count && count.high === null && Number.isInteger(count.value) && count.value > 1;
  return fits && endsPhrase(x, count.to) ? { n: count.value, to: count.to } : null;
}

/** "(an hour) and a half", "(a year) and half." */
function halfMore(x: DateContext, i: number): { value: number; to: number } | null {
  const half = x.c.numerals.andHalf.longest(x.tokens, i);
  if (half || !x.c.numerals.and.has(keyAt(x, i))) return half;
  const bare = x.c.numerals.fractions.longest(x.tokens, i + 1);
  return bare?.value === 2 && endsPhrase(x, bare.to) && !x.w.article.longest(x.tokens, bare.to)
    ? { value: 0.5, to: bare.to }
    : null;
}

/** "(3) and half years", "(two) and half an hour": a half without its article, right before the unit. */
function halfBehind(x: DateContext, i: number): { unit: string; to: number } | null {
  const half = x.c.numerals.and.has(keyAt(x, i)) ? x.c.numerals.fractions.longest(x.tokens, i + 1) : null;
  const unit = half?.value === 2 ? x.w.units.longest(x.tokens, skipArticle(x, half.to)) : null;
  return unit && { unit: unit.value, to: unit.to };
}

/** "journées de travail": the first word of a unit may be its plural. */
function hasPlural(x: DateContext, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isPluralUnit(x, i) || x.w.alikeUnits.has(keyAt(x, i))) return true;
  return false;
}

/** "a second wave": a word for a unit that is an ordinal too, before what it orders. */
function countsNext(x: DateContext, i: number, to: number): boolean {
  const next = x.tokens[to];
  return next?.kind === WORD && !x.c.stop.has(next.key) && x.w.ordinals.longest(x.tokens, i) !== null;
}

const isNumber = (x: DateContext, i: number): boolean =>
  x.tokens[i]?.kind === NUMBER || (i >= 0 && x.c.numerals.words.longest(x.tokens, i) !== null);

/** "the past two years", "the first nine months", "30 days", "two-year". */
export const duration: Rule = (x, i) => {
  const start = skipArticle(x, i);
  // "(cinco) a dez anos": the word for "to" is an article too.
  if (start > i && x.w.to.longest(x.tokens, i) && isNumber(x, i - 1)) return null;
  const lead = x.w.shift.longest(x.tokens, start) ?? leadingOrdinal(x, start);
  const at = lead ? lead.to : start === i ? i : start;
  const length = (lead ? lengthAt(x, at) : wholeLength(x, at)) ?? (at === i ? null : wholeLength(x, i));
  if (!length) return null;
  if (start === i && !lead && isRate(x, i, length)) return null;
  const rate = lead ? null : comesBack(x, i, length);
  if (rate) return rate;
  const old =
    keyAt(x, length.to) === "old" || (keyAt(x, length.to) === "-" && keyAt(x, length.to + 1) === "old");
  if (old) return null;
  const shift = lead ? x.w.shift.longest(x.tokens, start) : null;
  const behind = shiftBehind(x, length.to);
  const ended = length.n === "X" ? null : endedPeriod(x, length.n, length.unit, length.to);
  const period = ended ?? spanned(x, length, shift?.value ?? length.shift ?? behind?.value ?? 0);
  const read = make(lead || start !== i ? i : at, behind?.to ?? length.to, period, true);
  if (length.n === "X") return read;
  const placed = lead !== null || length.shift !== undefined || behind !== null;
  return { ...read, length: { n: length.n, unit: length.unit }, ...(placed && { placed }) };
};

/** "iki ayda bir", दो साल में एक बार, 2日ごと: a length of time with which something comes back. */
export function comesBack(
  x: DateContext,
  i: number,
  { n, unit, to, timex }: Pick<Length, "n" | "unit" | "to" | "timex">,
): DateRead | null {
  const rate = x.w.rateBehind.longest(x.tokens, to);
  const cases = x.c.pack.dates.rateCase?.split("|") ?? [];
  const fits = rate && (cases.length === 0 || cases.some(ending => keyAt(x, to - 1).endsWith(ending)));
  return fits ? { ...make(i, rate.to, floating(timex ?? durationValue(n, unit))), set: true } : null;
}

/** A length of time that is told to lie right before or after the day of publication has its first and last day. */
export function spanned(x: DateContext, length: Length, shift: number): Period {
  const timex = length.timex ?? durationValue(length.n, length.unit);
  if (length.timex !== undefined) return floating(timex);
  if (length.unit === "quarter" && shift !== 0 && x.ref && length.n !== "X")
    return { timex, ...quartersFrom(x.ref, shift * length.n) };
  const far = shift !== 0 && x.ref && length.n !== "X" ? dayAway(x.ref, length.unit, shift * length.n) : null;
  if (!far || !x.ref) return floating(timex);
  return shift < 0
    ? { timex, start: isoOf(far), end: isoOf(addDays(x.ref, -1)) }
    : { timex, start: isoOf(addDays(x.ref, 1)), end: isoOf(far) };
}

/** "the last three quarters": whole quarters of the calendar before, or after, the one of publication. */
function quartersFrom({ y, m }: Day, n: number): Pick<Period, "start" | "end"> {
  const now = y * 4 + Math.floor((m - 1) / 3);
  const at = (q: number): Period => quarterPeriod(Math.floor(q / 4), (q % 4) + 1);
  const [first, last] = n < 0 ? [now + n, now - 1] : [now + 1, now + n];
  return { start: at(first).start, end: at(last).end };
}

/** "all day", "the whole month", "another week": one unit; "the same week": one that is told elsewhere. */
export const wholeUnit: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const whole = x.w.whole.longest(x.tokens, i) ?? x.w.whole.longest(x.tokens, start);
  const same = whole ? null : (x.w.same.longest(x.tokens, i) ?? x.w.same.longest(x.tokens, start));
  const at = whole?.to ?? same?.to;
  const unit = at === undefined ? null : x.w.units.longest(x.tokens, skipArticle(x, at));
  if (!unit || isPluralUnit(x, unit.to - 1) || x.tokens[unit.to]?.kind === NUMBER) return null;
  // "todo o ano de 2018" is that year.
  if (unit.value === "year" && yearAfter(x, unit.to)) return null;
  if (whole) return make(i, unit.to, floating(durationValue(1, unit.value)));
  const told = ELSEWHERE[unit.value];
  return told === undefined ? null : make(i, unit.to, floating(told));
};

/** TIMEX3 values of a week, month and so on that cannot be placed. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  day: "XXXX-XX-XX",
  week: "XXXX-WXX",
  weekend: "XXXX-WXX-WE",
  month: "XXXX-XX",
  year: "XXXX",
};

function leadingOrdinal(x: DateContext, i: number): { to: number } | null {
  return x.c.firstOf.has(keyAt(x, i)) ? { to: i + 1 } : null;
}
