import { WORD } from "../tokens/token.ts";
import { bareHourFits, clockAt } from "./clock.ts";
import { hourAt } from "./clock-parts.ts";
import { type Clock, clockValue, two } from "./clock-value.ts";
import type { DateContext } from "./context.ts";
import { ablative } from "./named-days.ts";
import { keyAt, wholeAt } from "./parts.ts";

/** The first hour at which a day of work or a meeting begins. */
const EARLIEST = 7;

/** "5 to 6pm", "between 7:00 and 8:00", "10h-12h": two times, of which the first may be a bare hour. */
export function clockRange(
  x: DateContext,
  i: number,
  opened: boolean,
  loose = false,
  afterDay = false,
): { value: string; to: number } | null {
  const first = clockAt(x, i, true) ?? bareHour(x, i) ?? dottedStart(x, i);
  if (!first) return null;
  // "beşten yediye kadar": the case of the first tells that it begins the range.
  const cased = x.tokens[first.to - 1]!.kind === WORD && ablative(x, first.to) ? { to: first.to } : null;
  const join = x.w.clockJoin.longest(x.tokens, first.to) ?? cased;
  if (!join || (!opened && x.c.numerals.and.has(keyAt(x, first.to)))) return null;
  const last = clockAt(x, join.to, true);
  if (!last) return null;
  // "10 to 12 in the morning": the range ends at noon.
  const second = last.told && last.h === 0 && first.h > 0 && first.h < 12 ? { ...last, h: 12 } : last;
  const told = first.m !== null && second.m !== null;
  const hours = opened && (told || (first.weak && second.weak && Math.max(first.h, second.h) > 6));
  const closes =
    (afterDay || told) &&
    (x.w.rangeClose?.longest(x.tokens, second.to) != null ||
      (afterDay && x.w.hourCases.longest(x.tokens, second.to) !== null));
  // "17 heures à 19 heures": lengths would not say their unit twice, nor end in the evening.
  const twice = first.weak && second.weak && EARLIEST <= first.h && first.h < second.h && second.h < 24;
  const sure =
    loose || hours || twice || closes || (afterDay && told) || clockAt(x, join.to) || clockAt(x, i);
  if (!sure) return null;
  // "de 5 heures à 19 heures": an hour of the second half of the day leaves nothing out.
  const ofDay = first.weak === true && Number(keyAt(x, join.to)) > 12;
  const [a, b] = ofDay ? [first.h, second.h] : sameHalf(first, second);
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

export const clockOf = (h: number, to: number): Clock => ({ h, m: null, told: h > 12, to });

/** The hours of two times of which one may leave out its half of the day: 5 to 6 pm, 午後5時から6時, 10:30 to 3. */
function sameHalf(first: Clock, second: Clock): readonly [number, number] {
  if (second.told && !first.told && first.h + 12 <= second.h && second.h >= 12)
    return [first.h + 12, second.h];
  // "from 20:00 to 6:00": half a day later is no later than the first, so that the night lies between.
  const late = minutesOf(second) + 12 * 60;
  const later =
    !second.told && second.h < 12 && minutesOf(second) <= minutesOf(first) && late > minutesOf(first);
  return [first.h, later ? second.h + 12 : second.h];
}

const minutesOf = (c: Clock): number => c.h * 60 + (c.m ?? 0);

/** "9.30-4.30 pm": the half of the day behind the second time tells what the first is. */
function dottedStart(x: DateContext, i: number): Clock | null {
  const parts = /^(\d{1,2})\.([0-5]\d)$/.exec(keyAt(x, i));
  const join = parts && Number(parts[1]) <= 24 ? x.w.clockJoin.longest(x.tokens, i + 1) : null;
  const second = join && clockAt(x, join.to);
  return second?.told && second.m !== null
    ? { h: Number(parts![1]), m: Number(parts![2]), told: Number(parts![1]) > 12, to: i + 1 }
    : null;
}

function bareHour(x: DateContext, i: number): Clock | null {
  const hour = hourAt(x, i, true);
  return hour && { h: hour.h, m: null, told: hour.h > 12, to: hour.to };
}
