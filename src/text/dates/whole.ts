import { readNumber } from "../numerals/numerals.ts";
import type { DateContext } from "./context.ts";
import { dayAway, durationValue } from "./context.ts";
import { type Length, lengthAt } from "./lengths.ts";
import { weekOfYear, wholeOf } from "./ordinals.ts";
import { make, type Rule, skipArticle } from "./parts.ts";
import { addDays, isoOf, type Period, parseIso } from "./periods.ts";

/** Which end of a whole a word points at: -1 its last part, 1 its first. */
function endAt(x: DateContext, i: number): { sign: number; to: number } | null {
  const first = x.w.firstPart.longest(x.tokens, i);
  if (first) return { sign: 1, to: first.to };
  const shift = x.w.shift.longest(x.tokens, i);
  const last = x.w.lastOf.longest(x.tokens, i) ?? (shift && shift.value < 0 ? shift : null);
  return last && { sign: -1, to: last.to };
}

/** "les trois premiers mois (de 2015)": the word for the first behind its number. */
function firstAmong(x: DateContext, i: number): Length | null {
  const first = x.w.firstPart.longest(x.tokens, i + 1);
  const number = first && readNumber(x.tokens, i, x.c.numerals);
  const unit = number?.to === i + 1 ? x.w.units.longest(x.tokens, first!.to) : null;
  return unit && Number.isInteger(number!.value) && number!.value > 1
    ? { n: number!.value, unit: unit.value, to: unit.to, shift: 1 }
    : null;
}

/** "the last four months of 2021", "les 3 dernières semaines de l'année": the parts at one end of a month or year. */
export const partOfWhole: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const end = endAt(x, start);
  const length = lengthAt(x, end?.to ?? start) ?? (end ? null : firstAmong(x, start));
  if (!length || length.n === "X" || length.article) return null;
  const sign = end?.sign ?? length.shift ?? 0;
  const whole = sign === 0 ? null : wholeOf(x, length.to);
  const period = whole && partsAt(whole.period, sign, length.n, length.unit);
  return period && { ...make(i, whole.to, period, true), length: { n: length.n, unit: length.unit } };
};

/** The first or last `n` units of a period. */
export function partsAt(whole: Period, sign: number, n: number, unit: string): Period | null {
  const [first, last] = [parseIso(whole.start), parseIso(whole.end)];
  if (!first || !last) return null;
  if (unit === "week" && /^\d{4}$/.test(whole.timex)) return weeksAt(Number(whole.timex), sign, n);
  const far = sign > 0 ? dayAway(first, unit, n) : dayAway(addDays(last, 1), unit, -n);
  if (!far) return null;
  const timex = durationValue(n, unit);
  return sign > 0
    ? { timex, start: whole.start, end: isoOf(addDays(far, -1)) }
    : { timex, start: isoOf(far), end: whole.end };
}

/** "the first two weeks of 2021": weeks of the calendar, of which the first holds the first Thursday (ISO 8601). */
function weeksAt(year: number, sign: number, n: number): Period | null {
  const week = weekOfYear(year, sign > 0 ? 1 : -1);
  const edge = parseIso(sign > 0 ? week.start : week.end);
  if (!edge) return null;
  const timex = durationValue(n, "week");
  return sign > 0
    ? { timex, start: week.start, end: isoOf(addDays(edge, 7 * n - 1)) }
    : { timex, start: isoOf(addDays(edge, 1 - 7 * n)), end: week.end };
}
