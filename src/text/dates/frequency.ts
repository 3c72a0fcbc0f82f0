import { NUMBER, SIGN } from "../tokens/token.ts";
import { type DateContext, type DateRead, durationValue } from "./context.ts";
import { namedEach, nthEach } from "./each.ts";
import { type Length, lengthAt } from "./lengths.ts";
import { keyAt, make, type Rule } from "./parts.ts";
import { floating } from "./periods.ts";
import { eachMonth } from "./sets.ts";

/** "$5 a day": a rate, no length of time. */
export function isRate(x: DateContext, i: number, length: Length): boolean {
  if (length.n !== 1 || x.tokens[i]!.kind === NUMBER) return false;
  const token = x.tokens[i]!;
  if (token.key !== "a" && token.key !== "an") return false;
  const before = x.tokens[i - 1];
  if (!before) return false;
  return (
    before.kind === NUMBER ||
    before.key === "%" ||
    x.c.units.longest(x.tokens, i - 1) !== null ||
    x.c.numerals.words.longest(x.tokens, i - 1)?.value.kind === "scale" ||
    (/s$/.test(before.key) && !/^(?:was|is|has|as|its|this|lasts|takes|spends)$/.test(before.key))
  );
}

/** 毎週月曜日, 매주 화요일: each week on a weekday. */
function everyWeekday(x: DateContext, i: number): { value: number; to: number } | null {
  const joiner = x.tokens[i];
  return x.w.weekdays.longest(x.tokens, joiner && /^[的の의]$/.test(joiner.key) ? i + 1 : i);
}

/** "each month", "every two years", "annually". */
export const frequency: Rule = (x, i) => {
  const read = setAt(x, i);
  return read && { ...(onItsDay(x, read) ?? read), set: true };
};

/** "om de week op vrijdag", "every two weeks on Friday": the weekday that comes back is named. */
function onItsDay(x: DateContext, read: DateRead): DateRead | null {
  if (x.c.pack.dense || !/^P\d+W$/.test(read.timex)) return null;
  const lead = keyAt(x, read.to) === "," ? null : x.w.dayLead.longest(x.tokens, read.to);
  const day = x.w.weekdays.longest(x.tokens, lead?.to ?? read.to);
  return day && make(read.from, day.to, floating(`XXXX-WXX-${day.value}`));
}

const setAt: Rule = (x, i) => {
  const once = x.w.once.longest(x.tokens, i);
  const rate = once && (x.w.units.longest(x.tokens, once.to) ?? null);
  if (once && rate) return make(i, rate.to, floating(durationValue(1, rate.value)));
  const span = once && lengthAt(x, once.to);
  if (span) return make(i, span.to, floating(durationValue(span.n, span.unit)), true);
  const alternate = x.w.alternate.longest(x.tokens, i);
  if (alternate && opensInfinitive(x, alternate.to)) return null;
  const named = x.w.frequency.longest(x.tokens, i);
  const turn = alternate && !named ? turnAt(x, i, alternate.to) : null;
  if (turn) return turn;
  const onDay = named?.value === "P1W" ? everyWeekday(x, named.to) : null;
  if (onDay) return make(i, onDay.to, floating(`XXXX-WXX-${onDay.value}`));
  const every = x.w.every.longest(x.tokens, i);
  const month = every && !x.c.pack.dense ? eachMonth(x, i, every.to) : null;
  if (month) return month;
  const weekday = every && x.w.weekdays.longest(x.tokens, every.to);
  const thing = every && (weekday ?? x.w.units.longest(x.tokens, every.to));
  if (named && (!thing || thing.to <= named.to)) return make(i, named.to, floating(named.value), false);
  if (!every) return null;
  const again = namedEach(x, i, every.to);
  if (again) return again;
  const nth = nthEach(x, i, every.to);
  if (nth) return nth;
  const other = x.w.other.longest(x.tokens, every.to);
  const unit = weekday ? null : x.w.units.longest(x.tokens, other?.to ?? every.to);
  const weekly = unit?.value === "week" && !other && x.c.pack.dense ? everyWeekday(x, unit.to) : null;
  if (weekly) return make(i, weekly.to, floating(`XXXX-WXX-${weekly.value}`));
  const length = other ? null : lengthAt(x, every.to);
  if (unit && unit.to >= (length?.to ?? 0))
    return make(i, unit.to, floating(durationValue(other ? 2 : 1, unit.value)));
  if (length) return make(i, length.to, floating(durationValue(length.n, length.unit)), true);
  const part = x.w.parts.longest(x.tokens, every.to);
  if (part) return make(i, part.to, floating(`T${part.value}`));
  const day = x.w.weekdays.longest(x.tokens, other?.to ?? every.to);
  const glued = x.w.weekdayParts.longest(x.tokens, every.to);
  if (glued) return make(i, glued.to, floating(`XXXX-WXX-${glued.value}`));
  const within = day && x.w.parts.longest(x.tokens, day.to);
  if (within && /^(?:MO|AF|EV|NI)$/.test(within.value))
    return make(i, within.to, floating(`XXXX-WXX-${day.value}T${within.value}`));
  return day ? make(i, day.to, floating(`XXXX-WXX-${day.value}`)) : null;
};

/** "om de twee weken", "om de vrijdag": what comes back after as many, or in turn. */
function turnAt(x: DateContext, i: number, at: number): DateRead | null {
  const day = x.w.weekdays.longest(x.tokens, at);
  if (day) return make(i, day.to, floating(`XXXX-WXX-${day.value}`));
  const length = lengthAt(x, at);
  return length && make(i, length.to, floating(durationValue(length.n, length.unit)), true);
}

/** Tokens of a clause that may stand before its infinitive. */
const CLAUSE = 12;

/** "om de dag te vieren": the word opens a clause of purpose. */
function opensInfinitive(x: DateContext, i: number): boolean {
  for (let at = i; at < i + CLAUSE && x.tokens[at] && x.tokens[at]!.kind !== SIGN; at++)
    if (x.w.infinitive.has(keyAt(x, at))) return true;
  return false;
}
