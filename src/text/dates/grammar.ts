import type { Compiled } from "../pack/compile.ts";
import { BREAK } from "../tokens/token.ts";
import { accountYear } from "./account-years.ts";
import { distance } from "./away.ts";
import { bareDay } from "./bare-day.ts";
import { bareUnits } from "./bare-units.ts";
import { besideNamed } from "./beside.ts";
import { dayFirst, monthFirst, season } from "./calendar.ts";
import { clock } from "./clock.ts";
import type { DateContext, DateRead } from "./context.ts";
import { countedWeekday } from "./counted-weekdays.ts";
import { calendarDate } from "./dense.ts";
import { denseLength } from "./dense-lengths.ts";
import { decadeWithin, quarterDate, withinShifted } from "./dense-year.ts";
import { dayBeside } from "./distances.ts";
import { partsOfWeekday } from "./each.ts";
import { echoed, vague } from "./echoed.ts";
import { frequency } from "./frequency.ts";
import {
  BARE_DAY,
  CALENDAR,
  CLOCK,
  DAY_IN_LIST,
  DAY_OF_EACH,
  DAY_OF_HIJRI,
  DAY_OF_MONTH,
  DAY_OF_SHIFTED,
  DENSE_LENGTH,
  DENSE_QUARTER,
  DOTTED,
  HIJRI_YEAR,
  LENGTH,
  LENGTH_OR_FIRST,
  LENGTH_OR_WEEKDAY,
  NAMED,
  NUMERIC,
  PLACE,
  QUARTER,
  SLASHED,
  TIMES_PER,
  WEEKDAYS,
  YEAR,
  YEAR_FIRST,
} from "./gates.ts";
import { halfOf } from "./halves.ts";
import { hijriDate, hijriYear } from "./hijri.ts";
import { holiday } from "./holidays.ts";
import { duration, wholeUnit } from "./lengths.ts";
import { listedDay } from "./lists.ts";
import { mealtime } from "./meals.ts";
import { mixed } from "./mixed.ts";
import { monthNumeric } from "./month-numeric.ts";
import { nightBefore } from "./nights.ts";
import { dottedDay, namedDate, numeric, shortNumeric, yearFirst } from "./numeric.ts";
import { digitsOpening, Openers, type Opening, opening } from "./openers.ts";
import { dayOfShifted, placeBehindUnit, placeOf } from "./ordinals.ts";
import { keyAt, type Rule, skipArticle } from "./parts.ts";
import { quarter } from "./quarters.ts";
import { isDay } from "./reads.ts";
import { currentUnit, dayWord, partOfDate, partOfDay, relative } from "./relative.ts";
import { dayOfEach, oneInSome, placeOfEach, timesPer } from "./sets.ts";
import { namedMonth, shifted } from "./shifted.ts";
import { weekday } from "./weekday.ts";
import { weekendOf, weekFrom, weekNumber } from "./weeks.ts";
import { partOfWhole } from "./whole.ts";
import { dateWords } from "./words.ts";
import { yearLike } from "./years.ts";

/** "no início dos anos 80": a decade that its word leads. */
function decadeBehind(x: DateContext, i: number): DateRead | null {
  for (let at = i + 1; at <= i + DECADE_WORDS && x.tokens[at]; at++)
    if (x.w.decadeBefore.endsBefore(x.tokens, at)?.to === i) return yearLike(x, at);
  return null;
}

/** Most words before a decade in digits: "a década de". */
const DECADE_WORDS = 3;

/** "no fim de semana": the words are the name of a unit. */
function isUnit(x: DateContext, i: number, to: number): boolean {
  for (let at = i; at < to; at++) if ((x.w.units.longest(x.tokens, at)?.to ?? 0) > to) return true;
  return false;
}

/** "au plus tard le 31 mars": the words belong to the bound of the date behind them. */
const isBound = (x: DateContext, i: number, to: number): boolean =>
  [i - 1, i - 2].some(at => (x.w.clockBound.longest(x.tokens, at)?.to ?? 0) >= to);

