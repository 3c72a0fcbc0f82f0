import { readNumber } from "../numerals/numerals.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import {
  beforePartOfDay,
  halfOfDay,
  hourAt,
  isOneHour,
  minutesAt,
  secondsAt,
  startsDay,
  zoneEnd,
} from "./clock-parts.ts";
import { clockOf } from "./clock-range.ts";
import { type Clock, clockValue, within } from "./clock-value.ts";
import type { DateContext, DateRead } from "./context.ts";
import { awayAt, keyAt, make, type Rule } from "./parts.ts";
import { dayPeriod, floating } from "./periods.ts";
import { besideNoon, minutesSaid, partAfter, spokenAt, twelveAt } from "./spoken-clock.ts";

/** "0800 hours", "at 1430 hours", "1430 GMT": four digits with their mark or their zone behind them. */
function fourDigits(x: DateContext, i: number, to: number, led: boolean): number | null {
  const mark = x.w.fourDigitMarks.longest(x.tokens, to);
  if (mark) return led || keyAt(x, i)[0] === "0" ? mark.to : null;
  return zoneEnd(x, to) > to ? to : null;
}

/** "(vandaag) 20.30": such a number right behind its day. */
export function dottedTime(x: DateContext, i: number): Clock | null {
  const time = dottedAt(x, i, true);
  return time && bareHourFits(x, time.to) ? { ...time, told: time.h > 12 } : null;
}

/** Hour and minutes in one number, as in 8.30 or 1140. */
const SHORTEST = 3;

/** "8.30 p.m.", "14.30 Uhr", "alle 14.30", "1140 a.m.": hour and minutes in one number, where nothing else can be meant. */
function dottedAt(x: DateContext, i: number, led: boolean): { h: number; m: number; to: number } | null {
  const token = x.tokens[i];
  if (token?.kind !== NUMBER || token.key.length < SHORTEST) return null;
  const parts = /^(\d{1,2})[.h]([0-5]\d)$/.exec(token.key);
  const to = i + 1;
  const digits = /^([01]\d|2[0-4]|[1-9])([0-5]\d)$/.exec(token.key);
  // "830am", but no "830 a.m." nor "830 Uhr".
  const short = digits !== null && token.key.length === SHORTEST;
  if (short && (x.tokens[to]?.gap !== false || !halfOfDay(x, to))) return null;
  const sure =
    digits && (x.w.hourMarks.longest(x.tokens, to) ?? halfOfDay(x, to) ?? (led && token.key[0] === "0"));
  const military = digits && token.key.length > SHORTEST ? fourDigits(x, i, to, led) : null;
  if (military) return { h: Number(digits![1]), m: Number(digits![2]), to: military };
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
  if (named && (named.value === "MI" || named.value === "MN") && !hourBehind(x, named.to)) {
    const past = partAfter(x, named.to) ?? minutesSaid(x, named.to);
    const h = named.value === "MI" ? 12 : 24;
    if (past) return minutesOff(h, past);
    return { h, m: null, told: true, to: named.to };
  }
  const spoken = spokenAt(x, i);
  if (spoken) return withHalf(x, spoken);
  const front = halfOfDay(x, i);
  const start = front ? (x.w.clockLead.longest(x.tokens, front.to)?.to ?? front.to) : i;
  const noon = twelveAt(x, start);
  if (noon) return noon;
  const dotted = dottedAt(x, start, led || front !== null);
  const hour =
    dotted ?? hourAt(x, start, led || front !== null) ?? markedHour(x, start) ?? saidHour(x, start);
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
  if (mark && !dotted && lasts(x, i, hour, mark.to, led) && keyAt(x, hour.to) !== ":") return null;
  // "twee uur geleden": how long ago something was.
  if (mark && m === null && awayAt(x, mark.to) && x.w.units.longest(x.tokens, to)) return null;
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
  if (
    words &&
    (led ||
      front ||
      mark ||
      words.told ||
      words.m < 0 ||
      (weakly ? isSure(x, words.to) : halfOfDay(x, words.to)))
  ) {
    const [h, minutes] = words.m < 0 ? [hour.h - 1, 60 + words.m] : [hour.h, words.m];
    return withHalf(x, { h, m: minutes, told: false, to: words.to }, front);
  }
  const weak = !mark && m === null ? x.w.weakHours.longest(x.tokens, to) : null;
  const half = front ?? halfOfDay(x, weak?.to ?? pastMark(x, to));
  const daily = weak !== null && !half && !led && beforePartOfDay(x, weak.to);
  if (!half && !mark && m === null && !led && !daily) return null;
  if (weak && (half || led || daily)) to = weak.to;
  if (half && !front) to = half.to;
  // "tonight at 9 pm" tells it twice; of "this morning at 7 pm" the half beside the hour is sure.
  const again = front && halfOfDay(x, to);
  if (again) to = again.to;
  if (led && !half && !mark && m === null && !weak && !bareHourFits(x, to)) return null;
  if (half && hour.h > 12 && half.value === 0) return null;
  const sure = again ?? half;
  const h = sure ? within(hour.h, sure.value) : hour.h;
  return { h, m, s, told: half !== null || hour.h > 12, weak: weak !== null, to: zoneEnd(x, to) };
}

