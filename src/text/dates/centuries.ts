import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { isPluralUnit, keyAt, skipArticle, wholeAt } from "./parts.ts";

export function decadeAt(x: DateContext, i: number): { first: number; to: number } | null {
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
  return shortEnded(x, i, ending) ?? spokenDecade(x, i) ?? decadeInDigits(x, i);
}

/** "the 90s", "the early 80s", "the 80s and 90s", but "temperatures in the 80s", "in her 60s". */
function shortEnded(x: DateContext, i: number, ending: string): { first: number; to: number } | null {
  const n = wholeAt(x, i, /^[2-9]0$/);
  const mark = x.tokens[i + 1];
  if (n === null || mark?.key !== ending || mark.gap) return null;
  const before = keyAt(x, i - 1);
  const part = before === "-" ? i - 2 : i - 1;
  const told =
    x.c.pack.dates.decadeArticle === before ||
    x.w.modifier.longest(x.tokens, part)?.to === part + 1 ||
    (keyAt(x, i - 2) === ending && x.c.numerals.and.has(before));
  return told && !tellsTens(x, i) ? { first: 1900 + n, to: i + 2 } : null;
}

const TENS_WINDOW = 8;

/** Something that is counted in tens stands shortly before: degrees, points. */
function tellsTens(x: DateContext, i: number): boolean {
  const tens = x.c.pack.dates.countedTens?.split("|") ?? [];
  for (let k = i - 1; k >= Math.max(0, i - TENS_WINDOW); k--) if (tens.includes(keyAt(x, k))) return true;
  return tens.includes(keyAt(x, i + 2));
}

/** "the nineteen-eighties", "the eighteen nineties". */
function spokenDecade(x: DateContext, i: number): { first: number; to: number } | null {
  if (x.tokens[i]?.kind !== WORD) return null;
  const at = keyAt(x, i + 1) === "-" ? i + 2 : i + 1;
  const named = x.w.decades.longest(x.tokens, at);
  const century = named && readNumber(x.tokens, i, x.c.numerals);
  if (!century?.words || century.to !== i + 1 || century.value < 15 || century.value > 20) return null;
  return { first: century.value * 100 + (named!.value % 100), to: named!.to };
}

/** "años 70", "années 1970", "1970-е": a decade by the word before it or the ending after it. */
function decadeInDigits(x: DateContext, i: number): { first: number; to: number } | null {
  const mark = keyAt(x, i) === "'" && x.tokens[i + 1]?.gap === false;
  if (mark) return x.w.decadeBefore.endsBefore(x.tokens, i) ? shortDecade(x, i + 1) : null;
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

/** "gli anni '90". */
function shortDecade(x: DateContext, i: number): { first: number; to: number } | null {
  const n = wholeAt(x, i, /^\d0$/);
  return n === null ? null : { first: 1900 + n, to: i + 1 };
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
  const marked = keyAt(x, i + 1) === "'" ? i + 2 : i + 1;
  const at = ending && !ending.gap && x.c.ordinalEndings.has(keyAt(x, marked)) ? marked + 1 : i + 1;
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

export function centuryAt(x: DateContext, i: number): { n: number; to: number } | null {
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
      !(x.c.ordinalEndings.has(ending.key) || (ending.key === "." && !ending.gap))
    )
      return null;
    [n, at] = [Number(token.key), i + 2];
  }
  if (keyAt(x, at) === "-") at++;
  if (n < 1 || n >= MOST_CENTURIES) return null;
  const unit = x.w.units.longest(x.tokens, at);
  const listed = unit?.value === "century" && (!isPluralUnit(x, unit.to - 1) || endsList(x, i));
  return listed ? { n, to: unit.to } : leadsList(x, at) ? { n, to: at } : null;
}

const MOST_CENTURIES = 30;

/** "the 19th (and 20th centuries)": joined with another that is named with the plural. */
function leadsList(x: DateContext, i: number): boolean {
  const join = centuryJoin(x, i);
  const next = join === null ? null : placeInWords(x, skipArticle(x, join));
  const unit = next === null ? null : x.w.units.longest(x.tokens, next);
  return unit?.value === "century" && isPluralUnit(x, unit.to - 1);
}

/** "(the 19th and) 20th centuries". */
function endsList(x: DateContext, i: number): boolean {
  const at = x.w.articles.has(keyAt(x, i - 1)) ? i - 1 : i;
  return (
    centuryJoin(x, at - 1) === at && (x.w.ordinals.longest(x.tokens, at - 2) !== null || isEnding(x, at - 2))
  );
}

const isEnding = (x: DateContext, i: number): boolean =>
  x.tokens[i]?.gap === false && x.c.ordinalEndings.has(keyAt(x, i)) && x.tokens[i - 1]?.kind === NUMBER;

const centuryJoin = (x: DateContext, i: number): number | null =>
  x.c.numerals.and.has(keyAt(x, i)) ? i + 1 : (x.w.to.longest(x.tokens, i)?.to ?? null);

/** The token after an ordinal in words or digits. */
function placeInWords(x: DateContext, i: number): number | null {
  const word = x.w.ordinals.longest(x.tokens, i);
  return word?.to ?? (x.tokens[i]?.kind === NUMBER && isEnding(x, i + 1) ? i + 2 : null);
}
