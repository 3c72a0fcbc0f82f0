import { readNumber } from "../numerals/numerals.ts";
import { type DateContext, type DateRead, durationValue } from "./context.ts";
import { lengthAt } from "./lengths.ts";
import { placeAt } from "./ordinals.ts";
import { dayAt, make, type Rule, skipArticle, skipJoin } from "./parts.ts";
import { floating } from "./periods.ts";
import { namesYear } from "./reads.ts";
import { namedMonth } from "./shifted.ts";

/** "chaque mois de mai": a month that comes back each year, behind the word for months. */
export function eachMonth(x: DateContext, from: number, i: number): DateRead | null {
  const read = x.tokens[i] && namedMonth(x, i);
  const month = read && !namesYear(x, read) ? /-(\d\d)$/.exec(read.timex) : null;
  return month && make(from, read!.to, floating(`XXXX-${month[1]}`));
}

/** "le 1er de chaque mois", "the 15th of each month": a day that comes back each month. */
export const dayOfEach: Rule = (x, i) => {
  const day = dayAt(x, skipArticle(x, i));
  const every = day && x.w.every.longest(x.tokens, skipJoin(x, day.to));
  const unit = every && x.w.units.longest(x.tokens, every.to);
  if (!day || unit?.value !== "month") return null;
  return { ...make(i, unit.to, floating(`XXXX-XX-${String(day.d).padStart(2, "0")}`)), set: true };
};

/** "le premier mardi de chaque mois", "tous les premiers mardis du mois": a weekday by its place in each month. */
export const placeOfEach: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const led = x.w.every.longest(x.tokens, i);
  const at = led?.to ?? start;
  const first = x.w.firstPart.longest(x.tokens, at);
  const place = first ? { n: 1, to: first.to } : placeAt(x, at);
  const weekday = place && x.w.weekdays.longest(x.tokens, place.to);
  const of = weekday && x.w.join.longest(x.tokens, weekday.to);
  const every = led ? of : of && x.w.every.longest(x.tokens, of.to);
  const unit = every && x.w.units.longest(x.tokens, skipArticle(x, every.to));
  if (unit?.value !== "month") return null;
  return {
    ...make(i, unit.to, floating(`XXXX-XX-WXX-${weekday!.value}-${place!.n < 0 ? -1 : `#${place!.n}`}`)),
    set: true,
  };
};

/** "un jour sur trois", "un lundi sur deux": one in some number of them. */
export const oneInSome: Rule = (x, i) => {
  const one = lengthAt(x, i);
  const article = one ? null : readNumber(x.tokens, i, x.c.numerals);
  const weekday = article?.value === 1 ? x.w.weekdays.longest(x.tokens, article.to) : null;
  const to = one?.n === 1 ? one.to : weekday?.to;
  const link = to === undefined ? null : x.w.inEvery.longest(x.tokens, to);
  const number = link && readNumber(x.tokens, link.to, x.c.numerals);
  if (!number || !Number.isInteger(number.value) || number.value < 2 || number.high !== null) return null;
  const timex = weekday ? `XXXX-WXX-${weekday.value}` : durationValue(number.value, one!.unit);
  return { ...make(i, number.to, floating(timex)), set: true };
};

/** "deux fois par semaine": so often in each unit of time. */
export const timesPer: Rule = (x, i) => {
  const number = readNumber(x.tokens, i, x.c.numerals);
  const times = number && x.w.timesPer.longest(x.tokens, number.to);
  const unit = times && x.w.units.longest(x.tokens, times.to);
  return unit && { ...make(i, unit.to, floating(durationValue(1, unit.value)), true), set: true };
};
