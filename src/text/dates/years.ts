import { DENSE, NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { centuryAt, decadeAt } from "./centuries.ts";
import type { DateContext, DateRead } from "./context.ts";
import {
  endsPhrase,
  fullYear,
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
  if (decade) {
    const { first, to } = ofCentury(x, decade) ?? decade;
    return make(x.w.decadeBefore.endsBefore(x.tokens, start)?.to ?? i, to, decadePeriod(first));
  }
  const century = centuryAt(x, start);
  const old = century && x.w.bc.longest(x.tokens, century.to);
  if (century && old) return make(i, old.to, floating(`BC${String(century.n - 1).padStart(2, "0")}`));
  if (century) return make(i, century.to, centuryPeriod(century.n));
  const era = eraYear(x, start);
  if (era) return { ...era, from: i };
  const word = x.w.yearWords.longest(x.tokens, start);
  const at = word ? yearBehind(x, start, word.to) : start;
  const short = word ? wholeAt(x, at, /^\d{3}$/) : yearWordAfter(x, at, /^\d{3}$/);
  if (short !== null && x.w.units.longest(x.tokens, at + 1)?.value !== "day")
    return make(i, trailingYearWord(x, at + 1), yearPeriod(short));
  const early = oldYear(x, at);
  if (early !== null) return make(i, at + 1, yearPeriod(early));
  const marked = markedYear(x, at);
  if (marked) return make(word ? i : at, marked.to, yearPeriod(marked.y));
  const y = yearAt(x, at);
  // "les années 1990": the word for years before a round one makes a decade of it.
  const named = y !== null && y % 10 === 0 && word ? decadeAt(x, at) : null;
  if (named) return make(i, named.to, decadePeriod(named.first));
  if (y === null) {
    const spoken = yearInWords(x, word ? at : start);
    return spoken && (word || isSpokenYear(x, start, spoken))
      ? make(i, spoken.to, yearPeriod(spoken.y))
      : null;
  }
  if (!isYearHere(x, at, y, word !== null)) return null;
  const from = word ? i : at;
  const range = yearRange(x, at, y);
  if (range) return make(from, range.to, range.period);
  return make(from, trailingYearWord(x, at + 1), yearPeriod(y));
};

/** "de jaren zestig van de vorige eeuw", "the sixties of the 19th century". */
function ofCentury(
  x: DateContext,
  { first, to }: { first: number; to: number },
): { first: number; to: number } | null {
  const of = keyAt(x, to) === "," ? null : x.w.join.longest(x.tokens, to);
  const at = of && skipArticle(x, of.to);
  if (at === null) return null;
  const shift = x.w.shift.longest(x.tokens, at);
  const unit = shift && x.ref ? x.w.units.longest(x.tokens, shift.to) : null;
  const now = Math.floor(((x.ref?.y ?? 1) - 1) / 100) + 1;
  const century = unit?.value === "century" ? { n: now + shift!.value, to: unit.to } : centuryAt(x, at);
  return century && { first: (century.n - 1) * 100 + (first % 100), to: century.to };
}

/** "nineteen eighty"; "in two thousand and twenty", behind a word that leads to years; a round number in words is a count. */
function isSpokenYear(x: DateContext, i: number, { y, to }: { y: number; to: number }): boolean {
  if (x.c.pack.dates.spokenYears && y < 2000) return true;
  return y % 100 !== 0 && x.c.yearBefore.has(keyAt(x, i - 1)) && endsPhrase(x, to);
}

/** "fiscal year of 2016": past "of" behind a name of two words; of "years of 1990" the first is none. */
function yearBehind(x: DateContext, from: number, i: number): number {
  const of = i - from > 1 && yearAt(x, i) === null ? x.w.join.longest(x.tokens, i) : null;
  return of && yearAt(x, of.to) !== null ? of.to : i;
}

/**
 * "in 363.": three digits behind a preposition of time that count nothing. A text that has a day of publication speaks of our time, and
 * its "in 211" is of something else, or mistyped.
 */
function oldYear(x: DateContext, i: number): number | null {
  if (x.ref !== null || !x.w.oldYearBefore.has(keyAt(x, i - 1))) return null;
  const y = wholeAt(x, i, /^[1-9]\d{2}$/);
  return y !== null && endsPhrase(x, i + 1) ? y : null;
}

/** "700 BC", "833 AD", "1000 до н. э.". */
function eraYear(x: DateContext, i: number): DateRead | null {
  const led = ledEra(x, i);
  if (led) return led;
  const y = wholeAt(x, i, /^\d{1,4}$/);
  if (y === null || y === 0) return null;
  const after = trailingYearWord(x, i + 1);
  const before = x.w.bc.longest(x.tokens, after);
  if (before) return make(i, before.to, floating(`BC${String(y).padStart(4, "0")}`));
  const era = x.w.ad.longest(x.tokens, after);
  return era ? make(i, era.to, yearPeriod(y)) : null;
}

/** "in '99", "the class of '68": two digits with an apostrophe, behind a word that leads to years. */
function markedYear(x: DateContext, i: number): { y: number; to: number } | null {
  if (!/^['’]$/.test(keyAt(x, i)) || !x.tokens[i]!.gap || !x.c.yearBefore.has(keyAt(x, i - 1))) return null;
  const token = x.tokens[i + 1];
  const two =
    token?.kind === NUMBER && !token.gap && /^\d{2}$/.test(token.key) && x.tokens[i + 2]?.gap !== false;
  return two ? { y: fullYear(Number(token.key)), to: i + 2 } : null;
}

/** "AD 79": the era before its year, in capitals. */
function ledEra(x: DateContext, i: number): DateRead | null {
  const era = x.tokens[i]?.caps === 2 ? x.w.ad.longest(x.tokens, i) : null;
  const y = era && wholeAt(x, era.to, /^\d{2,4}$/);
  return era && y ? make(i, era.to + 1, yearPeriod(y)) : null;
}

/** A number that the word for year follows ("833 году"). */
function yearWordAfter(x: DateContext, i: number, digits: RegExp): number | null {
  if (x.c.pack.dates.yearAfter !== true || !x.w.yearWords.longest(x.tokens, i + 1)) return null;
  return wholeAt(x, i, digits);
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
  // 等于1535: the hedge ends with a preposition of time.
  const hedge = x.c.pack.dense ? x.c.before.endsBefore(x.tokens, i) : null;
  if (hedge && hedge.to < i - 1 && hedge.value !== "about") return false;
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
  // "82-2100": the end of a code.
  if (before?.key === "-" && !x.tokens[i]!.gap && !before.gap && x.tokens[i - 2]?.kind === NUMBER)
    return false;
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
  if (after && (x.w.behind.longest(x.tokens, i + 1)?.to ?? 0) > after.to) return false;
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
