import { BREAK, DENSE, NUMBER, SIGN, WORD } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import {
  isPluralUnit,
  keyAt,
  make,
  type Rule,
  skipArticle,
  trailingYearWord,
  wholeAt,
  yearAt,
  yearInWords,
} from "./parts.ts";
import { centuryPeriod, decadePeriod, floating, type Period, yearPeriod } from "./periods.ts";

/** "the 1980s", "the nineties", "20th century", "2010-2019", "fiscal 1989", "2019". */
export const yearLike: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const decade = decadeAt(x, start);
  if (decade)
    return make(x.w.decadeBefore.endsBefore(x.tokens, start)?.to ?? i, decade.to, decadePeriod(decade.first));
  const century = centuryAt(x, start);
  if (century) return make(i, century.to, centuryPeriod(century.n));
  const era = eraYear(x, start);
  if (era) return { ...era, from: i };
  const word = x.w.yearWords.longest(x.tokens, start);
  const at = word ? yearBehind(x, start, word.to) : start;
  const short = word ? wholeAt(x, at, /^\d{3}$/) : yearWordAfter(x, at, /^\d{3}$/);
  if (short !== null && x.w.units.longest(x.tokens, at + 1)?.value !== "day")
    return make(i, trailingYearWord(x, at + 1), yearPeriod(short));
  const old = oldYear(x, at);
  if (old !== null) return make(i, at + 1, yearPeriod(old));
  const y = yearAt(x, at);
  // "les années 1990": the word for years before a round one makes a decade of it.
  if (y !== null && y % 10 === 0 && word && decadeAt(x, at)) return null;
  if (y === null) {
    const spoken =
      word && yearInWords(x, at)
        ? yearInWords(x, at)
        : x.c.pack.dates.spokenYears
          ? yearInWords(x, start)
          : null;
    return spoken && (word || spoken.y < 2000) ? make(i, spoken.to, yearPeriod(spoken.y)) : null;
  }
  if (!isYearHere(x, at, y, word !== null)) return null;
  const from = word ? i : at;
  const range = yearRange(x, at, y);
  if (range) return make(from, range.to, range.period);
  return make(from, trailingYearWord(x, at + 1), yearPeriod(y));
};

/** "fiscal year of 2016": past "of" behind a name of two words; of "years of 1990" the first is none. */
function yearBehind(x: DateContext, from: number, i: number): number {
  const of = i - from > 1 && yearAt(x, i) === null ? x.w.join.longest(x.tokens, i) : null;
  return of && yearAt(x, of.to) !== null ? of.to : i;
}

/** "in 363.": three digits after a preposition of time that count nothing. */
function oldYear(x: DateContext, i: number): number | null {
  const y = wholeAt(x, i, /^[1-9]\d{2}$/);
  if (y === null || !/^(?:in|en|em|im|год|año|ano|عام|سنة)$/.test(keyAt(x, i - 1))) return null;
  const next = x.tokens[i + 1];
  return !next ||
    next.kind === BREAK ||
    (next.kind === SIGN && /^[.,;:)]$/.test(next.key) && (next.gap || x.tokens[i + 2]?.gap !== false))
    ? y
    : null;
}

/** "700 BC", "833 AD", "1000 до н. э.". */
function eraYear(x: DateContext, i: number): DateRead | null {
  const y = wholeAt(x, i, /^\d{1,4}$/);
  if (y === null || y === 0) return null;
  const after = trailingYearWord(x, i + 1);
  const before = x.w.bc.longest(x.tokens, after);
  if (before) return make(i, before.to, floating(`BC${String(y).padStart(4, "0")}`));
  const era = x.w.ad.longest(x.tokens, after);
  return era ? make(i, era.to, yearPeriod(y)) : null;
}

/** A number that the word for year follows ("833 году"). */
function yearWordAfter(x: DateContext, i: number, digits: RegExp): number | null {
  if (x.c.pack.dates.yearAfter !== true || !x.w.yearWords.longest(x.tokens, i + 1)) return null;
  return wholeAt(x, i, digits);
}

