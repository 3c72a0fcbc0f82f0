import { BREAK } from "../tokens/token.ts";
import { clockAt, onPublication } from "./clock.ts";
import { clockValue } from "./clock-value.ts";
import { type DateContext, type DateRead, dayAway, shiftedPeriod } from "./context.ts";
import { unitsAt } from "./dense-lengths.ts";
import { dateAt } from "./grammar.ts";
import { type Length, lengthAt, wholeLength } from "./lengths.ts";
import { ablative as isAblative } from "./named-days.ts";
import { awayAt, isPluralUnit, keyAt, make, type Rule, skipArticle } from "./parts.ts";
import {
  addDays,
  type Day,
  dayPeriod,
  isoOf,
  monthPeriod,
  type Period,
  parseIso,
  weekdayOf,
  yearPeriod,
} from "./periods.ts";
import { isDay } from "./reads.ts";

/** "after" behind a day: कल के बाद 3 दिन. */
function afterDay(x: DateContext, i: number): { to: number } | null {
  const found = x.w.behind.longest(x.tokens, i);
  return found?.value === "after" ? found : null;
}

/** 明日から3週間, 내일부터 3주: the day that a length after "from" leads to. */
function distanceBehind(x: DateContext, i: number): DateRead | null {
  if (x.w.rangeClose === null) return null;
  const day = dateAt(x, i);
  const join =
    day && isDay(day)
      ? (x.w.to.longest(x.tokens, day.to) ??
        afterDay(x, day.to) ??
        ablative(x, day.to) ??
        afterFeast(x, i, day.to))
      : null;
  const from = join && x.c.pack.dense ? denseDistance(x, day!, join.to) : null;
  if (from) return make(i, from.to, from);
  const away = join && keyAt(x, day!.to) !== "-" ? awayFrom(x, day!, join.to) : null;
  if (away) return make(i, away.to, away);
  const length = join && keyAt(x, day!.to) !== "-" ? dateAt(x, join.to) : null;
  if (length && x.w.rangeClose.longest(x.tokens, length.to)) return null;
  const start = length?.length ? parseIso(day!.start) : null;
  const moved = start && dayAway(start, length!.length!.unit, length!.length!.n);
  if (!moved) return null;
  const less = isLess(x.c.after.longest(x.tokens, length!.to));
  return make(i, less?.to ?? length!.to, less ? upTo(start!, moved) : dayPeriod(moved));
}

/** 크리스마스 2주 전: a length right behind a holiday. */
const afterFeast = (x: DateContext, i: number, to: number): { to: number } | null =>
  x.c.pack.dense && x.w.holidays.longest(x.tokens, i)?.to === to ? { to } : null;

/** "bugünden 3 gün sonra": a day in the case that tells from where. */
function ablative(x: DateContext, i: number): { to: number } | null {
  return isAblative(x, i) ? { to: i } : null;
}

/** "dünden iki gün önce", "bugünden sonraki iki gün", कल से तीन दिन बाद: a length with the word that leads from the day. */
function awayFrom(x: DateContext, day: DateRead, at: number): (Period & { to: number }) | null {
  const ahead = x.w.shift.longest(x.tokens, at);
  const length = ahead?.value === 0 ? null : wholeLength(x, ahead?.to ?? at);
  const way = length && (ahead ?? awayAt(x, length.to));
  const start = way && length.n !== "X" && !length.parts ? parseIso(day.start) : null;
  const moved = start && dayAway(start, length!.unit, way!.value * (length!.n as number));
  return moved && { ...dayPeriod(moved), to: ahead ? length!.to : way!.to };
}

/** 今日から2日後, 今日から2週間以上前: a length behind a day, and which way it leads from it. */
function denseDistance(x: DateContext, day: DateRead, at: number): (Period & { to: number }) | null {
  const length = unitsAt(x, at);
  const bound = length && x.c.after.longest(x.tokens, length.to);
  const way = length && awayAt(x, bound?.to ?? length.to);
  const start = way && length.n !== "X" ? parseIso(day.start) : null;
  const moved = start && dayAway(start, length!.unit, way!.value * (length!.n as number));
  return moved && { ...dayPeriod(moved), to: way!.to };
}

/** "two weeks after Monday", "3 days from Tuesday": a length of time and the day it is counted from. */
export function distanceFrom(x: DateContext, i: number): DateRead | null {
  const behindDay = distanceBehind(x, i);
  if (behindDay) return behindDay;
  const length = lengthAt(x, i) ?? theDay(x, i);
  if (!length || length.n === "X" || !Number.isInteger(length.n)) return null;
  const link = x.w.distanceLinks.longest(x.tokens, length.to);
  const token = link && x.tokens[link.to];
  if (!link || !token || token.kind === BREAK) return null;
  const moment = momentFrom(x, i, length, link);
  if (moment) return moment;
  const day = isChained(x, link.to) ? null : dateAt(x, link.to);
  const far = day && periodAway(day, length.unit, link.value * length.n);
  if (far) return make(i, day.to, far);
  const start = day && isDay(day) ? parseIso(day.start) : null;
  const moved = start && dayAway(start, length.unit, link.value * length.n);
  if (!moved) return null;
  const whole = length.article && length.unit !== "day" && isArticled(x, i);
  if (whole) return make(i, day!.to, shiftedPeriod(start, length.unit, link.value)!);
  const less = link.value > 0 ? isLess(x.c.before.endsBefore(x.tokens, i)) : null;
  if (less) return make(less.to, day!.to, upTo(start, moved));
  const on = weekdayFrom(x, day!.to, moved);
  return make(i, on?.to ?? day!.to, dayPeriod(on?.day ?? moved));
}

