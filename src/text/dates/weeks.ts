import { BREAK, SIGN } from "../tokens/token.ts";
import { dayFirst, monthFirst } from "./calendar.ts";
import type { DateContext, DateRead } from "./context.ts";
import { holiday } from "./holidays.ts";
import { numeric } from "./numeric.ts";
import { weekOfMonth, weekOfYear, wholeOf } from "./ordinals.ts";
import { dayAt, endsPhrase, make, type Rule, skipArticle, wholeAt } from "./parts.ts";
import { addDays, floating, isDay, parseIso, weekdayOf, weekendPeriod, weekPeriod } from "./periods.ts";

/** Weeks of a month. */
const MOST_WEEKS = 5;

/** "week 31", "semaine 10 de 2018", "week 3 van mei". */
export const weekNumber: Rule = (x, i) => {
  const label = x.w.weekLabel.longest(x.tokens, skipArticle(x, i));
  const n = label && wholeAt(x, label.to, /^\d{1,2}$/);
  if (!label || n === null || n < 1 || n > 53) return null;
  const next = x.tokens[label.to + 1];
  if (next?.kind === SIGN && /^[%:/-]$/.test(next.key)) return null;
  const whole = wholeOf(x, label.to + 1);
  const month = whole && n <= MOST_WEEKS ? /^(\d{4})-(\d{2})$/.exec(whole.period.timex) : null;
  if (month) return make(i, whole!.to, weekOfMonth(Number(month[1]), Number(month[2]), n));
  const y = whole ? Number(whole.period.timex.slice(0, 4)) : x.ref?.y;
  const year = whole && /^\d{4}$/.test(whole.period.timex);
  const to = year ? whole.to : label.to + 1;
  return make(i, to, y === undefined ? floating(`XXXX-W${String(n).padStart(2, "0")}`) : weekOfYear(y, n));
};

/** "the week of April 10", "la semana del 4 de febrero": the week that a day lies in. */
export const weekFrom: Rule = (x, i) => {
  const lead = x.w.weekFrom.longest(x.tokens, i);
  const token = lead && x.tokens[lead.to];
  if (!lead || !token || token.kind === BREAK) return null;
  const day = [monthFirst, dayFirst, numeric].reduce<ReturnType<Rule>>(
    (found, rule) => found ?? rule(x, skipArticle(x, lead.to)) ?? rule(x, lead.to),
    null,
  );
  const date = day && /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.timex);
  if (!day) return weekOfBareDay(x, i, lead.to);
  if (!date) return null;
  return make(i, day.to, weekPeriod({ y: Number(date[1]), m: Number(date[2]), d: Number(date[3]) }));
};

/** "le week-end du 14 juillet", "the weekend of Easter": that a day lies in or stands beside. */
export const weekendOf: Rule = (x, i) => {
  const unit = x.w.units.longest(x.tokens, skipArticle(x, i));
  const of = unit?.value === "weekend" ? x.w.join.longest(x.tokens, unit.to) : null;
  const at = of && x.tokens[of.to] && x.tokens[unit!.to]!.key !== "," ? skipArticle(x, of.to) : null;
  const day = at === null ? null : (dayFirst(x, at) ?? monthFirst(x, at) ?? holiday(x, at));
  const date = day && /^\d{4}-\d{2}-\d{2}/.test(day.timex) ? parseIso(day.start) : null;
  return date && make(i, day!.to, weekendPeriod(weekdayOf(date) === 1 ? addDays(date, -1) : date));
};

/** "the week of the 18th": a day of the month of publication. */
function weekOfBareDay(x: DateContext, i: number, at: number): DateRead | null {
  const start = skipArticle(x, at);
  const day = dayAt(x, start);
  const bare = day?.to === start + 1 && x.c.pack.dates.order === "mdy";
  if (!day || bare || !x.ref || !endsPhrase(x, day.to) || !isDay(x.ref.y, x.ref.m, day.d)) return null;
  return make(i, day.to, weekPeriod({ ...x.ref, d: day.d }));
}
