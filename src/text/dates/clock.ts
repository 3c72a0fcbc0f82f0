import { readDense } from "../numerals/dense.ts";
import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { keyAt, make, type Rule, wholeAt } from "./parts.ts";
import { dayPeriod, floating } from "./periods.ts";

/** A time of day: hours and minutes, whether the half of the day is told, and the token after it. */
export interface Clock {
  readonly h: number;
  readonly m: number | null;
  readonly s?: number | null;
  readonly told: boolean;
  /** Only a word that may also tell how long something took makes it a time. */
  readonly weak?: boolean;
  readonly to: number;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** TIMEX3 value of a time of day. */
export const clockValue = (c: Clock): string =>
  `T${two(c.h)}:${two(c.m ?? 0)}${c.s == null ? "" : `:${two(c.s)}`}`;

/** TIMEX3 value of a part of the day; noon and midnight are times. */
export const partValue = (part: string): string =>
  part === "MI" ? "T12:00" : part === "MN" ? "T24:00" : `T${part}`;

/** The token after a time zone: "EST", "Pacific time"; a short form needs its capitals, and a name no noun behind it. */
function zoneEnd(x: DateContext, i: number): number {
  const found = x.w.zones.longest(x.tokens, i);
  if (!found) return i;
  const next = x.tokens[found.to];
  const named = found.value === "name" && (found.to > i + 1 || next?.kind !== WORD || x.c.stop.has(next.key));
  return named || (found.value === "caps" && x.tokens[i]!.caps === 2) ? found.to : i;
}

/** "a.m.", "p. m.", "de la tarde", 下午 beside an hour: 0 for the first half of the day, 12 for the second. */
function halfOfDay(x: DateContext, i: number): { value: number; to: number } | null {
  const found = x.w.meridiem.longest(x.tokens, i);
  if (!found) return null;
  const stop =
    keyAt(x, found.to) === "." && x.tokens[found.to]?.gap === false && keyAt(x, found.to - 1) === "m";
  return { value: found.value, to: stop ? found.to + 1 : found.to };
}

const within = (hour: number, half: number): number => (hour > 12 ? hour : (hour % 12) + half);

/** A number of minutes after the hour and its mark: 14:05, 14h30, 3点半, 5 Uhr 30. */
function minutesAt(x: DateContext, i: number, marked: boolean): { m: number; to: number } | null {
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
  const mark = x.w.minuteMarks.longest(x.tokens, to);
  if (!mark && x.c.pack.dense) return null;
  return { m: digits, to: mark?.to ?? to };
}

/** 23秒 after the minutes. */
function secondsAt(x: DateContext, i: number): { s: number; to: number } | null {
  const read = readDense(x.tokens, i, x.c.numerals);
  const unit = read && x.w.units.longest(x.tokens, read.to);
  return read && unit?.value === "second" && read.value < 60 ? { s: read.value, to: unit.to } : null;
}

/** The hour at token `i` in digits, or in words where the language is written without spaces. */
function hourAt(
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
  // "ocho y media" is read as eight and a half.
  const part = { 0: undefined, 0.5: 30, 0.25: 15 }[read.value - h];
  if (h !== read.value && (part === undefined || x.c.pack.dense)) return null;
  return { h, m: part, to: read.to };
}

/** "(vandaag) 20.30": such a number right behind its day. */
export function dottedTime(x: DateContext, i: number): Clock | null {
  const time = dottedAt(x, i, true);
  return time && bareHourFits(x, time.to) ? { ...time, told: time.h > 12 } : null;
}

/** "8.30 p.m.", "14.30 Uhr", "alle 14.30", "1140 a.m.": hour and minutes in one number, where nothing else can be meant. */
function dottedAt(x: DateContext, i: number, led: boolean): { h: number; m: number; to: number } | null {
  const token = x.tokens[i];
  const parts = token?.kind === NUMBER ? /^(\d{1,2})[.h]([0-5]\d)$/.exec(token.key) : null;
  const to = i + 1;
  const digits = token?.kind === NUMBER ? /^([01]\d|2[0-4])([0-5]\d)$/.exec(token.key) : null;
  const sure =
    digits && (x.w.hourMarks.longest(x.tokens, to) ?? halfOfDay(x, to) ?? (led && token!.key[0] === "0"));
  if (digits && sure) return { h: Number(digits[1]), m: Number(digits[2]), to };
  if (!parts || Number(parts[1]) > 24) return null;
  const marked = x.w.hourMarks.longest(x.tokens, to) ?? halfOfDay(x, to);
  const italian = led && x.c.pack.numbers.decimal === ",";
  return marked || italian ? { h: Number(parts[1]), m: Number(parts[2]), to } : null;
}

/**
 * A time of day at token `i`: with minutes, with a mark of the hour ("14 Uhr", 3時), or with its half of the day ("5 p.m.", 下午3点).
 * `led`: a word that leads to times stands before, so that a bare hour will do.
 */
export function clockAt(x: DateContext, i: number, led = false): Clock | null {
  const named = x.w.parts.longest(x.tokens, i);
  if (named && (named.value === "MI" || named.value === "MN"))
    return { h: named.value === "MI" ? 12 : 24, m: null, told: true, to: named.to };
  const spoken = spokenAt(x, i);
  if (spoken) return withHalf(x, spoken);
  const front = halfOfDay(x, i);
  const start = front ? (x.w.clockLead.longest(x.tokens, front.to)?.to ?? front.to) : i;
  const noon = twelveAt(x, start);
  if (noon) return noon;
  const dotted = dottedAt(x, start, led || front !== null);
  const hour = dotted ?? hourAt(x, start, led || front !== null) ?? markedHour(x, start);
  if (!hour) return null;
  let to = hour.to;
  let m: number | null = hour.m ?? null;
  let s: number | null = null;
  const colon = x.tokens[to];
  const next = x.tokens[to + 1];
  if (colon?.key === ":" && !colon.gap && next?.kind === NUMBER && !next.gap && /^[0-5]\d$/.test(next.key)) {
    [m, to] = [Number(next.key), to + 2];
    if (keyAt(x, to) === ":" && /^[0-5]\d$/.test(keyAt(x, to + 1)) && !x.tokens[to]!.gap)
      [s, to] = [Number(keyAt(x, to + 1)), to + 2];
  }
  const mark =
    m === null || x.c.pack.dense ? x.w.hourMarks.longest(x.tokens, to) : x.w.hourMarks.longest(x.tokens, to);
  // 3時間, "4 hs." against a length of time: the longer word wins.
  if (mark && (x.w.units.longest(x.tokens, to)?.to ?? 0) > mark.to) return null;
  // "twee uur geleden": how long ago something was.
  if (mark && m === null && x.w.after.longest(x.tokens, mark.to) && x.w.units.longest(x.tokens, to))
    return null;
  if (mark) {
    to = mark.to;
    const more = m === null ? minutesAt(x, to, true) : null;
    if (more) [m, to] = [more.m, more.to];
    const rest = x.c.pack.dense ? secondsAt(x, to) : null;
    if (rest) [s, to] = [rest.s, rest.to];
  }
  const weakly = mark ? null : x.w.weakHours.longest(x.tokens, to);
  const said = m === null ? partAfter(x, weakly?.to ?? to) : null;
  // "1 hora y media" is a length without a word that leads to times.
  const part = said && (!weakly || led || front || said.m < 0 || halfOfDay(x, said.to)) ? said : null;
  if (part && (part.m > 0 || hour.h > 0))
    return withHalf(
      x,
      { h: part.m < 0 ? hour.h - 1 : hour.h, m: (part.m + 60) % 60, told: false, to: part.to },
      front,
    );
  const words = m === null ? minutesSaid(x, mark?.to ?? x.w.weakHours.longest(x.tokens, to)?.to ?? to) : null;
  if (words && (led || front || mark || words.m < 0 || halfOfDay(x, words.to))) {
    const [h, minutes] = words.m < 0 ? [hour.h - 1, 60 + words.m] : [hour.h, words.m];
    return withHalf(x, { h, m: minutes, told: false, to: words.to }, front);
  }
  const weak = !mark && m === null ? x.w.weakHours.longest(x.tokens, to) : null;
  const half = front ?? halfOfDay(x, weak?.to ?? to);
  if (!half && !mark && m === null && !led) return null;
  if (weak && (half || led)) to = weak.to;
  if (half && !front) to = half.to;
  if (led && !half && !mark && m === null && !weak && !bareHourFits(x, to)) return null;
  if (half && hour.h > 12 && half.value === 0) return null;
  const h = half ? within(hour.h, half.value) : hour.h;
  return { h, m, s, told: half !== null || hour.h > 12, weak: weak !== null, to: zoneEnd(x, to) };
}

/** "neun Uhr", "six pm", साढ़े सात बजे: an hour in words with its mark or half of the day. */
function markedHour(x: DateContext, i: number): { h: number; m?: number | undefined; to: number } | null {
  if (x.c.pack.dense || x.tokens[i]?.kind !== WORD || !marksNear(x, i)) return null;
  const hour = hourAt(x, i, true);
  return hour && (x.w.hourMarks.longest(x.tokens, hour.to) ?? halfOfDay(x, hour.to)) ? hour : null;
}

const HOUR_WORDS = 3;

/** Whether a mark of the hour may stand behind the next words: in some languages any word may open a number. */
function marksNear(x: DateContext, i: number): boolean {
  for (let at = i + 1; at <= i + HOUR_WORDS; at++) {
    if (x.w.hourEnds.has(keyAt(x, at))) return true;
  }
  return false;
}

/** An hour that only its case shows: (bu akşam) 22'de. */
export function casedHour(x: DateContext, i: number): Clock | null {
  const hour = hourAt(x, i, true);
  return hour && x.w.hourCases.longest(x.tokens, hour.to) ? clockOf(hour.h, hour.to) : null;
}

/** "12 noon", "12 midnight". */
function twelveAt(x: DateContext, i: number): Clock | null {
  const part = keyAt(x, i) === "12" ? x.w.parts.longest(x.tokens, i + 1) : null;
  if (part?.value !== "MI" && part?.value !== "MN") return null;
  return { h: part.value === "MI" ? 12 : 24, m: null, told: true, to: part.to };
}

/** "y media", "et quart", "menos cuarto" behind an hour: minutes after it, or before it when negative. */
function partAfter(x: DateContext, i: number): { m: number; to: number } | null {
  const found = x.w.hourParts.longest(x.tokens, i);
  return found && { m: found.value, to: found.to };
}

/** "two thirty", "ocho y diez", "sept heures vingt-sept minutes": minutes by their number, less than ten only with their unit. */
function minutesSaid(x: DateContext, i: number): { m: number; to: number } | null {
  if (x.c.pack.dense) return null;
  const at = x.c.numerals.and.has(keyAt(x, i)) ? i + 1 : i;
  const token = x.tokens[at];
  if (token?.kind !== WORD && (token?.kind !== NUMBER || !/^[0-5]\d$/.test(token.key))) return null;
  const read = readNumber(x.tokens, at, x.c.numerals);
  if (!read || read.high !== null || !Number.isInteger(read.value) || read.value < 1 || read.value > 59)
    return null;
  const tail = x.w.minuteTails.longest(x.tokens, read.to);
  if (tail) return { m: tail.value * read.value, to: tail.to };
  const unit = x.w.units.longest(x.tokens, read.to);
  if (unit?.value === "minute") return { m: read.value, to: unit.to };
  // "between 10 and 11" are two hours.
  const said = !unit && (token.kind === WORD ? read.value >= 10 : at > i && read.value > 24);
  return said && bareHourFits(x, read.to) ? { m: read.value, to: read.to } : null;
}

/** "half past seven", "halb acht", "viertel vor drei", "20 past eight": what is said before the hour. */
function spokenAt(x: DateContext, i: number): Clock | null {
  const lead = x.w.hourLeads.longest(x.tokens, i);
  const minutes = lead ? null : minutesBefore(x, i);
  const at = lead?.to ?? minutes?.to;
  const shift = lead?.value ?? minutes?.m;
  const hour = at === undefined ? null : hourAt(x, at, true);
  if (!hour || shift === undefined || hour.h > 24 || (shift < 0 && hour.h === 0)) return null;
  const mark = x.w.hourMarks.longest(x.tokens, hour.to);
  return { h: shift < 0 ? hour.h - 1 : hour.h, m: (shift + 60) % 60, told: false, to: mark?.to ?? hour.to };
}

/** "20 min past", "ten to": minutes and the word that sets them after or before an hour. */
function minutesBefore(x: DateContext, i: number): { m: number; to: number } | null {
  if (!x.c.pack.dates.clock?.past) return null;
  const read = readNumber(x.tokens, i, x.c.numerals);
  if (!read || !Number.isInteger(read.value) || read.value < 1 || read.value > 59 || read.high !== null)
    return null;
  const unit = x.w.units.longest(x.tokens, read.to);
  const named = unit?.value === "minute";
  const link = x.w.minutesLinks.longest(x.tokens, named ? unit.to : read.to);
  if (!link) return null;
  const hour = named ? null : hourAt(x, link.to, true);
  // "10 to 4 pm" is a range or a score: without their unit, minutes are told by "past" only.
  const told =
    hour !== null && (x.w.hourMarks.longest(x.tokens, hour.to) !== null || halfOfDay(x, hour.to) !== null);
  return named || (told && link.value > 0) ? { m: link.value * read.value, to: link.to } : null;
}

/** The half of the day behind (or before) a time, if it is told. */
function withHalf(x: DateContext, c: Clock, front: { value: number } | null = null): Clock {
  const half = front ?? halfOfDay(x, c.to);
  if (!half) return c;
  return { ...c, h: within(c.h, half.value), told: true, to: "to" in half ? (half.to as number) : c.to };
}

/** After a bare hour nothing may stand that it could count. */
function bareHourFits(x: DateContext, to: number): boolean {
  const next = x.tokens[to];
  if (x.w.rangeClose?.longest(x.tokens, to) || x.w.hourCases.longest(x.tokens, to)) return true;
  if (!next || next.kind === SIGN)
    return next?.key !== "%" && next?.key !== "/" && next?.key !== "."
      ? true
      : x.tokens[to + 1]?.kind !== NUMBER && next?.key !== "%";
  return next.kind === WORD && x.c.stop.has(next.key);
}

/** "las siete y media", "le sette meno un quarto": an article before an hour with its minutes. */
function articledTime(x: DateContext, i: number): Clock | null {
  const article = x.w.article.longest(x.tokens, i);
  const time = article && clockAt(x, article.to, true);
  return time && time.m !== null && x.tokens[article.to]!.kind === WORD ? time : null;
}

export const clock: Rule = (x, i) => {
  const time = clockAt(x, i) ?? articledTime(x, i);
  return time && onPublication(x, i, time.to, clockValue(time));
};

/** A time alone is one of the day of publication. */
export function onPublication(x: DateContext, from: number, to: number, value: string): DateRead {
  if (!x.ref) return { ...make(from, to, floating(value)), clock: value };
  const period = dayPeriod(x.ref);
  const timex = value
    .split("/")
    .map(part => period.timex + part)
    .join("/");
  return { ...make(from, to, { ...period, timex }), clock: value };
}

/** "5 to 6pm", "between 7:00 and 8:00", "10h-12h": two times, of which the first may be a bare hour. */
export function clockRange(
  x: DateContext,
  i: number,
  opened: boolean,
  loose = false,
  afterDay = false,
): { value: string; to: number } | null {
  const first = clockAt(x, i, true) ?? bareHour(x, i);
  if (!first) return null;
  const join = x.w.clockJoin.longest(x.tokens, first.to);
  if (!join || (!opened && x.c.numerals.and.has(keyAt(x, first.to)))) return null;
  const second = clockAt(x, join.to, true);
  if (!second) return null;
  const told = first.m !== null && second.m !== null;
  const hours = opened && (told || (first.weak && second.weak && Math.max(first.h, second.h) > 6));
  const closes =
    afterDay &&
    (x.w.rangeClose?.longest(x.tokens, second.to) != null ||
      x.w.hourCases.longest(x.tokens, second.to) !== null);
  const sure = loose || hours || closes || clockAt(x, join.to) || clockAt(x, i);
  if (!sure) return null;
  const [a, b] = sameHalf(first, second);
  if (a === b && (first.m ?? 0) >= (second.m ?? 0)) return null;
  const close = x.w.rangeClose?.longest(x.tokens, second.to) ?? x.w.behind.longest(x.tokens, second.to);
  const value = `${clockValue({ ...first, h: a })}/${clockValue({ ...second, h: b })}`;
  const takes = opened || x.c.pack.dense || x.w.rangeClose !== null;
  return { value, to: takes ? (close?.to ?? second.to) : second.to };
}

/** "(Monday) 11-4", "(next Friday) 6-8": two bare hours behind their day, the second after the first or in the second half of the day. */
export function bareHours(x: DateContext, i: number): { value: string; to: number } | null {
  const [first, second] = [wholeAt(x, i, /^\d{1,2}$/), wholeAt(x, i + 2, /^\d{1,2}$/)];
  const dash = x.tokens[i + 1];
  if (first === null || second === null || dash?.key !== "-" || dash.gap !== x.tokens[i + 2]!.gap)
    return null;
  const hours = first >= 1 && first <= 24 && second >= 1 && second <= 24;
  const fits = first < second || (first >= 6 && first <= 12 && second <= 6);
  if (!hours || !fits || !bareHourFits(x, i + 3)) return null;
  const [a, b] = sameHalf(clockOf(first, i), clockOf(second, i));
  return { value: `T${two(a)}:00/T${two(b)}:00`, to: i + 3 };
}

const clockOf = (h: number, to: number): Clock => ({ h, m: null, told: h > 12, to });

/** The hours of two times of which one may leave out its half of the day: 5 to 6 pm, 午後5時から6時, 10:30 to 3. */
function sameHalf(first: Clock, second: Clock): readonly [number, number] {
  if (second.told && !first.told && first.h + 12 <= second.h && second.h >= 12)
    return [first.h + 12, second.h];
  const later = !second.told && second.h < 12 && minutesOf(second) <= minutesOf(first);
  return [first.h, later ? second.h + 12 : second.h];
}

const minutesOf = (c: Clock): number => c.h * 60 + (c.m ?? 0);

function bareHour(x: DateContext, i: number): Clock | null {
  const hour = hourAt(x, i, true);
  return hour && { h: hour.h, m: null, told: hour.h > 12, to: hour.to };
}
