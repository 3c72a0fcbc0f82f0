import { readDense } from "../numerals/dense.ts";
import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { keyAt, skipArticle, skipJoin, wholeAt } from "./parts.ts";

/** The token after a time zone: "EST", "Pacific time"; a short form needs its capitals, and a name no noun behind it. */
export function zoneEnd(x: DateContext, i: number): number {
  if (keyAt(x, i) === "(") {
    const inside = zoneEnd(x, i + 1);
    return inside > i + 1 && keyAt(x, inside) === ")" ? inside + 1 : i;
  }
  const apart = keyAt(x, i) === ",";
  const at = apart ? skipArticle(x, i + 1) : i;
  const found = x.w.zones.longest(x.tokens, at);
  if (!found || (apart && (found.value !== "name" || found.to < at + 2))) return i;
  const next = x.tokens[found.to];
  const named =
    found.value === "name" && (found.to > at + 1 || next?.kind !== WORD || x.c.stop.has(next.key));
  const short = x.tokens[at]!;
  const code =
    found.value === "caps" &&
    (short.caps === 2 || ((short.key.length > 2 || isMeridiem(x, at - 1)) && !x.c.stop.has(short.key)));
  return named ? found.to : code ? offsetEnd(x, found.to) : i;
}

/** "9am et": behind the half of the day a short form is a zone in small letters too. */
const isMeridiem = (x: DateContext, i: number): boolean => /^[ap]m$/.test(keyAt(x, i));

/** "UTC+8", "GMT-5:30": hours, and minutes, behind the name of a zone. */
function offsetEnd(x: DateContext, i: number): number {
  const [sign, hours] = [x.tokens[i], x.tokens[i + 1]];
  if (!sign || sign.gap || !/^[+-]$/.test(sign.key) || hours?.kind !== NUMBER || hours.gap) return i;
  if (!/^\d{1,2}$/.test(hours.key)) return i;
  const minutes = keyAt(x, i + 2) === ":" && !x.tokens[i + 2]!.gap && /^[0-5]\d$/.test(keyAt(x, i + 3));
  return minutes ? i + 4 : i + 2;
}

/** "a.m.", "p. m.", "de la tarde", 下午 beside an hour: 0 for the first half of the day, 12 for the second. */
export function halfOfDay(x: DateContext, i: number): { value: number; to: number } | null {
  const found = x.w.meridiem.longest(x.tokens, i);
  if (!found) return null;
  // "p.m.", and "p . m ." in a text of words apart.
  const apart = keyAt(x, found.to - 2) === "." && x.tokens[found.to - 2]!.gap;
  const stop =
    keyAt(x, found.to) === "." && (!x.tokens[found.to]!.gap || apart) && keyAt(x, found.to - 1) === "m";
  return { value: found.value, to: stop ? found.to + 1 : found.to };
}

/** A number of minutes after the hour and its mark: 14:05, 14h30, 3点半, 5 Uhr 30. */
export function minutesAt(x: DateContext, i: number, marked: boolean): { m: number; to: number } | null {
  const token = x.tokens[i];
  if (!token) return null;
  const half = marked ? x.w.clockHalf.longest(x.tokens, i) : null;
  if (half) return { m: 30, to: half.to };
  if (!marked) return null;
  const read = x.c.numerals.dense ? readDense(x.tokens, i, x.c.numerals) : null;
  const digits =
    (token.kind === NUMBER && /^[0-5]\d$/.test(token.key) ? Number(token.key) : null) ??
    (read && Number.isInteger(read.value) ? read.value : null);
  if (digits === null || digits > 59 || digits < 0) return null;
  const to = read && token.kind !== NUMBER ? read.to : i + 1;
  // "17h 27 décembre" tells a day behind the hour.
  if (token.gap && x.w.months.longest(x.tokens, skipJoin(x, to))) return null;
  const mark = x.w.minuteMarks.longest(x.tokens, to);
  if (!mark && x.c.pack.dense) return null;
  return { m: digits, to: mark?.to ?? to };
}

/** 23秒 after the minutes. */
export function secondsAt(x: DateContext, i: number): { s: number; to: number } | null {
  const read = readDense(x.tokens, i, x.c.numerals);
  const unit = read && x.w.units.longest(x.tokens, read.to);
  return read && unit?.value === "second" && read.value < 60 ? { s: read.value, to: unit.to } : null;
}

/** The hour at token `i` in digits, or in words where the language is written without spaces. */
export function hourAt(
  x: DateContext,
  i: number,
  words: boolean,
): { h: number; m?: number | undefined; to: number } | null {
  const digits = wholeAt(x, i, /^\d{1,2}$/);
  if (digits !== null) return digits <= 24 ? { h: digits, to: i + 1 } : null;
  if (!words && !x.c.pack.dense) return null;
  const named = words ? x.w.hourWords.longest(x.tokens, i) : null;
  if (named) return { h: named.value, to: named.to };
  const token = x.tokens[i];
  if (!token || token.kind === NUMBER || token.kind === SIGN) return null;
  const read = x.c.numerals.dense
    ? readDense(x.tokens, i, x.c.numerals)
    : token.kind === WORD
      ? readNumber(x.tokens, i, x.c.numerals)
      : null;
  if (!read || read.value < 0 || read.value > 24 || read.high !== null) return null;
  const h = Math.floor(read.value);
  if (h === 0 && read.value > 0) return null;
  // "tussen half tien en half elf": the half belongs to the second hour.
  const next = read.value > h ? x.w.hourLeads.longest(x.tokens, read.to - 1) : null;
  if (next && x.c.numerals.and.has(keyAt(x, read.to - 2)) && hourAt(x, next.to, true))
    return { h, to: read.to - 2 };
  // "ocho y media" is read as eight and a half, पौने आठ as a quarter less than eight.
  const part = 60 * (read.value - h);
  if (part !== 0 && (part % 15 !== 0 || x.c.pack.dense)) return null;
  return { h, m: part === 0 ? undefined : part, to: read.to };
}

/** "een uur tot twee uur", "tussen een uur en twee uur", but not "een uur en een kwartier". */
const opensRange = (x: DateContext, i: number, to: number): boolean =>
  x.w.to.longest(x.tokens, to) !== null &&
  (!x.c.numerals.and.has(keyAt(x, to)) || x.w.from.endsBefore(x.tokens, i) !== null);

/** "10 heures mercredi matin": a day with its morning or evening behind the hours. */
export function beforePartOfDay(x: DateContext, i: number): boolean {
  const day = x.w.weekdays.longest(x.tokens, i) ?? x.w.days.longest(x.tokens, i);
  const part = day ? x.w.parts.longest(x.tokens, day.to) : null;
  const named = part ? null : x.w.relative.longest(x.tokens, i);
  return (
    /^(?:MO|AF|EV|NI)$/.test(part?.value ?? "") ||
    /^(?:morning|afternoon|evening|night)/.test(named?.value ?? "")
  );
}

/** "entre 7 et 9 hier soir": a word for a day counts nothing before it. */
export const startsDay = (x: DateContext, i: number): boolean =>
  [x.w.days, x.w.relative, x.w.weekdays, x.w.shift].some(words => words.longest(x.tokens, i) !== null);

/** "een uur", "van een uur": one of them is a length where no word leads to a time, nor a half of the day tells it. */
export const isOneHour = (x: DateContext, i: number, to: number): boolean =>
  !x.w.clockLeadBack.endsBefore(x.tokens, i) &&
  !opensRange(x, i, to) &&
  x.w.to.longest(x.tokens, i - 1)?.to !== i &&
  !halfOfDay(x, to) &&
  !startsDay(x, to);
