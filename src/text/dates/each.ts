import { NUMBER } from "../tokens/token.ts";
import { dayFirst, monthFirst } from "./calendar.ts";
import { type DateContext, type DateRead, durationValue } from "./context.ts";
import { dayAt, isPluralUnit, make, type Rule } from "./parts.ts";
import { floating } from "./periods.ts";
import { namesYear } from "./reads.ts";

/** "every January", "each summer", "every 15 April", "every Christmas": what comes back by its name. */
export function namedEach(x: DateContext, from: number, at: number): DateRead | null {
  const season = x.w.seasons.longest(x.tokens, at);
  if (season) return make(from, season.to, floating(`XXXX-${season.value}`));
  const feast = x.w.holidays.longest(x.tokens, at);
  if (feast)
    return make(
      from,
      feast.to,
      floating(/^\d\d-\d\d$/.test(feast.value) ? `XXXX-${feast.value}` : "XXXX-XX-XX"),
    );
  const read = x.tokens[at] && (monthFirst(x, at) ?? dayFirst(x, at));
  const day = read && !namesYear(x, read) && /^(?:\d{4}|XXXX)((?:-\d\d){1,2})$/.exec(read.timex);
  return day ? make(from, read.to, floating(`XXXX${day[1]}`)) : null;
}

/** "every third month", "every 3rd day", "every fourth Tuesday". */
export function nthEach(x: DateContext, from: number, at: number): DateRead | null {
  const place = x.w.other.longest(x.tokens, at) ? null : dayAt(x, at);
  if (!place || (place.to === at + 1 && x.tokens[at]!.kind === NUMBER)) return null;
  const unit = x.w.units.longest(x.tokens, place.to);
  if (unit)
    return isPluralUnit(x, unit.to - 1)
      ? null
      : make(from, unit.to, floating(durationValue(place.d, unit.value)));
  const weekday = x.w.weekdays.longest(x.tokens, place.to);
  return weekday && make(from, weekday.to, floating(`XXXX-WXX-${weekday.value}`));
}

/** "Monday mornings", "Tuesday nights": a part of one weekday, in the plural. */
export const partsOfWeekday: Rule = (x, i) => {
  const day = x.w.weekdays.longest(x.tokens, i);
  const part = day && x.w.partPlurals.longest(x.tokens, day.to);
  return part ? { ...make(i, part.to, floating(`XXXX-WXX-${day.value}T${part.value}`)), set: true } : null;
};
