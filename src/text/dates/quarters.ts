import { NUMBER, WORD } from "../tokens/token.ts";
import { type DateContext, yearNear } from "./context.ts";
import {
  fullYear,
  keyAt,
  make,
  type Rule,
  shiftBehind,
  skipArticle,
  skipJoin,
  wholeAt,
  yearAfter,
  yearAt,
} from "./parts.ts";
import { type Day, floating, halfPeriod, quarterPeriod } from "./periods.ts";

/** "third quarter", "Q3", "first half", with a year before or after. */
export const quarter: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const fiscal = x.w.yearWords.longest(x.tokens, start);
  const lead = fiscal && keyAt(x, start) === "fiscal" ? fiscal.to : start;
  const before = yearAt(x, lead) ?? gluedYear(x, lead);
  const at = before !== null ? lead + 1 : lead;
  const found = quarterAt(x, at) ?? digitFirst(x, at) ?? lastPart(x, at);
  if (!found) return null;
  const year =
    before !== null
      ? { y: before, to: found.to }
      : (yearAfter(x, found.to) ?? shortYearAfter(x, found.to) ?? ofTheYear(x, found));
  const y = year?.y ?? (x.ref ? quarterYear(x.ref, found.q, found.half) : null);
  const to = year?.to ?? found.to;
  if (y === null) return make(i, to, floating(`XXXX-${found.half ? "H" : "Q"}${found.q}`));
  if (!found.half) x.quarter = { y, q: found.q, at: i };
  return make(i, to, found.half ? halfPeriod(y, found.q) : quarterPeriod(y, found.q));
};

/** "2016Q1": the year with the letter glued to it. */
const gluedYear = (x: DateContext, i: number): number | null =>
  isLetter(x, i + 1) && wholeAfterLetter(x, i + 2) !== null ? wholeAt(x, i, /^(?:19|20)\d{2}$/) : null;

const isLetter = (x: DateContext, i: number): boolean =>
  /^[qh]$/.test(keyAt(x, i)) && x.tokens[i]!.gap === false && x.tokens[i]!.caps > 0;

/** "1Q 2019", "2H19": the number before its letter. */
function digitFirst(x: DateContext, i: number): { q: number; half: boolean; to: number } | null {
  const q = isLetter(x, i + 1) ? wholeAt(x, i, /^[1-4]$/) : null;
  const half = keyAt(x, i + 1) === "h";
  return q !== null && (!half || q <= 2) ? { q, half, to: i + 2 } : null;
}

/** "(1Q)19". */
function shortYearAfter(x: DateContext, i: number): { y: number; to: number } | null {
  if (!isLetter(x, i - 1) || x.tokens[i]?.gap !== false || !/^\d{2}$/.test(keyAt(x, i))) return null;
  return { y: fullYear(Number(keyAt(x, i))), to: i + 1 };
}

/** "the final quarter of 2018", "the last half of the year": the last part of a year that is named. */
function lastPart(x: DateContext, i: number): { q: number; half: boolean; to: number } | null {
  const last = x.w.lastOf.longest(x.tokens, i);
  const unit = last && x.w.units.longest(x.tokens, last.to);
  if (unit?.value !== "quarter" && unit?.value !== "half") return null;
  const half = unit.value === "half";
  const found = { q: half ? 2 : 4, half, to: unit.to };
  const of = skipJoin(x, unit.to);
  return (of > unit.to || yearAt(x, of) !== null) && (yearAfter(x, unit.to) ?? ofTheYear(x, found))
    ? found
    : null;
}

/** "of the year" after a quarter or half. */
function ofTheYear(
  x: DateContext,
  found: { q: number; half: boolean; to: number },
): { y: number; to: number } | null {
  const at = skipArticle(x, skipJoin(x, found.to));
  const unit = at > found.to ? x.w.units.longest(x.tokens, at) : null;
  if (unit?.value !== "year" || !x.ref || x.tokens[unit.to]?.kind === NUMBER) return null;
  // "el segundo semestre del año pasado".
  const shift = shiftBehind(x, unit.to);
  if (shift) return { y: x.ref.y + shift.value, to: shift.to };
  return { y: quarterYear(x.ref, found.q, found.half), to: unit.to };
}

