import { NUMBER } from "../tokens/token.ts";
import { looksAhead } from "./ahead.ts";
import { besideOther } from "./beside.ts";
import { dayFirst, monthFirst } from "./calendar.ts";
import { clockAt, onPublication } from "./clock.ts";
import { zoneEnd } from "./clock-parts.ts";
import { partValue } from "./clock-value.ts";
import { type DateContext, type DateRead, shiftedPeriod } from "./context.ts";
import { joined } from "./joined.ts";
import { numeric } from "./numeric.ts";
import { isPluralUnit, keyAt, make, type Rule, shiftBehind, skipArticle } from "./parts.ts";
import { addDays, type Day, dayPeriod, daysBetween, floating, isoOf, parseIso } from "./periods.ts";
import { isDay } from "./reads.ts";
import { weekday } from "./weekday.ts";

/** "in the morning", "dans l'après-midi": a part of the day of publication. */
export const partOfDay: Rule = (x, i) => {
  const alone = x.w.partsAlone.longest(x.tokens, i);
  // "na noite de 4 de março" tells the part of a day that follows.
  if (alone) return partOfDate(x, alone.to - 1) ? null : make(i, alone.to, floating(partValue(alone.value)));
  const part = x.w.parts.longest(x.tokens, i);
  const lead = part && x.w.partLeadBack.endsBefore(x.tokens, i);
  if (!lead || !/^(?:MO|AF|EV|NI)$/.test(part.value)) return null;
  return onPublication(x, lead.to, part.to, partValue(part.value));
};

/** "the night of 21 September", "am Abend des 4. Mai", "la noche del 4 de marzo". */
export const partOfDate: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const part =
    x.w.partsAlone.longest(x.tokens, i) ??
    x.w.partsOfDate.longest(x.tokens, start) ??
    x.w.parts.longest(x.tokens, start);
  if (!part || !/^(?:MO|AF|EV|NI)$/.test(part.value) || keyAt(x, part.to) === ",") return null;
  const alone = x.w.partsAlone.longest(x.tokens, i) ? x.w.dayLead.longest(x.tokens, part.to) : null;
  const of = x.w.join.longest(x.tokens, part.to) ?? alone;
  // "la notte tra lunedì e martedì".
  const between = of || part.value !== "NI" ? null : x.w.fromAhead.longest(x.tokens, part.to);
  // "na manhã desta terça-feira": the word that places the day holds the preposition.
  const first = x.c.pack.dates.partFirst === true || x.w.shift.longest(x.tokens, part.to)?.value === 0;
  if (!of && !between && !first) return null;
  const at = skipArticle(x, (of ?? between)?.to ?? part.to);
  const named = x.tokens[at] && (monthFirst(x, at) ?? dayFirst(x, at) ?? numeric(x, at));
  const day = named ?? (x.tokens[at] ? (weekday(x, at) ?? dayWord(x, at)) : null);
  const night = day && part.value === "NI" ? nightBetween(x, i, day) : null;
  if (night || between) return night;
  return day && isDay(day) ? { ...day, from: i, timex: day.timex + partValue(part.value) } : null;
};

/** "la nuit du 12 au 13 mai", "de lundi à mardi": the night between two days is that of the first. */
function nightBetween(x: DateContext, i: number, day: DateRead): DateRead | null {
  const both = day.timex.includes("/") ? day : joined(x, day);
  const [first, last] = [parseIso(both?.start), parseIso(both?.end)];
  const night = both !== null && first && last && daysBetween(first, last) === 1;
  return night ? { ...both, from: i, timex: `${both.start}TNI` } : null;
}

/** "end of the month", "later in the week": the unit of time that runs now. */
export const currentUnit: Rule = (x, i) => {
  const found = x.w.partOf.longest(x.tokens, i);
  const unit = found && x.w.units.longest(x.tokens, skipArticle(x, found.to));
  if (!found || !unit || !x.ref || !/^(?:day|week|month|quarter|year|decade|century)$/.test(unit.value))
    return null;
  const next = x.tokens[unit.to];
  const named = unit.value === "day" ? namedDay(x, unit.to) : null;
  if (named) return { ...named, from: i };
  if (isPluralUnit(x, unit.to - 1) || next?.key === "-" || next?.kind === NUMBER) return null;
  if (shiftBehind(x, unit.to)) return null;
  if (x.w.join.longest(x.tokens, unit.to) && next?.key !== ",") return null;
  const period = shiftedPeriod(x.ref, unit.value, 0);
  if (!period) return null;
  // "the rest of the year": what is left of it.
  const rest = x.w.restOf.longest(x.tokens, i) !== null && period.end >= isoOf(x.ref);
  return make(i, unit.to, rest ? { ...period, start: isoOf(x.ref) } : period);
};

/** "Friday evening": TIMEX3 appends the part of the day. */
export function withPart(x: DateContext, from: number, to: number, day: Day): DateRead {
  const part = clockAt(x, to) ? null : x.w.parts.longest(x.tokens, to);
  const period = dayPeriod(day);
  if (!part) return make(from, to, period);
  return make(from, zoneEnd(x, part.to), { ...period, timex: period.timex + partValue(part.value) });
}

/** "yesterday", "today", "tonight"; "last night", "this morning". */
export const dayWord: Rule = (x, i) => {
  const either = x.w.eitherDay.longest(x.tokens, i);
  if (either && x.ref)
    return withPart(x, i, either.to, addDays(x.ref, looksAhead(x, either.to) ? either.value : -either.value));
  const found = x.w.days.longest(x.tokens, i);
  // "hoje em dia" is no day.
  if (found && (x.w.vague.longest(x.tokens, i)?.to ?? 0) > found.to) return null;
  if (found && besideOther(x, i)) return null;
  if (found) {
    if (!x.ref)
      return make(
        i,
        found.to,
        floating(found.value === 0 ? "PRESENT_REF" : found.value < 0 ? "PAST_REF" : "FUTURE_REF"),
      );
    const read = withPart(x, i, found.to, addDays(x.ref, found.value));
    return keyAt(x, i) === "tonight" ? { ...read, timex: `${read.timex}TNI` } : read;
  }
  const shift = x.w.shift.longest(x.tokens, i);
  const part = shift && x.w.parts.longest(x.tokens, shift.to);
  if (!shift || !part || !x.ref) return null;
  const day = addDays(x.ref, shift.value);
  return make(i, part.to, { ...dayPeriod(day), timex: `${dayPeriod(day).timex}${partValue(part.value)}` });
};

/** "end of day tomorrow", "close of business on Thursday": the day whose end is meant. */
function namedDay(x: DateContext, i: number): DateRead | null {
  const at = keyAt(x, i) === "," ? i : (x.w.dayLead.longest(x.tokens, i)?.to ?? i);
  return x.tokens[at] === undefined ? null : (weekday(x, at) ?? dayWord(x, at));
}

/** Whole phrases for a period: 去年, "hier". */
export const relative: Rule = (x, i) => {
  const found = x.w.relative.longest(x.tokens, i);
  const parts = found && /^([a-z]+)([+-]?\d+)$/.exec(found.value);
  if (!found || !parts) return null;
  const n = Number(parts[2]);
  const named = parts[1] === "day" && n === 0 ? namedDay(x, found.to) : null;
  if (named) return { ...named, from: i };
  const period = x.ref ? shiftedPeriod(x.ref, parts[1]!, n) : null;
  return make(i, found.to, period ?? floating(n < 0 ? "PAST_REF" : n > 0 ? "FUTURE_REF" : "PRESENT_REF"));
};