/** "early September", "the end of 1990", "mid-November": the modifier joins the period it stands before. */
const modified: Rule = (x, i) => {
  const to = Math.max(x.w.modifier.longest(x.tokens, i)?.to ?? i, x.w.partOf.longest(x.tokens, i)?.to ?? i);
  if (to === i || isUnit(x, i, to)) return null;
  const current = currentUnit(x, i);
  if (current) return current;
  if (isBound(x, i, to)) return null;
  let at = to;
  if (keyAt(x, at) === "-") at++;
  if (x.tokens[at] === undefined) return null;
  const read = bare(x, at) ?? bare(x, skipArticle(x, at)) ?? decadeBehind(x, at);
  if (!read || read.counts || read.clock?.match(/^T\d/) || /^P|_REF$/.test(read.timex)) return null;
  if (to === i + 1 && isDay(read) && x.w.neverOfDays.has(keyAt(x, i))) return null;
  return { ...read, from: i };
};

/** "cette année civile": a phrase of its own, unless more words make a longer one. */
const placed: Rule = (x, i) => {
  const read = relative(x, i);
  const longer = read && shifted(x, i);
  return longer && longer.to > read.to ? longer : read;
};

const MODIFIED = opening(modified, "partOf", "modifier");

const RULES: readonly Opening[] = [
  MODIFIED,
  opening(placed, "relative"),
  digitsOpening(mixed, SLASHED, "months"),
  digitsOpening(numeric, NUMERIC),
  digitsOpening(monthNumeric, SLASHED),
  digitsOpening(halfOf, PLACE, "article", "quarters", "lastOf", "ordinals"),
  digitsOpening(timesPer, TIMES_PER, "number"),
  digitsOpening(oneInSome, LENGTH_OR_WEEKDAY, "number"),
  digitsOpening(placeOfEach, PLACE, "every", "article", "ordinals", "shift", "lastOf"),
  digitsOpening(dayOfEach, DAY_OF_EACH, "article", "ordinals"),
  digitsOpening(placeOf, PLACE, "article", "shift", "lastOf", "ordinals"),
  opening(placeBehindUnit, "article", "units"),
  digitsOpening(partOfWhole, LENGTH_OR_FIRST, "number", "article", "shift", "lastOf", "firstPart"),
  opening(dayBeside, "article", "units", "weekdays"),
  opening(besideNamed, "article", "beside"),
  opening(weekFrom, "weekFrom"),
  digitsOpening(countedWeekday, WEEKDAYS, "number", "agoBefore"),
  opening(weekendOf, "article", "units"),
  opening(namedMonth, "article", "units"),
  digitsOpening(namedDate, NAMED, "article"),
  digitsOpening(shortNumeric, SLASHED, "shift", "article"),
  digitsOpening(dottedDay, DOTTED),
  opening(partsOfWeekday, "weekdays"),
  opening(weekday, "article", "shift", "weekdayParts", "weekdays"),
  digitsOpening(clock, CLOCK, "number", "parts", "hourLeads", "meridiem", "hourWords", "article"),
  digitsOpening(dayOfShifted, DAY_OF_SHIFTED, "article", "ordinals"),
  opening(holiday, "article", "shift", "holidays"),
  digitsOpening(hijriDate, DAY_OF_HIJRI, "ordinals", "hijri"),
  digitsOpening(hijriYear, HIJRI_YEAR, "yearWords"),
  digitsOpening(dayFirst, DAY_OF_MONTH, "number", "article", "ordinals"),
  digitsOpening(listedDay, DAY_IN_LIST, "article", "ordinals"),
  opening(monthFirst, "months"),
  digitsOpening(
    quarter,
    QUARTER,
    "quarterLabels",
    "units",
    "letter",
    "article",
    "yearWords",
    "quarters",
    "lastOf",
  ),
  digitsOpening(yearFirst, YEAR_FIRST),
  opening(shifted, "article", "shift", "units", "seasons", "months"),
  opening(echoed, "echo", "article"),
  opening(wholeUnit, "whole", "same", "article"),
  opening(dayWord, "eitherDay", "days", "shift"),
  digitsOpening(distance, LENGTH, "number", "agoBefore", "lengthWords"),
  opening(mealtime, "article", "meals"),
  opening(season, "article", "seasons"),
  opening(frequency, "once", "frequency", "every", "alternate"),
  opening(weekNumber, "article", "weekLabel"),
  opening(accountYear, "article", "accountYears"),
  digitsOpening(
    yearLike,
    YEAR,
    "number",
    "roman",
    "article",
    "decades",
    "units",
    "ordinals",
    "yearWords",
    "ad",
  ),
  digitsOpening(
    duration,
    LENGTH,
    "number",
    "firstOf",
    "article",
    "shift",
    "lengthWords",
    "countedUnits",
    "countsBehind",
  ),
  opening(nightBefore, "article", "parts", "partsAlone"),
  opening(partOfDate, "article", "parts", "partsOfDate", "partsAlone"),
  opening(bareUnits, "units"),
  opening(partOfDay, "parts", "partsAlone"),
  digitsOpening(bareDay, BARE_DAY, "number"),
  opening(vague, "vague"),
];