function decadeAt(x: DateContext, i: number): { first: number; to: number } | null {
  const { decadeArticle: article, decadeEnding: ending } = x.c.pack.dates;
  const named = x.w.decades.longest(x.tokens, i);
  if (named)
    return article === undefined || keyAt(x, i - 1) === article ? { first: named.value, to: named.to } : null;
  const token = x.tokens[i];
  const next = x.tokens[i + 1];
  if (ending === undefined) return decadeInDigits(x, i);
  if (token?.kind === NUMBER && /^(?:1\d|20)\d0$/.test(token.key) && next) {
    if (!next.gap && next.key === ending) return { first: Number(token.key), to: i + 2 };
    if (next.key === "'" && !next.gap && keyAt(x, i + 2) === ending && !x.tokens[i + 2]!.gap)
      return { first: Number(token.key), to: i + 3 };
  }
  if (token?.key === "'" && next?.kind === NUMBER && /^\d0$/.test(next.key) && keyAt(x, i + 2) === ending)
    return { first: 1900 + Number(next.key), to: i + 3 };
  return null;
}

/** "años 70", "années 1970", "1970-е": a decade by the word before it or the ending after it. */
function decadeInDigits(x: DateContext, i: number): { first: number; to: number } | null {
  const n = wholeAt(x, i, /^(?:\d0|1\d\d0|20\d0)$/);
  if (n === null || n === 10) return null;
  const first = n < 100 ? 1900 + n : n;
  if (keyAt(x, i + 1) === "-" && /^(?:е|х|ых|ые)$/.test(keyAt(x, i + 2))) return { first, to: i + 3 };
  const after = x.w.decadeAfter.longest(x.tokens, i + 1);
  if (after) return { first, to: after.to };
  if (!x.w.decadeBefore.endsBefore(x.tokens, i)) return null;
  const next = x.tokens[i + 1];
  return n < 100 && next?.kind === WORD && !x.c.stop.has(next.key) ? null : { first, to: i + 1 };
}

const ROMAN: Readonly<Record<string, number>> = Object.fromEntries(
  "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
    .split(" ")
    .map((key, k) => [key, k + 1]),
);

/** "siglo XX", "XXe siècle", "XV век", "14 века": the number in Roman or plain digits beside the word. */
function romanCentury(x: DateContext, i: number): { n: number; to: number } | null {
  const lead = x.w.units.longest(x.tokens, i);
  if (lead?.value === "century" && !x.c.pack.dates.ordinalCenturies) {
    const n = centuryNumber(x, lead.to);
    return n ? { n, to: lead.to + 1 } : null;
  }
  const key = keyAt(x, i).replace(/(?:e|è|ème|eme)$/, "");
  const n = x.tokens[i]?.caps ? (ROMAN[key] ?? 0) : x.c.pack.dates.ordinalCenturies ? 0 : centuryNumber(x, i);
  if (!n) return null;
  const ending = x.tokens[i + 1];
  const at = ending && !ending.gap && x.c.ordinalEndings.has(ending.key) ? i + 2 : i + 1;
  const unit = x.w.units.longest(x.tokens, at);
  return unit?.value === "century" ? { n, to: unit.to } : null;
}

function centuryNumber(x: DateContext, i: number): number {
  const digits = wholeAt(x, i, /^\d{1,2}$/);
  if (digits !== null) return digits > 0 && digits < 23 ? digits : 0;
  return x.tokens[i]?.caps === 2 || x.tokens[i]?.key.length === 1
    ? (ROMAN[keyAt(x, i)] ?? 0)
    : (x.w.ordinals.longest(x.tokens, i)?.value ?? 0);
}

function centuryAt(x: DateContext, i: number): { n: number; to: number } | null {
  const roman = romanCentury(x, i);
  if (roman) return roman;
  const word = x.w.ordinals.longest(x.tokens, i);
  let [n, at] = word ? [word.value, word.to] : [0, i];
  if (!word) {
    const token = x.tokens[i];
    const ending = x.tokens[i + 1];
    if (
      token?.kind !== NUMBER ||
      !/^\d{1,2}$/.test(token.key) ||
      !ending ||
      (ending.gap && x.c.pack.dates.order !== "dmy") ||
      !x.c.ordinalEndings.has(ending.key)
    )
      return null;
    [n, at] = [Number(token.key), i + 2];
  }
  if (keyAt(x, at) === "-") at++;
  const unit = x.w.units.longest(x.tokens, at);
  return unit?.value === "century" && n > 0 && n < 30 && !isPluralUnit(x, unit.to - 1)
    ? { n, to: unit.to }
    : null;
}

/** Words after which a number with a unit behind it still is a year. */
const STRONG: ReadonlySet<string> = new Set(
  "in since by during until till from before after early late mid of year through fiscal calendar fy".split(
    " ",
  ),
);

