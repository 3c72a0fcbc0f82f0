import type { DateContext } from "./context.ts";
import { dateAt } from "./grammar.ts";
import { make, type Rule, skipArticle } from "./parts.ts";
import { addDays, dayPeriod, parseIso } from "./periods.ts";
import { isDay } from "./reads.ts";

/** "lendemain" and where what it is told of begins, if that is named; -1 where nothing is. */
function namedBehind(x: DateContext, i: number): { value: number; at: number } | null {
  const found = x.w.beside.longest(x.tokens, skipArticle(x, i));
  if (!found) return null;
  const next = x.tokens[found.to];
  const of = next && next.key !== "," ? x.w.join.longest(x.tokens, found.to) : null;
  return { value: found.value, at: of && x.tokens[of.to] ? of.to : -1 };
}

/** "la veille du 14 juillet", "le lendemain de Noël": the day beside one that is named. */
export const besideNamed: Rule = (x, i) => {
  const found = namedBehind(x, i);
  if (!found || found.at < 0) return null;
  const day = dateAt(x, found.at) ?? dateAt(x, skipArticle(x, found.at));
  const date = day && isDay(day) ? parseIso(day.start) : null;
  return date && make(i, day!.to, dayPeriod(addDays(date, found.value)));
};

/** "le lendemain de l'attentat": counted from what is no date, so that the day of publication tells nothing. */
export const besideOther = (x: DateContext, i: number): boolean => (namedBehind(x, i)?.at ?? -1) >= 0;
