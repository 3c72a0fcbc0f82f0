import { NUMBER, WORD } from "../tokens/token.ts";
import { dayFirst, monthFirst } from "./calendar.ts";
import { type DateContext, type DateRead, durationValue, shiftedPeriod } from "./context.ts";
import { dayOfName } from "./day-of-name.ts";
import { spanned } from "./lengths.ts";
import { joinerEnd } from "./lists.ts";
import {
  dayAt,
  endsPhrase,
  isPluralUnit,
  keyAt,
  make,
  type Rule,
  shiftAt,
  shiftBehind,
  skipArticle,
  yearAt,
} from "./parts.ts";
import {
  addMonths,
  dayPeriod,
  floating,
  isDay,
  monthPeriod,
  parseIso,
  quarterPeriod,
  seasonPeriod,
  yearPeriod,
} from "./periods.ts";
import { quarterAt } from "./quarters.ts";
import { namesYear } from "./reads.ts";

/** "last year", "this month", "next week", "la semana pasada"; the same with a month or a season. */
export const shifted: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const shift = shiftAt(x, start);
  if (shift) {
    const read =
      shiftedDay(x, i, shift) ?? shiftedThing(x, i, shift.to, shift.value) ?? sharedUnit(x, i, shift);
    if (read) return read;
  }
  const unit = x.c.pack.dates.shiftAfter ? unitOrSeason(x, start) : null;
  const post = unit && shiftBehind(x, unit.to);
  if (!unit || !post) return null;
  // "les années à venir": some of them.
  if (post.value !== 0 && isPluralUnit(x, unit.to - 1))
    return make(i, post.to, floating(durationValue("X", unit.value)));
  return shiftUnit(x, i, post.to, unit.value, post.value);
};

/** "ces derniers mois": a unit that is alike in both numbers, behind a word for several. */
const isSeveral = (x: DateContext, at: number, to: number): boolean =>
  x.w.alikeUnits.has(keyAt(x, to - 1)) && x.w.lengthWords.longest(x.tokens, at - 1)?.value === "X";

function unitOrSeason(x: DateContext, i: number): { value: string; to: number } | null {
  const unit = x.w.units.longest(x.tokens, i);
  const year = x.w.yearWords.longest(x.tokens, i);
  if (year && year.to > (unit?.to ?? i + 1)) return { value: "year", to: year.to };
  if (unit) return unit;
  const season = x.w.seasons.longest(x.tokens, i);
  if (season) return { value: `season ${season.value}`, to: season.to };
  const month = x.w.months.longest(x.tokens, i);
  return month && !isVerb(x, i, month.to) ? { value: `month ${month.value}`, to: month.to } : null;
}

/** "this may take longer": in small letters such a month ends its phrase. */
function isVerb(x: DateContext, i: number, to: number): boolean {
  const token = x.tokens[i]!;
  return x.c.vagueMonths.has(token.key) && token.caps === 0 && x.tokens[to]?.kind === WORD;
}

function shiftedThing(x: DateContext, from: number, at: number, shift: number): DateRead | null {
  const unit = unitOrSeason(x, at);
  const several = unit !== null && isSeveral(x, at, unit.to);
  if (!unit || several || isPluralUnit(x, unit.to - 1) || joinsUnit(x, unit.to)) return null;
  const year = unit.value === "year" ? yearAt(x, unit.to) : null;
  if (year !== null) return make(from, unit.to + 1, yearPeriod(year));
  if (/^(?:decade|century)$/.test(unit.value) && x.w.spanLast.longest(x.tokens, at - 1)?.to === at)
    return make(from, unit.to, spanned(x, { n: 1, unit: unit.value, to: unit.to }, shift), true);
  const month = unit.value === "month" ? monthOfName(x, unit.to) : null;
  const read = shiftUnit(x, from, month?.to ?? unit.to, month?.value ?? unit.value, shift);
  return read && possessed(x, read);
}

/** "the last quarter-century": the first of two units with a hyphen between them. */
const joinsUnit = (x: DateContext, i: number): boolean =>
  keyAt(x, i) === "-" && !x.tokens[i]!.gap && x.w.units.longest(x.tokens, i + 1) !== null;

/** "ce mois d'août", "this month of May": the name behind the unit. */
function monthOfName(x: DateContext, i: number): { value: string; to: number } | null {
  const of = x.w.join.longest(x.tokens, i);
  const month = of && keyAt(x, i) !== "," ? x.w.months.longest(x.tokens, of.to) : null;
  return month && { value: `month ${month.value}`, to: month.to };
}

/** "the month of September", "de maand september": a month behind the word for it. */
export const namedMonth: Rule = (x, i) => {
  const unit = x.w.units.longest(x.tokens, skipArticle(x, i));
  if (unit?.value !== "month" || isPluralUnit(x, unit.to - 1)) return null;
  const of = x.w.join.longest(x.tokens, unit.to);
  const at = of && keyAt(x, unit.to) !== "," ? of.to : unit.to;
  const month = x.tokens[at] && x.w.months.longest(x.tokens, at) ? monthFirst(x, at) : null;
  return month && /^(?:\d{4}|XXXX)-\d{2}$/.test(month.timex) ? { ...month, from: i } : null;
};

/** "this or next week": the unit stands behind the second word only. */
function sharedUnit(x: DateContext, from: number, first: { value: number; to: number }): DateRead | null {
  const at = joinerEnd(x, first.to);
  const second = at < 0 ? null : x.w.shift.longest(x.tokens, at);
  const unit = second && second.value !== first.value ? x.w.units.longest(x.tokens, second.to) : null;
  if (!unit || isPluralUnit(x, unit.to - 1)) return null;
  return shiftUnit(x, from, first.to, unit.value, first.value);
}