/** "9.am": a stop without a space before the half of the day. */
const pastMark = (x: DateContext, i: number): number =>
  keyAt(x, i) === "." &&
  !x.tokens[i]!.gap &&
  x.tokens[i + 1]?.gap === false &&
  /^[ap]m$/.test(keyAt(x, i + 1))
    ? i + 1
    : i;

/** "midi et quart", "minuit moins le quart": some minutes after noon or midnight, or before it. */
const minutesOff = (h: number, { m, to }: { readonly m: number; readonly to: number }): Clock => ({
  h: m < 0 ? h - 1 : h % 24,
  m: (m + 60) % 60,
  told: true,
  to,
});

/** 中午12点: an hour with its mark tells more than the part of the day before it. */
function hourBehind(x: DateContext, i: number): boolean {
  const hour = x.c.pack.dense ? hourAt(x, i, true) : null;
  return hour !== null && x.w.hourMarks.longest(x.tokens, hour.to) !== null;
}

/** "24 uur", "anderhalf uur", "minder dan 2 uur", "3 uur lang", "pendant 2h": a mark of the hour that is a unit too counts hours. */
function lasts(
  x: DateContext,
  i: number,
  hour: { readonly h: number; readonly m?: number | undefined; readonly to: number },
  to: number,
  led: boolean,
): boolean {
  if (x.c.pack.dense || x.w.units.longest(x.tokens, hour.to)?.value !== "hour") return false;
  if (hour.m !== undefined || hour.h === 24) return true;
  const bound = x.c.before.endsBefore(x.tokens, i);
  // "morgen voor 8 uur", "voor 10 uur 's ochtends": before a time, where one word says that and "for".
  const until = x.w.before.endsBefore(x.tokens, i) !== null && (led || halfOfDay(x, to) !== null);
  const told = x.w.lasting.endsBefore(x.tokens, i) !== null || x.w.lastVerbs.has(keyAt(x, i - 1));
  const lasting = hour.h <= 12 && !until && told;
  if ((bound && /^(?:under|over)$/.test(bound.value)) || lasting) return true;
  if ((!led || x.c.numerals.and.has(keyAt(x, to))) && minutesCounted(x, to)) return true;
  if (hour.h === 1 && isOneHour(x, i, to)) return true;
  return x.w.lastsBehind.longest(x.tokens, to) !== null;
}

/** "(8 h) et vingt minutes": minutes with their unit count, unless the half of the day stands behind them. */
function minutesCounted(x: DateContext, i: number): boolean {
  const at = x.c.numerals.and.has(keyAt(x, i)) ? i + 1 : i;
  const minutes = readNumber(x.tokens, at, x.c.numerals);
  const unit = minutes && x.w.units.longest(x.tokens, minutes.to);
  return unit?.value === "minute" && !halfOfDay(x, unit.to);
}

