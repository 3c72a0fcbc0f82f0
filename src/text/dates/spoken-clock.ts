import { readNumber } from "../numerals/numerals.ts";
import type { NumberRead } from "../numerals/read.ts";
import { NUMBER, WORD } from "../tokens/token.ts";
import { bareHourFits } from "./clock.ts";
import { halfOfDay, hourAt } from "./clock-parts.ts";
import type { Clock } from "./clock-value.ts";
import type { DateContext } from "./context.ts";
import { keyAt } from "./parts.ts";

/** "12 noon", "12 midnight". */
export function twelveAt(x: DateContext, i: number): Clock | null {
  const part = keyAt(x, i) === "12" ? x.w.parts.longest(x.tokens, i + 1) : null;
  if (part?.value !== "MI" && part?.value !== "MN") return null;
  return { h: part.value === "MI" ? 12 : 24, m: null, told: true, to: part.to };
}

/** "two hours before noon", "30 minutes after midnight". */
export function besideNoon(x: DateContext, i: number): Clock | null {
  const read = readNumber(x.tokens, i, x.c.numerals);
  const unit = read && Number.isInteger(read.value) ? x.w.units.longest(x.tokens, read.to) : null;
  if (unit?.value !== "hour" && unit?.value !== "minute") return null;
  const link = x.w.minutesLinks.longest(x.tokens, unit.to);
  const part = link && x.w.parts.longest(x.tokens, link.to);
  if (!link || (part?.value !== "MI" && part?.value !== "MN")) return null;
  const minutes =
    (part.value === "MI" ? 720 : 1440) + link.value * read!.value * (unit.value === "hour" ? 60 : 1);
  return minutes < 0 ? null : { h: Math.floor(minutes / 60) % 24, m: minutes % 60, told: true, to: part.to };
}

/** "y media", "et quart", "menos cuarto" behind an hour: minutes after it, or before it when negative. */
export function partAfter(x: DateContext, i: number): { m: number; to: number } | null {
  const found = x.w.hourParts.longest(x.tokens, i);
  return found && { m: found.value, to: found.to };
}

/** "two thirty", "ocho y diez", "sept heures vingt-sept minutes": minutes by their number, less than ten only with their unit. */
export function minutesSaid(x: DateContext, i: number): { m: number; to: number; told?: boolean } | null {
  if (x.c.pack.dense) return null;
  const at = x.c.numerals.and.has(keyAt(x, i)) ? i + 1 : i;
  const token = x.tokens[at];
  if (token?.kind !== WORD && (token?.kind !== NUMBER || !/^[0-5]\d$/.test(token.key))) return null;
  const read = readNumber(x.tokens, at, x.c.numerals);
  if (!read || read.high !== null || !Number.isInteger(read.value) || read.value > 59) return null;
  if (read.value < 1) return at === i ? minutesLeft(x, i, read) : null;
  const tail = x.w.minuteTails.longest(x.tokens, read.to);
  if (tail) return { m: tail.value * read.value, to: tail.to, told: true };
  const unit = x.w.units.longest(x.tokens, read.to);
  if (unit?.value === "minute") return { m: read.value, to: unit.to };
  // "between 10 and 11" are two hours.
  const said = !unit && (token.kind === WORD ? read.value >= 10 : at > i && read.value > 24);
  return said && (bareHourFits(x, read.to) || halfOfDay(x, read.to) !== null)
    ? { m: read.value, to: read.to }
    : null;
}

/** "(trois heures) moins dix", "(las tres) menos diez": minutes that are left to the hour. */
function minutesLeft(x: DateContext, i: number, read: NumberRead): { m: number; to: number } | null {
  if (read.value < -30 || read.value > -1 || x.tokens[i]?.kind !== WORD) return null;
  const unit = x.w.units.longest(x.tokens, read.to);
  if (unit ? unit.value !== "minute" : !bareHourFits(x, read.to)) return null;
  return { m: read.value, to: unit?.to ?? read.to };
}

/** "half past seven", "halb acht", "viertel vor drei", "20 past eight": what is said before the hour. */
export function spokenAt(x: DateContext, i: number): Clock | null {
  const lead = x.w.hourLeads.longest(x.tokens, i);
  const minutes = lead ? null : minutesBefore(x, i);
  // "vijf voor half acht", "fünf nach halb acht".
  const half = minutes ? x.w.hourLeads.longest(x.tokens, minutes.to) : null;
  const at = lead?.to ?? half?.to ?? minutes?.to;
  const shift = lead?.value ?? (minutes && minutes.m + (half?.value ?? 0));
  const hour = at === undefined ? null : hourAt(x, at, true);
  if (!hour || shift == null || hour.h > 24 || (shift < 0 && hour.h === 0)) return null;
  const mark = x.w.hourMarks.longest(x.tokens, hour.to);
  return { h: shift < 0 ? hour.h - 1 : hour.h, m: (shift + 60) % 60, told: false, to: mark?.to ?? hour.to };
}

/** "half acht" is half an hour before eight. */
const HALF_TO = -30;

/** "20 min past", "ten to": minutes and the word that sets them after or before an hour. */
function minutesBefore(x: DateContext, i: number): { m: number; to: number } | null {
  const words = x.c.pack.dates.clock;
  if (!words?.past && !words?.before) return null;
  const read = readNumber(x.tokens, i, x.c.numerals);
  if (!read || !Number.isInteger(read.value) || read.value < 1 || read.value > 59 || read.high !== null)
    return null;
  const unit = x.w.units.longest(x.tokens, read.to);
  const named = unit?.value === "minute";
  const link = x.w.minutesLinks.longest(x.tokens, named ? unit.to : read.to);
  if (!link) return null;
  const half = x.w.hourLeads.longest(x.tokens, link.to);
  if (half && half.value === HALF_TO && hourAt(x, half.to, true))
    return { m: link.value * read.value, to: link.to };
  const hour = named ? null : hourAt(x, link.to, true);
  // "10 to 4 pm" is a range or a score: without their unit, minutes are told by "past" only.
  const told =
    hour !== null && (x.w.hourMarks.longest(x.tokens, hour.to) !== null || halfOfDay(x, hour.to) !== null);
  const joins = link.value < 0 && x.w.clockJoin.longest(x.tokens, named ? unit.to : read.to) !== null;
  const led = !joins && x.w.clockLeadBack.endsBefore(x.tokens, i) !== null;
  // "10 past 9", "vijf voor twaalf": minutes are said in fives.
  const toHour = link.value < 0 && words.fivesBefore === true;
  const fives = (link.value > 0 || toHour) && !joins && read.value % 5 === 0 && read.value < 30;
  const fits = hour !== null && (bareHourFits(x, hour.to) || (led && toHour));
  if (fives && fits && hour.h > 0 && hour.h <= 12) return { m: link.value * read.value, to: link.to };
  const sure = named || (told && !joins) || (led && hour !== null && bareHourFits(x, hour.to));
  return sure ? { m: link.value * read.value, to: link.to } : null;
}