/** 去年, 去年上半年. */
const relativeDense: Rule = (x, i) => {
  const read = relative(x, i);
  return read && withinShifted(x, read);
};

/** 이번 9월, 今年の夏, 次の週: a month, a season or a unit placed by the word before it. */
const shiftedDense: Rule = (x, i) => {
  const found = x.w.shift.longest(x.tokens, i);
  const month = found?.value === 0 ? calendarDate(x, found.to) : null;
  if (month && /^\d{4}-\d{2}$/.test(month.timex)) return { ...month, from: i };
  const read = shifted(x, i);
  return read && (decadeWithin(x, read) ?? read);
};

const DENSE_RULES: readonly Opening[] = [
  MODIFIED,
  digitsOpening(numeric, NUMERIC),
  opening(relativeDense, "relative"),
  digitsOpening(calendarDate, CALENDAR, "number", "dense", "eras"),
  opening(dayWord, "eitherDay", "days", "shift"),
  opening(shiftedDense, "shift"),
  opening(wholeUnit, "whole", "same"),
  digitsOpening(quarterDate, DENSE_QUARTER, "number", "dense", "quarters"),
  opening(weekday, "article", "shift", "weekdayParts", "weekdays"),
  digitsOpening(clock, CLOCK, "number", "parts", "hourLeads", "meridiem", "hourWords"),
  opening(holiday, "article", "shift", "holidays"),
  digitsOpening(denseLength, DENSE_LENGTH, "number", "shift", "lengthWords"),
  opening(frequency, "once", "frequency", "every"),
  opening(partOfDay, "parts", "partsAlone"),
  digitsOpening(yearLike, YEAR, "number", "roman", "article", "decades", "units", "ordinals", "yearWords"),
  opening(vague, "vague"),
];

const known = new WeakMap<Compiled, Openers>();

const HIJRI: ReadonlySet<Rule> = new Set([hijriDate, hijriYear]);

/** The rules of a language: those of a calendar that it does not name are left out. */
function rulesOf({ pack }: Compiled): readonly Opening[] {
  if (pack.dense) return DENSE_RULES;
  return RULES.filter(
    ({ rule }) =>
      (pack.dates.hijri !== undefined || !HIJRI.has(rule)) &&
      (pack.dates.shiftAfter === true || rule !== placeBehindUnit) &&
      (pack.dates.timesPer !== undefined || rule !== timesPer) &&
      (pack.dates.inEvery !== undefined || rule !== oneInSome),
  );
}

/** The rules of dates of a language by the words that open them. */
export function dateOpeners(c: Compiled): Openers {
  let found = known.get(c);
  if (!found) {
    found = new Openers(rulesOf(c), c, dateWords(c));
    known.set(c, found);
  }
  return found;
}

/** The date at token `i` without a modifier before it. */
function bare(x: DateContext, i: number): DateRead | null {
  if (x.tokens[i] === undefined) return null;
  for (const rule of x.openers.at(x.tokens, i)) {
    const read = rule === modified ? null : rule(x, i);
    if (read) return read;
  }
  return null;
}

/** The date that starts at token `i`, by the first rule that fits. */
export function dateAt(x: DateContext, i: number): DateRead | null {
  const token = x.tokens[i];
  if (token === undefined || token.kind === BREAK) return null;
  for (const rule of x.openers.at(x.tokens, i)) {
    const read = rule(x, i);
    if (read) return read;
  }
  return null;
}
