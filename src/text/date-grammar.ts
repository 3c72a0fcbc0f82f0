import { dayFirst, monthFirst, numeric, quarter, season, shortNumeric, yearFirst } from "./date-calendar.ts";
import { clock } from "./date-clock.ts";
import type { DateContext, DateRead } from "./date-context.ts";
import { calendarDate, denseLength, quarterDate, withinShifted } from "./date-dense.ts";
import { holiday } from "./date-holidays.ts";
import { distance, duration, frequency } from "./date-lengths.ts";
import { bareDay, dayOfShifted, placeOf, weekFrom, weekNumber } from "./date-ordinals.ts";
import { keyAt, type Rule } from "./date-parts.ts";
import {
  currentUnit,
  dayWord,
  echoed,
  partOfDay,
  relative,
  shifted,
  vague,
  weekday,
} from "./date-relative.ts";
import { yearLike } from "./date-years.ts";
import { BREAK } from "./tokens.ts";

/** "early September", "the end of 1990", "mid-November": the modifier joins the period it stands before. */
const modified: Rule = (x, i) => {
  const current = currentUnit(x, i);
  if (current) return current;
  const found = x.w.modifier.longest(x.tokens, i) ?? x.w.partOf.longest(x.tokens, i);
  if (!found) return null;
  let at = found.to;
  if (keyAt(x, at) === "-") at++;
  if (x.tokens[at] === undefined) return null;
  const read = bare(x, at) ?? null;
  if (!read || read.counts || /^P|_REF$/.test(read.timex)) return null;
  return { ...read, from: i };
};

const RULES: readonly Rule[] = [
  relative,
  numeric,
  placeOf,
  weekFrom,
  shortNumeric,
  weekday,
  clock,
  dayOfShifted,
  holiday,
  dayFirst,
  monthFirst,
  quarter,
  yearFirst,
  shifted,
  echoed,
  dayWord,
  distance,
  season,
  frequency,
  weekNumber,
  yearLike,
  duration,
  partOfDay,
  bareDay,
  vague,
];

/** 去年, 去年上半年. */
const relativeDense: Rule = (x, i) => {
  const read = relative(x, i);
  return read && withinShifted(x, read);
};

const DENSE_RULES: readonly Rule[] = [
  numeric,
  relativeDense,
  calendarDate,
  quarterDate,
  weekday,
  clock,
  dayWord,
  holiday,
  denseLength,
  frequency,
  yearLike,
  vague,
];

/** The date at token `i` without a modifier before it. */
export function bare(x: DateContext, i: number): DateRead | null {
  if (x.tokens[i] === undefined) return null;
  if (x.c.pack.dense) return firstOf(DENSE_RULES, x, i);
  return firstOf(RULES, x, i);
}

function firstOf(rules: readonly Rule[], x: DateContext, i: number): DateRead | null {
  for (const rule of rules) {
    const read = rule(x, i);
    if (read) return read;
  }
  return null;
}

/** The date that starts at token `i`, by the first rule that fits. */
export function dateAt(x: DateContext, i: number): DateRead | null {
  const token = x.tokens[i]!;
  if (token.kind === BREAK) return null;
  return modified(x, i) ?? bare(x, i);
}
