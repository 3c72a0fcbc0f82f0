import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { dayInWords } from "./calendar.ts";
import type { DateContext, DateRead } from "./context.ts";
import { closing, wordedRange } from "./day-range.ts";
import { takesTime } from "./day-time.ts";
import { namedDay } from "./named-days.ts";
import { dayAt, endsPhrase, isArticle, make, type Rule } from "./parts.ts";
import { dayPeriod, floating, isDay } from "./periods.ts";

/** "on the 4th", "le 22": a day of the month of publication, where nothing follows that it could count. */
export const bareDay: Rule = (x, i) => {
  const lead = x.w.bareDayLead.endsBefore(x.tokens, i) ?? theOrdinal(x, i);
  const timed = timedDay(x, i, lead !== null);
  if (timed) return timed;
  const dated = namedDay(x, i, lead !== null);
  if (dated) return dated;
  const day = lead && (dayAt(x, i) ?? (lead.to < i - 1 ? dayInWords(x, i) : null));
  if (!day || (x.tokens[i]!.kind !== NUMBER && !endsPhrase(x, day.to))) return null;
  // "één op de drie", "boven de 20": where days are told by ordinals, a number is none.
  if (x.c.pack.dates.daysAreOrdinals && !isOrdinal(x, i, day.to)) return null;
  const range = bareRange(x, i, day);
  if (range) return range;
  const next = x.tokens[day.to];
  if (next?.kind === WORD && !x.c.stop.has(next.key)) return null;
  // "del 12 por ciento", "le 12 des 30": a measure or a whole follows.
  if (next && (x.c.units.longest(x.tokens, day.to) || x.c.of.has(next.key))) return null;
  if (next && (next.kind === NUMBER || (next.kind === SIGN && !/^[.,;:!?)-]$/.test(next.key)))) return null;
  if (next?.kind === SIGN && !next.gap && x.tokens[day.to + 1]?.gap === false) return null;
  const two = String(day.d).padStart(2, "0");
  if (!x.ref || !isDay(x.ref.y, x.ref.m, day.d)) return make(i, day.to, floating(`XXXX-XX-${two}`));
  return make(i, day.to, dayPeriod({ ...x.ref, d: day.d }));
};

/** Places in a row are told of few; from here on an ordinal in digits that ends its clause is a day. */
const FEW = 3;

/** "the 27th.": an ordinal in digits behind the article, at the end of its clause. */
function theOrdinal(x: DateContext, i: number): { to: number } | null {
  if (x.c.pack.dates.order !== "mdy" || !isArticle(x, i - 1)) return null;
  const day = x.tokens[i]!.kind === NUMBER ? dayAt(x, i) : null;
  const next = day && x.tokens[day.to];
  if (!day || day.to === i + 1 || day.d <= FEW) return null;
  return !next || (next.kind === SIGN && /^[.,;?!]$/.test(next.key)) ? { to: i - 1 } : null;
}

/** "the 12th at 5 pm", "le 12 de 14h à 16h", "am 12. um 5 Uhr": a time of day tells that the number behind an article is a day. */
function timedDay(x: DateContext, i: number, led: boolean): DateRead | null {
  if (!x.ref || (!led && !isArticle(x, i - 1))) return null;
  const day = dayAt(x, i);
  const ordinal = day !== null && (day.to > i + 1 || x.tokens[i]!.kind !== NUMBER);
  if (!day || !(led || ordinal) || !isDay(x.ref.y, x.ref.m, day.d)) return null;
  const read = make(i, day.to, dayPeriod({ ...x.ref, d: day.d }));
  return takesTime(x, read) ? read : null;
}

/** "22nd", "de tweeëntwintigste". */
const isOrdinal = (x: DateContext, i: number, to: number): boolean =>
  x.tokens[i]!.kind === NUMBER ? to > i + 1 : x.w.ordinals.longest(x.tokens, i)?.to === to;

/** "between the 21st and 23rd", "du 4 au 7": two days of the month of publication. */
function bareRange(x: DateContext, i: number, day: { d: number; to: number }): DateRead | null {
  const range = wordedRange(x, isArticle(x, i - 1) ? i - 1 : i, day.to);
  if (!x.ref || range?.from == null || range.d <= day.d || !endsPhrase(x, range.to)) return null;
  if (!isOrdinal(x, i, day.to) || !isDay(x.ref.y, x.ref.m, range.d)) return null;
  return make(range.from, range.to, closing(x, dayPeriod({ ...x.ref, d: day.d }), x.ref.y, x.ref.m, range.d));
}