/** A bare four-digit number is a year unless it counts or measures something, or is part of a code. */
function isYearHere(x: DateContext, i: number, y: number, named: boolean): boolean {
  if (
    named ||
    (x.c.pack.dates.yearAfter === true && x.w.yearWords.longest(x.tokens, i + 1) !== null && y < 2200)
  )
    return true;
  const [before, after] = [x.tokens[i - 1], x.tokens[i + 1]];
  if (y < 1400 || y > 2150)
    return (
      before !== undefined &&
      x.c.yearBefore.has(before.key) &&
      before.kind === WORD &&
      y < 2100 &&
      y > 999 &&
      (after?.kind !== WORD || y > 1000)
    );
  if (before && (before.key === "$" || before.key === "€" || before.key === "£" || before.key === "#"))
    return false;
  if (before && !x.tokens[i]!.gap && (before.key === "/" || before.key === "." || before.key === "+"))
    return false;
  if (
    before?.key === "-" &&
    !x.tokens[i]!.gap &&
    !before.gap &&
    x.tokens[i - 2]?.kind === WORD &&
    !x.w.modifier.longest(x.tokens, i - 2)
  )
    return /^(?:pre|post|mid|early|late)$/.test(keyAt(x, i - 2));
  if (after?.kind === SIGN && after.key === "%") return false;
  if (
    after?.key === "-" &&
    !after.gap &&
    keyAt(x, i + 3) === "-" &&
    x.tokens[i + 4]?.kind === NUMBER &&
    x.tokens[i + 4]?.gap === false
  )
    return false;
  if (
    after &&
    !after.gap &&
    after.kind === SIGN &&
    after.key === "-" &&
    x.tokens[i + 2]?.kind === NUMBER &&
    !/^(?:\d{2}|\d{4})$/.test(x.tokens[i + 2]!.key)
  )
    return false;
  if (after?.kind === DENSE && !after.gap && countsDense(x, i + 1)) return false;
  if (after?.kind === WORD && x.c.units.longest(x.tokens, i + 1) !== null && !STRONG.has(before?.key ?? ""))
    return false;
  const counted = after?.kind === WORD && after.caps === 0 && countsNoun(x, i + 1, y);
  if (before && y < 1900 && counted && x.c.numerals.and.has(before.key)) return false;
  if (isBoundedBehind(x, i)) return false;
  if (before && x.c.yearBefore.has(before.key)) return true;
  if (isBounded(x, i) || (x.c.pack.dense && (y < 1900 || y >= 2100))) return false;
  if (before?.kind === WORD && x.c.labels.endsBefore(x.tokens, i)) return false;
  return !counted;
}

/** 1800个, 2000美元, 2100多名: a counter, a measure or "more" glued to the digits. */
const countsDense = (x: DateContext, i: number): boolean =>
  x.c.skip.has(x.tokens[i]!.key) ||
  x.c.units.longest(x.tokens, i) !== null ||
  x.c.numerals.dense?.more.has(x.tokens[i]!.key) === true;

/** "above 2000": a bound makes a number of it. */
function isBounded(x: DateContext, i: number): boolean {
  const before = x.c.before.endsBefore(x.tokens, i);
  return before !== null && /^(?:over|under|at-least|exactly)$/.test(before.value);
}

/** "in 1990 or more". */
function isBoundedBehind(x: DateContext, i: number): boolean {
  const after = x.c.after.longest(x.tokens, i + 1);
  return after !== null && /^(?:over|under|at-least)$/.test(after.value);
}

function countsNoun(x: DateContext, i: number, y: number): boolean {
  const token = x.tokens[i]!;
  if (x.c.stop.has(token.key)) return false;
  return (
    y < 1900 || y % 100 === 0 || (x.c.before.endsBefore(x.tokens, i - 1) !== null && /s$/.test(token.key))
  );
}

/** "2010-2019", "1989-90". */
function yearRange(x: DateContext, i: number, y: number): { period: Period; to: number } | null {
  const [dash, next] = [x.tokens[i + 1], x.tokens[i + 2]];
  if ((dash?.key !== "-" && dash?.key !== "/" && dash?.key !== "~") || next?.kind !== NUMBER) return null;
  if (dash.gap !== next.gap) return null;
  const end = /^\d{4}$/.test(next.key)
    ? Number(next.key)
    : /^\d{2}$/.test(next.key)
      ? Math.floor(y / 100) * 100 + Number(next.key)
      : 0;
  if (end <= y || end - y > 300 || (x.tokens[i + 3]?.key === "-" && !x.tokens[i + 3]!.gap)) return null;
  return {
    period: {
      timex: `${yearPeriod(y).timex}/${yearPeriod(end).timex}`,
      start: yearPeriod(y).start,
      end: yearPeriod(end).end,
    },
    to: trailingYearWord(x, i + 3),
  };
}
