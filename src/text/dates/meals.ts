import type { DateContext } from "./context.ts";
import { make, type Rule, skipArticle } from "./parts.ts";
import { floating } from "./periods.ts";

/** "after dinner", "alrededor de la cena", "at lunchtime": a meal tells a time only behind a word that leads to one. */
export const mealtime: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const meal = x.w.meals.longest(x.tokens, start);
  const from = meal && (leadBefore(x, i) ?? leadBefore(x, start));
  return meal && from !== null ? make(from, meal.to, floating(`T${meal.value}`)) : null;
};

function leadBefore(x: DateContext, i: number): number | null {
  const leads = [x.w.before, x.w.afterDate, x.w.around, x.w.mealLead];
  return leads.reduce<number | null>(
    (found, lead) => found ?? lead.endsBefore(x.tokens, i)?.to ?? null,
    null,
  );
}