/** "(two months from today) on Tuesday": the first such weekday from there. */
function weekdayFrom(x: DateContext, i: number, from: Day): { day: Day; to: number } | null {
  const lead = keyAt(x, i) === "," ? null : x.w.dayLead.longest(x.tokens, i);
  const named = lead && x.w.weekdays.longest(x.tokens, lead.to);
  return named && { day: addDays(from, (named.value - weekdayOf(from) + 7) % 7), to: named.to };
}

/** "two years after 2011", "a month before May 2019": a year or month counted from one. */
function periodAway(from: DateRead, unit: string, n: number): Period | null {
  const start = parseIso(from.start);
  const fits = from.timex.length === 4 ? /^(?:year|decade|century)$/ : /^(?:year|month)$/;
  if (!start || !/^\d{4}(?:-\d{2})?$/.test(from.timex) || !fits.test(unit)) return null;
  const day = dayAway(start, unit, n);
  return day && (from.timex.length === 4 ? yearPeriod(day.y) : monthPeriod(day.y, day.m));
}

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60 };

const DAY = 24 * 60;

/** "30 minutes après 15h", "two hours before midnight": a time of day by what lies between. */
function momentFrom(
  x: DateContext,
  i: number,
  { n, unit }: Length,
  link: { value: number; to: number },
): DateRead | null {
  const factor = MINUTES[unit];
  const at = factor === undefined ? link.to : skipArticle(x, link.to);
  const led = factor === undefined ? null : clockAt(x, at, true);
  const time = led && (led.told || led.weak || led.m !== null || clockAt(x, at)) ? led : null;
  if (!time) return null;
  const sum = time.h * 60 + (time.m ?? 0) + link.value * factor! * Number(n);
  if (sum < 0 || sum >= 2 * DAY) return null;
  const rest = sum % DAY;
  const value = clockValue({ h: Math.floor(rest / 60), m: rest % 60, told: true, to: time.to });
  return onPublication(x, i, time.to, value);
}

/** "the day before Christmas", "the week after Easter": one day or week, where a day stands behind. */
function theDay(x: DateContext, i: number): Length | null {
  const article = x.w.article.longest(x.tokens, i);
  const unit = article && x.w.units.longest(x.tokens, article.to);
  return unit && /^(?:day|week)$/.test(unit.value) && !isPluralUnit(x, unit.to - 1)
    ? { n: 1, unit: unit.value, to: unit.to, article: true }
    : null;
}

/** "The week after the week after": a day that is counted from is not counted itself, or a long run of them would be read from each. */
function isChained(x: DateContext, i: number): boolean {
  const article = x.w.article.longest(x.tokens, i);
  const named = article && x.w.weekdays.longest(x.tokens, article.to);
  const to = (lengthAt(x, i) ?? theDay(x, i) ?? named)?.to;
  return to !== undefined && x.w.distanceLinks.longest(x.tokens, to) !== null;
}

/** "the week", where "a week" counts one. */
const isArticled = (x: DateContext, i: number): boolean => lengthAt(x, i) === null;

/** The day or week beside a day, which no length opens. */
export const dayBeside: Rule = (x, i) => weekdayBeside(x, i) ?? (theDay(x, i) ? distanceFrom(x, i) : null);

/** "the Monday before Christmas", "the Friday after 3 May". */
function weekdayBeside(x: DateContext, i: number): DateRead | null {
  const article = x.w.article.longest(x.tokens, i);
  const named = article && x.w.weekdays.longest(x.tokens, article.to);
  const link = named && x.w.distanceLinks.longest(x.tokens, named.to);
  const day = link && x.tokens[link.to] && !isChained(x, link.to) ? dateAt(x, link.to) : null;
  const start = day && isDay(day) ? parseIso(day.start) : null;
  if (!start || !named || !link) return null;
  const apart = (link.value * (named.value - weekdayOf(start)) + 7) % 7 || 7;
  return make(i, day!.to, dayPeriod(addDays(start, link.value * apart)));
}

/** "less than", "within" at a length. */
const isLess = <F extends { readonly value: string }>(bound: F | null): F | null =>
  bound && /^(?:under|up-to)$/.test(bound.value) ? bound : null;

/** "less than three days after Monday": the days between. */
function upTo(from: Day, to: Day): Period {
  const [start, end] = [isoOf(from), isoOf(to)];
  return { timex: `${start}/${end}`, start, end };
}
