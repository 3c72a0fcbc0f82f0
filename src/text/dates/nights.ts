import { dayFirst } from "./calendar.ts";
import type { DateContext, DateRead } from "./context.ts";
import { make, type Rule, skipArticle } from "./parts.ts";
import { addDays, dayPeriod, parseIso } from "./periods.ts";
import { isDay } from "./reads.ts";
import { weekday } from "./weekday.ts";

/** Tokens of the day that such a night begins with: "vom 4. (auf den 5. Mai)". */
const FIRST_DAY = 4;

/** "in der Nacht zum Montag", "de nacht van 4 op 5 mei": the night that ends on a day is that of the day before. */
export const nightBefore: Rule = (x, i) => {
  if (x.c.pack.dates.nightOn === undefined) return null;
  const part = x.w.partsAlone.longest(x.tokens, i) ?? x.w.parts.longest(x.tokens, skipArticle(x, i));
  const at = part?.value === "NI" ? secondDay(x, part.to) : null;
  const day = at === null || x.tokens[at] === undefined ? null : dayAt(x, at);
  const ends = day && isDay(day) ? parseIso(day.start) : null;
  if (!day || !ends) return null;
  const begins = dayPeriod(addDays(ends, -1));
  return make(i, day.to, { ...begins, timex: `${begins.timex}TNI` });
};

/** Where the day stands that the night leads to. */
function secondDay(x: DateContext, i: number): number | null {
  const led = x.w.nightTo.longest(x.tokens, i);
  if (led) return led.to;
  const from = x.w.nightFrom.longest(x.tokens, i);
  for (let at = (from?.to ?? i) + 1; from && at <= from.to + FIRST_DAY; at++) {
    const on = x.w.nightOn.longest(x.tokens, at);
    if (on) return on.to;
  }
  return null;
}

function dayAt(x: DateContext, i: number): DateRead | null {
  const start = skipArticle(x, i);
  return weekday(x, start) ?? dayFirst(x, start);
}