/** "el pasado 3 de mayo", "o próximo dia 12 de outubro": the last or the next day of that name or number. */
function shiftedDay(x: DateContext, from: number, shift: { value: number; to: number }): DateRead | null {
  const word = x.w.units.longest(x.tokens, shift.to);
  const at = word?.value === "day" && !isPluralUnit(x, word.to - 1) ? word.to : shift.to;
  if (x.tokens[at]?.kind !== NUMBER || shift.value === 0 || !x.ref) return null;
  const read = dayFirst(x, at);
  const day = read && read.from === at && !read.timex.includes("/") ? parseIso(read.start) : null;
  if (!read || !day) return at > shift.to ? dayOfNumber(x, from, at, shift.value) : null;
  if (namesYear(x, read)) return { ...read, from };
  const named = dayOfName(x.ref, day.m, day.d, shift.value);
  return named && { ...read, ...named, from };
}

/** "el pasado día 12", "no próximo dia 30": the last or the next day of that number. */
function dayOfNumber(x: DateContext, from: number, at: number, shift: number): DateRead | null {
  const day = dayAt(x, at);
  if (!day || !x.ref || !endsPhrase(x, day.to)) return null;
  const { y, m, d } = x.ref;
  const months = shift < 0 ? (day.d < d ? 0 : -1) : day.d > d ? 0 : 1;
  const month = addMonths({ y, m, d: 1 }, months);
  return isDay(month.y, month.m, day.d) ? make(from, day.to, dayPeriod({ ...month, d: day.d })) : null;
}

/** "this year and next", "cette semaine ou la prochaine": behind a joiner the unit is that of the member before. */
export function nextUnit(x: DateContext, before: DateRead, i: number): DateRead | null {
  if (i - before.to > MOST_JOINERS || !SHIFTED.test(before.timex) || joinerEnd(x, before.to) !== i)
    return null;
  const shift = x.w.shift.longest(x.tokens, skipArticle(x, i));
  const next = shift && x.tokens[shift.to];
  if (!shift || (next?.kind === WORD && !x.c.stop.has(next.key)) || next?.kind === NUMBER) return null;
  const unit = unitIn(x, before);
  return unit && unit.shift !== shift.value ? shiftUnit(x, i, shift.to, unit.value, shift.value) : null;
}

/** Tokens of ", or". */
const MOST_JOINERS = 2;

const SHIFTED = /^\d{4}(?:-\d{2}|-W\d{2}(?:-WE)?|-Q\d)?$/;

/** The unit that a read names beside the word that places it. */
function unitIn(x: DateContext, read: DateRead): { value: string; shift: number } | null {
  let unit: string | null = null;
  let shift: number | null = null;
  for (let i = read.from; i < read.to; i++) {
    unit ??= x.w.units.longest(x.tokens, i)?.value ?? null;
    shift ??= x.w.shift.longest(x.tokens, i)?.value ?? null;
  }
  return unit === null || shift === null ? null : { value: unit, shift };
}

/** "last year's third quarter", "this year's March". */
function possessed(x: DateContext, read: DateRead): DateRead {
  if (keyAt(x, read.to) !== "'" || keyAt(x, read.to + 1) !== "s" || read.timex.length !== 4) return read;
  const found = quarterAt(x, read.to + 2);
  if (found) return { ...read, ...quarterPeriod(Number(read.timex), found.q), to: found.to };
  const unit = x.w.units.longest(x.tokens, read.to + 2);
  if (unit?.value === "quarter" && x.quarter)
    return { ...read, ...quarterPeriod(Number(read.timex), x.quarter.q), to: unit.to };
  const month = x.w.months.longest(x.tokens, read.to + 2);
  return month ? { ...read, ...monthPeriod(Number(read.timex), month.value), to: month.to } : read;
}

export function shiftUnit(
  x: DateContext,
  from: number,
  to: number,
  unit: string,
  shift: number,
): DateRead | null {
  const ref = x.ref;
  if (!ref)
    return unit === "hour" || unit === "minute"
      ? null
      : make(from, to, floating(shift < 0 ? "PAST_REF" : shift > 0 ? "FUTURE_REF" : "PRESENT_REF"));
  const [kind, detail] = unit.split(" ") as [string, string | undefined];
  if (detail !== undefined) return shiftNamed(x, from, to, kind, detail, shift);
  if ((kind === "hour" || kind === "minute") && shift !== 0)
    return make(from, to, floating(durationValue(1, kind)));
  const period = shiftedPeriod(ref, kind, shift);
  return period && make(from, to, period);
}

function shiftNamed(
  x: DateContext,
  from: number,
  to: number,
  kind: string,
  detail: string,
  shift: number,
): DateRead {
  const ref = x.ref!;
  if (kind === "season") {
    const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[detail] ?? 1;
    const y =
      shift < 0
        ? ref.m >= start + 3
          ? ref.y
          : ref.y - 1
        : shift > 0
          ? ref.m < start
            ? ref.y
            : ref.y + 1
          : ref.y;
    return make(from, to, seasonPeriod(shift < 0 && ref.m > start + 2 ? ref.y : y, detail));
  }
  const m = Number(detail);
  const y = shift < 0 ? (m < ref.m ? ref.y : ref.y - 1) : shift > 0 ? (m > ref.m ? ref.y : ref.y + 1) : ref.y;
  const day = dayAt(x, to);
  const period =
    day && x.tokens[to]!.kind === NUMBER && isDay(y, m, day.d)
      ? dayPeriod({ y, m, d: day.d })
      : monthPeriod(y, m);
  return make(from, period.timex.length === 10 ? day!.to : to, period);
}
