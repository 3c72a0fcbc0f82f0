import { monthFirst } from "./calendar.ts";
import { centuryAt, decadeAt } from "./centuries.ts";
import type { DateContext } from "./context.ts";
import { placeAt, wholeOf } from "./ordinals.ts";
import { make, type Rule, skipArticle } from "./parts.ts";
import { addDays, centuryPeriod, decadePeriod, isoOf, type Period, parseIso, yearPeriod } from "./periods.ts";

/** The last day of the first half of a month, by which fortnights are told as well. */
const MID_MONTH = 15;

/** The ordinal of a half, where the word for one stands behind it: 1 or 2, the last for "last". */
function halfAt(x: DateContext, i: number): { n: number; to: number } | null {
  const ordinal = x.w.quarters.longest(x.tokens, i);
  const last = ordinal ? null : x.w.lastOf.longest(x.tokens, i);
  const place = ordinal ? { n: ordinal.value, to: ordinal.to } : last ? { n: 2, to: last.to } : placeAt(x, i);
  if (!place || place.n > 2) return null;
  const unit = x.w.units.longest(x.tokens, place.to);
  const half = unit?.value === "half" || unit?.value === "fortnight" ? unit : null;
  const to = (x.w.fortnights.longest(x.tokens, place.to) ?? half)?.to;
  return to === undefined ? null : { n: place.n, to };
}

/** Half of the days of a month, which has the value of the whole (TimeML tells the part apart from it). */
function halfOfMonth(month: Period, n: number): Period | null {
  const first = parseIso(month.start);
  if (!first) return null;
  const middle = addDays(first, MID_MONTH - 1);
  const [start, end] = n === 1 ? [month.start, isoOf(middle)] : [isoOf(addDays(middle, 1)), month.end];
  return { timex: month.timex, start, end };
}

/** The same of the years of a decade or century. */
function halfOfYears({ timex, start, end }: Period, n: number): Period {
  const [first, last] = [start, end].map(day => Number(day.slice(0, 4))) as [number, number];
  const middle = Math.floor((first + last) / 2);
  const [from, to] = n === 1 ? [first, middle] : [middle + 1, last];
  return { timex, start: yearPeriod(from).start, end: yearPeriod(to).end };
}

/** "la première quinzaine de mai", "the second half of the 20th century": half of a month, a decade or a century. */
export const halfOf: Rule = (x, i) => {
  const half = halfAt(x, skipArticle(x, i));
  const of = half && x.w.join.longest(x.tokens, half.to);
  if (!half || !of || x.tokens[half.to]!.key === ",") return null;
  const at = skipArticle(x, of.to);
  if (!x.tokens[at]) return null;
  const century = centuryAt(x, at);
  if (century) return make(i, century.to, halfOfYears(centuryPeriod(century.n), half.n));
  const word = x.w.yearWords.longest(x.tokens, at);
  const decade = decadeAt(x, at) ?? (word && decadeAt(x, word.to));
  if (decade) return make(i, decade.to, halfOfYears(decadePeriod(decade.first), half.n));
  const named = x.w.months.longest(x.tokens, at) ? monthFirst(x, at) : null;
  const whole = named ? { period: named, to: named.to } : wholeOf(x, half.to);
  const month = whole && /^\d{4}-\d{2}$/.test(whole.period.timex) ? halfOfMonth(whole.period, half.n) : null;
  return month && make(i, whole!.to, month);
};
