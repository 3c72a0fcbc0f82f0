import { readNumber } from "../numerals/numerals.ts";
import type { DateContext } from "./context.ts";
import { awayAt, keyAt, make, type Rule } from "./parts.ts";
import { addDays, dayPeriod, floating, weekdayOf } from "./periods.ts";

/** Words that a number may take before the weekday that it counts ("twenty-one Fridays"). */
const NUMBER_WORDS = 4;

/** A weekday in the plural, by the word that tells it comes back. */
function pluralWeekday(x: DateContext, i: number): { weekday: number; to: number } | null {
  const found = x.w.frequency.longest(x.tokens, i);
  const weekday = found && /^XXXX-WXX-(\d)$/.exec(found.value);
  return weekday ? { weekday: Number(weekday[1]), to: found.to } : null;
}

const mayCount = (x: DateContext, i: number): boolean => {
  for (let k = 1; k <= NUMBER_WORDS; k++) if (x.w.frequency.begins(keyAt(x, i + k))) return true;
  return false;
};

/** "in 2 Sundays", "two Fridays ago", "three Mondays from now": so many such days after the day of publication, or before it. */
export const countedWeekday: Rule = (x, i) => {
  if (!mayCount(x, i)) return null;
  const lead = x.w.agoBefore.longest(x.tokens, i);
  const number = readNumber(x.tokens, lead?.to ?? i, x.c.numerals);
  const day = number && pluralWeekday(x, number.to);
  if (!number || !day || !Number.isInteger(number.value) || number.value < 1 || number.high !== null)
    return null;
  const behind = awayAt(x, day.to);
  const sign = behind?.value ?? lead?.value;
  if (sign === undefined) return null;
  const to = behind?.to ?? day.to;
  if (!x.ref) return make(i, to, floating(sign < 0 ? "PAST_REF" : "FUTURE_REF"));
  const apart = (sign * (day.weekday - weekdayOf(x.ref)) + 7) % 7 || 7;
  return make(i, to, dayPeriod(addDays(x.ref, sign * (apart + 7 * (number.value - 1)))));
};
