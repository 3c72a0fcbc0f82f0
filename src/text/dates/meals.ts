import { BREAK } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { dateAt } from "./grammar.ts";
import { make, type Rule, skipArticle } from "./parts.ts";
import { floating } from "./periods.ts";
import { isDay } from "./reads.ts";

/** "after dinner", "alrededor de la cena", "at lunchtime": a meal tells a time only behind a word that leads to one. */
export const mealtime: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const meal = x.w.meals.longest(x.tokens, start);
  const from = meal && (leadBefore(x, i) ?? leadBefore(x, start));
  if (!meal || from === null) return null;
  const at = x.w.mealLead.endsBefore(x.tokens, i) ?? x.w.mealLead.endsBefore(x.tokens, start);
  return (at && ofDay(x, from, meal)) ?? make(from, meal.to, floating(`T${meal.value}`));
};

/** "at lunch tomorrow", "at breakfast on Monday". */
function ofDay(x: DateContext, from: number, meal: { value: string; to: number }): DateRead | null {
  const at = x.w.dayLead.longest(x.tokens, meal.to)?.to ?? meal.to;
  const token = x.tokens[at];
  const day = token && token.kind !== BREAK ? dateAt(x, at) : null;
  return day && isDay(day) && !day.counts ? { ...day, from, timex: `${day.timex}T${meal.value}` } : null;
}

function leadBefore(x: DateContext, i: number): number | null {
  const leads = [x.w.before, x.w.afterDate, x.w.around, x.w.mealLead];
  return leads.reduce<number | null>(
    (found, lead) => found ?? lead.endsBefore(x.tokens, i)?.to ?? null,
    null,
  );
}