/** A quarter or half year by its ordinal, at token `i`; `ofYear`: its year stands before it. */
export function quarterAt(
  x: DateContext,
  i: number,
  ofYear = false,
): { q: number; half: boolean; to: number } | null {
  const short = x.tokens[i];
  const label = x.w.quarterLabels.longest(x.tokens, i);
  const beside = (): boolean => ofYear || hasYearBeside(x, i);
  const labelled = label && (label.to - i > 1 || short!.key.length > 1 || short!.caps > 0 || beside());
  const numbered = labelled ? wholeAfterLetter(x, label.to) : null;
  if (numbered !== null && numbered >= 1 && numbered <= 4)
    return { q: numbered, half: false, to: label!.to + 1 };
  const small = short?.caps === 0 && beside();
  if (short?.kind === WORD && (short.key === "q" || short.key === "h") && (short.caps > 0 || small)) {
    const q = wholeAfterLetter(x, i + 1);
    const half = short.key === "h";
    return q !== null && q >= 1 && q <= (half ? 2 : 4) ? { q, half, to: i + 2 } : null;
  }
  const ordinal = x.w.quarters.longest(x.tokens, i) ?? digitOrdinal(x, i);
  if (!ordinal) return x.c.pack.dates.shiftAfter ? quarterBehind(x, i) : null;
  let at = ordinal.to;
  if (keyAt(x, at) === "-") at++;
  if (keyAt(x, at) === "fiscal") at++;
  const unit = x.w.units.longest(x.tokens, at);
  if (unit?.value === "quarter" && ordinal.value <= 4) return { q: ordinal.value, half: false, to: unit.to };
  if (unit?.value === "half" && ordinal.value <= 2) return { q: ordinal.value, half: true, to: unit.to };
  return null;
}

/** "النصف الأول", "الربع الثالث": the ordinal stands behind its noun. */
function quarterBehind(x: DateContext, i: number): { q: number; half: boolean; to: number } | null {
  const unit = x.w.units.longest(x.tokens, i);
  const half = unit?.value === "half";
  if (!unit || (!half && unit.value !== "quarter")) return null;
  const ordinal = x.w.quarters.longest(x.tokens, unit.to);
  return ordinal && ordinal.value <= (half ? 2 : 4) ? { q: ordinal.value, half, to: ordinal.to } : null;
}

/** "q1 of 2019", "2019 q1", "2019-q1": a small letter counts beside a year. */
function hasYearBeside(x: DateContext, i: number): boolean {
  return (
    yearAt(x, i - 1) !== null ||
    (keyAt(x, i - 1) === "-" && yearAt(x, i - 2) !== null) ||
    yearAfter(x, i + 2) !== null
  );
}

function digitOrdinal(x: DateContext, i: number): { value: number; to: number } | null {
  const token = x.tokens[i];
  const next = x.tokens[i + 1];
  if (
    token?.kind !== NUMBER ||
    !/^[1-4]$/.test(token.key) ||
    !next ||
    next.gap ||
    !x.c.ordinalEndings.has(next.key)
  )
    return null;
  return { value: Number(token.key), to: i + 2 };
}

function wholeAfterLetter(x: DateContext, i: number): number | null {
  const token = x.tokens[i];
  return token?.kind === NUMBER && !token.gap && /^\d$/.test(token.key) ? Number(token.key) : null;
}

/** The year whose quarter (or half) lies nearest to the day of publication. */
export function quarterYear(ref: Day, q: number, half: boolean): number {
  return yearNear(ref, half ? q * 6 - 3 : q * 3 - 1, 15);
}