/** "neun Uhr", "six pm", साढ़े सात बजे: an hour in words with its mark or half of the day. */
function markedHour(x: DateContext, i: number): { h: number; m?: number | undefined; to: number } | null {
  if (x.c.pack.dense || x.tokens[i]?.kind !== WORD || !marksNear(x, i)) return null;
  const hour = hourAt(x, i, true);
  if (!hour) return null;
  const said = minutesSaid(x, hour.to);
  const told =
    x.w.hourMarks.longest(x.tokens, hour.to) ??
    halfOfDay(x, hour.to) ??
    (said && halfOfDay(x, said.to)) ??
    weaklyTold(x, hour.to);
  return told ? hour : null;
}

/** "üçe çeyrek var", "sekizi yirmi geçe": an hour by a word of its own with what is past it, or left to it. */
function saidHour(x: DateContext, i: number): { h: number; m?: number | undefined; to: number } | null {
  const named = x.w.hourWords.longest(x.tokens, i);
  if (!named) return null;
  const told = partAfter(x, named.to) !== null || minutesSaid(x, named.to)?.told === true;
  return told ? { h: named.value, to: named.to } : null;
}

/** "huit heures vingt", "huit heures 20 du soir": a mark that may count hours too is sure before minutes or the half of the day. */
function weaklyTold(x: DateContext, i: number): boolean | null {
  const weak = x.w.weakHours.longest(x.tokens, i);
  if (!weak) return null;
  const said = partAfter(x, weak.to) ?? minutesSaid(x, weak.to);
  if (beforePartOfDay(x, weak.to)) return true;
  return (halfOfDay(x, weak.to) ?? (said && isSure(x, said.to))) ? true : null;
}

/** Minutes without their unit, or with the half of the day behind them; "trois heures vingt minutes" is a length. */
const isSure = (x: DateContext, to: number): boolean =>
  halfOfDay(x, to) !== null || x.w.units.longest(x.tokens, to - 1)?.value !== "minute";

const HOUR_WORDS = 4;

/** Whether a mark of the hour may stand behind the next words: in some languages any word may open a number. */
function marksNear(x: DateContext, i: number): boolean {
  for (let at = i + 1; at <= i + HOUR_WORDS; at++) {
    if (x.w.hourEnds.has(keyAt(x, at))) return true;
  }
  return false;
}

/** An hour that only its case shows, or a word for "about" behind it: (bu akşam) 22'de, (yarın sabah) 8 civarında. */
export function casedHour(x: DateContext, i: number): Clock | null {
  const hour = hourAt(x, i, true);
  const shown =
    hour && (x.w.hourCases.longest(x.tokens, hour.to) ?? x.w.aroundAfter.longest(x.tokens, hour.to));
  return shown && clockOf(hour.h, hour.to);
}

/** The half of the day behind (or before) a time, if it is told. */
function withHalf(x: DateContext, c: Clock, front: { value: number } | null = null): Clock {
  const behind = front ? null : halfOfDay(x, c.to);
  const half = front ?? behind;
  if (!half) return c;
  return { ...c, h: within(c.h, half.value), told: true, to: behind?.to ?? c.to };
}

/** After a bare hour nothing may stand that it could count. */
export function bareHourFits(x: DateContext, to: number): boolean {
  const next = x.tokens[to];
  if (x.w.rangeClose?.longest(x.tokens, to) || x.w.hourCases.longest(x.tokens, to)) return true;
  if (!next || next.kind === SIGN)
    return next?.key !== "%" && next?.key !== "/" && next?.key !== "."
      ? true
      : x.tokens[to + 1]?.kind !== NUMBER && next?.key !== "%";
  return next.kind === WORD && (x.c.stop.has(next.key) || startsDay(x, to));
}

/** "las siete y media", "le sette meno un quarto": an article before an hour with its minutes. */
function articledTime(x: DateContext, i: number): Clock | null {
  const article = x.c.pack.dates.order === "mdy" ? null : x.w.article.longest(x.tokens, i);
  const time = article && clockAt(x, article.to, true);
  return time && time.m !== null && x.tokens[article.to]!.kind === WORD ? time : null;
}

export const clock: Rule = (x, i) => {
  const time = clockAt(x, i) ?? besideNoon(x, i) ?? articledTime(x, i);
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
