import { NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { pointsAhead } from "./ahead.ts";
import { bracketedDay } from "./bracketed.ts";
import { dayFirst, dayInWords, monthFirst } from "./calendar.ts";
import { clockAt } from "./clock.ts";
import { clockRange } from "./clock-range.ts";
import { partValue } from "./clock-value.ts";
import type { DateContext, DateRead } from "./context.ts";
import { dayMark } from "./named-days.ts";
import { dottedDay, numeric, shortNumeric } from "./numeric.ts";
import { dayAt, keyAt, make, type Rule, shiftAt, shiftBehind, skipArticle } from "./parts.ts";
import { addDays, type Day, dayOnWeekday, dayPeriod, floating, weekdayOf } from "./periods.ts";
import { withPart } from "./relative.ts";

/** Weekdays: the last one, or the next where the sentence looks ahead; with a part of the day, a time. */
export const weekday: Rule = (x, i) => {
  const shift = shiftAt(x, skipArticle(x, i));
  const start = shift ? shift.to : i;
  const glued = x.w.weekdayParts.longest(x.tokens, start);
  if (glued) {
    const [n, part] = glued.value.split("T") as [string, string];
    const dated = shift ? null : dayBehind(x, glued.to);
    if (dated) return { ...dated, from: i, timex: dated.timex + partValue(part) };
    if (!x.ref) return make(i, glued.to, floating(`XXXX-WXX-${n}${partValue(part)}`));
    const period = dayPeriod(resolveWeekday(x, i, x.ref, Number(n), shift?.value ?? null));
    return make(i, glued.to, { ...period, timex: period.timex + partValue(part) });
  }
  const found = x.w.weekdays.longest(x.tokens, start);
  if (!found) return null;
  const feast = x.w.holidays.longest(x.tokens, start);
  if (feast && feast.to > found.to) return null;
  // "cuma günleri": the longer phrase tells what comes back.
  const often = x.w.frequency.longest(x.tokens, start);
  if (often && often.to > found.to) return null;
  const token = x.tokens[start]!;
  if (x.c.pack.dates.capitals && token.caps === 0 && x.c.unsureMonths.has(token.key)) return null;
  if (!shift && x.w.weekdayPlurals.has(token.key))
    return { ...make(i, found.to, floating(`XXXX-WXX-${found.value}`)), set: true };
  if (!shift && isShort(x, start, found.to) && !isTold(x, start, found)) return null;
  if (x.c.pack.dates.capitals && isShortWord(x, token, found.to)) return null;
  // "ce vendredi prochain": the word behind tells more than "this".
  const post = shift && shift.value !== 0 ? null : shiftBehind(x, found.to);
  const to = post ? post.to : found.to;
  const bracket = keyAt(x, to) === "(" ? to + 1 : null;
  const next = bracket ?? x.w.join.longest(x.tokens, to)?.to ?? to;
  const full =
    x.tokens[next] === undefined
      ? null
      : (monthFirst(x, next) ??
        dayFirst(x, next) ??
        numeric(x, next) ??
        shortNumeric(x, next) ??
        dottedDay(x, next));
  const closes = bracket === null || (full && keyAt(x, full.to) === ")");
  if (full && closes && full.timex.length >= 10 && !full.counts)
    return { ...full, from: i, to: bracket === null ? full.to : full.to + 1 };
  const numbered = bracketedDay(x, to, found.value);
  if (numbered) return { ...numbered, from: i };
  const ordinal = shift ? null : dayOfMonth(x, to, found.value);
  if (ordinal) return { ...ordinal, from: i };
  if (!x.ref) return make(i, to, floating(`XXXX-WXX-${found.value}`));
  // "lundi soir dernier".
  const part = shift || post ? null : x.w.parts.longest(x.tokens, to);
  const placed = part && !clockAt(x, to) ? shiftBehind(x, part.to) : null;
  const day = resolveWeekday(x, i, x.ref, found.value, (post ?? shift ?? placed)?.value ?? null);
  const read = withPart(x, i, to, day);
  return placed ? { ...read, to: placed.to } : read;
};

/** "zondagavond 8 mei": the date of a weekday that has its part of the day glued to it. */
function dayBehind(x: DateContext, i: number): DateRead | null {
  const at = x.w.join.longest(x.tokens, i)?.to ?? i;
  const day = x.tokens[at] ? (dayFirst(x, at) ?? numeric(x, at)) : null;
  return day && day.timex.length === 10 && !day.counts ? day : null;
}

/** "sex", "sex.", but not "sexta-feira". */
const isShort = (x: DateContext, i: number, to: number): boolean =>
  x.w.shortWeekdays.has(keyAt(x, i)) && (to === i + 1 || (to === i + 2 && keyAt(x, i + 1) === "."));

/** "sexta passada", "quarta à noite", "de segunda a sexta": what stands beside a short name tells that it is a day. */
function isTold(x: DateContext, i: number, { value, to }: { value: number; to: number }): boolean {
  if (besideDate(x, i, to) || shiftBehind(x, to) || dayOfMonth(x, to, value)) return true;
  const part = x.w.parts.longest(x.tokens, to);
  if (part && /^(?:MO|AF|EV|NI)$/.test(part.value)) return true;
  const join = x.w.to.longest(x.tokens, to);
  const dash = keyAt(x, to) === "-" && (x.tokens[to]!.gap || x.tokens[to + 1]?.gap !== false);
  if (join && !dash && x.w.weekdays.longest(x.tokens, join.to)) return true;
  return TO_LENGTHS.some(
    n => x.w.to.longest(x.tokens, i - n)?.to === i && x.w.weekdaysBack.endsBefore(x.tokens, i - n) !== null,
  );
}

/** Tokens of "tot", "t/m" and the like. */
const TO_LENGTHS: readonly number[] = [1, 2, 3];

/** "mar 14", "sex, qui ou sab", "na segunda.": a short name has a date, a time or another weekday beside it, or ends a phrase that leads to days. */
function besideDate(x: DateContext, i: number, to: number): boolean {
  const behind = listEnd(x, to);
  const ahead = listStart(x, i);
  if (x.w.weekdays.longest(x.tokens, behind) !== null && behind < x.tokens.length) return true;
  const listed = [x.w.weekdaysBack, x.w.weekUnitBack].some(
    words => words.endsBefore(x.tokens, ahead) !== null,
  );
  if (ahead < i && listed) return true;
  if (x.tokens[to]?.kind === NUMBER && !x.tokens[to + 1]?.key.match(/^%$/)) {
    const day = dayFirst(x, to) ?? numeric(x, to);
    if (day || clockAt(x, to)) return true;
  }
  if (x.w.months.longest(x.tokens, to) !== null && monthFirst(x, to)) return true;
  if (x.w.weekUnitBack.endsBefore(x.tokens, i) !== null) return true;
  return x.w.dayLeadBack.endsBefore(x.tokens, i) !== null && endsHere(x, to);
}

/** Past, or before, a joiner of a list of weekdays. */
function listEnd(x: DateContext, i: number): number {
  const comma = keyAt(x, i) === "," ? i + 1 : i;
  return x.w.or.longest(x.tokens, comma)?.to ?? (x.c.numerals.and.has(keyAt(x, comma)) ? comma + 1 : comma);
}

function listStart(x: DateContext, i: number): number {
  const or = [1, 2].find(n => x.w.or.longest(x.tokens, i - n)?.to === i);
  const word = or ?? (x.c.numerals.and.has(keyAt(x, i - 1)) ? 1 : 0);
  return keyAt(x, i - word - 1) === "," ? i - word - 1 : i - word;
}

/** "Sun", "Wed" before a word that is no month. */
const isShortWord = (x: DateContext, token: Token, to: number): boolean =>
  token.key.length <= 3 &&
  x.tokens[to]?.kind === WORD &&
  x.w.weekdaysBack.endsBefore(x.tokens, listStart(x, to - 1)) === null &&
  keyAt(x, to - 1) !== "." &&
  x.w.months.longest(x.tokens, to) === null;

/** "Tuesday the 4th", "Wed 13th": the nearest day of that number on that weekday. */
function dayOfMonth(x: DateContext, i: number, weekday: number): DateRead | null {
  if (x.c.pack.dense) return null;
  const from = keyAt(x, i) === "," ? i + 1 : i;
  const opened = x.w.clockOpen.longest(x.tokens, from);
  if ((opened && clockRange(x, opened.to, true, true)) || startsHours(x, from)) return null;
  const at = x.w.dayLead.longest(x.tokens, from)?.to ?? skipArticle(x, from);
  // मंगलवार को 7 से 7:30 बजे तक: two times, the first without its mark.
  if (x.w.rangeClose !== null && x.tokens[at]?.kind === NUMBER && clockRange(x, at, false)) return null;
  const marked = x.w.rangeClose === null ? null : markedDay(x, at);
  const own = marked && x.ref && dayOnWeekday(x.ref, marked.d, weekday);
  if (own) return make(i, marked.to, dayPeriod(own));
  const said = dayAt(x, at) ?? dayInWords(x, at);
  const day = x.tokens[at]?.kind === NUMBER || at > i || isNumber(x, said) ? said : null;
  const plain = day !== null && x.tokens[at]?.kind === NUMBER && day.to === at + 1;
  const spelled = x.tokens[at]?.kind !== NUMBER;
  if (x.w.weekdays.longest(x.tokens, at)) return null;
  if (!day || (((plain && at === from) || spelled) && !endsHere(x, day.to) && !isTimed(x, day.to)))
    return null;
  if (!x.ref) return make(i, day.to, floating(`XXXX-XX-${String(day.d).padStart(2, "0")}`));
  const fits = dayOnWeekday(x.ref, day.d, weekday);
  return fits ? make(i, day.to, dayPeriod(fits)) : null;
}

/** "(Pazartesi) 21'inde", (बुधवार) इकत्तीसवें दिन: a day of the month with what marks it as one. */
function markedDay(x: DateContext, at: number): { d: number; to: number } | null {
  const day = dayAt(x, at);
  if (!day) return null;
  const unit = x.tokens[at]!.kind === NUMBER ? null : x.w.units.longest(x.tokens, day.to);
  const mark = unit ? (unit.value === "day" ? unit : null) : dayMark(x, day.to);
  return mark && { d: day.d, to: mark.to };
}

/** "mercredi trente et un": a number in words, no article and no share ("lundi deux des trois"). */
const isNumber = (x: DateContext, day: { d: number; to: number } | null): boolean =>
  day !== null && day.d > 1 && !x.c.of.has(keyAt(x, day.to));

/** "mardi 6 17h", "martes 6 por la noche". */
const isTimed = (x: DateContext, i: number): boolean =>
  x.w.meridiem.longest(x.tokens, i) === null &&
  (clockAt(x, i) !== null || x.w.parts.longest(x.tokens, i) !== null);

/** "Friday 3 to 5 pm": the number begins a range of hours. */
const startsHours = (x: DateContext, i: number): boolean =>
  x.w.clockLead.longest(x.tokens, i + 1) === null && clockRange(x, i, false) !== null;

const MOST_HOURS = 24;

/** "Monday 21.": nothing follows that the number could count. */
function endsHere(x: DateContext, i: number): boolean {
  const next = x.tokens[i];
  if (!next) return true;
  // "Cuma 31'inde": a case ending; a smaller number may be an hour.
  if (next.key === "'" && !next.gap) return Number(keyAt(x, i - 1)) > MOST_HOURS;
  if (next.kind === WORD)
    return (
      (x.c.stop.has(next.key) && x.w.meridiem.longest(x.tokens, i) === null) ||
      x.w.clockLead.longest(x.tokens, i) !== null
    );
  return next.kind === SIGN && /^[.,;!?)]$/.test(next.key) && (next.gap || x.tokens[i + 1]?.gap !== false);
}

const NEAR_DAYS = 2;

/** "the coming Friday", "el viernes que viene": the nearest. */
const isComing = (x: DateContext, i: number): boolean =>
  x.w.shift.longest(x.tokens, i)?.value === 0 ||
  [i, skipArticle(x, i), i + 1].some(at => x.w.coming.longest(x.tokens, at) !== null);

/** "the previous Friday": that before the last one. */
const isBeforeLast = (x: DateContext, i: number): boolean =>
  x.w.beforeLast.longest(x.tokens, skipArticle(x, i)) !== null;

function resolveWeekday(x: DateContext, i: number, ref: Day, want: number, shift: number | null): Day {
  const today = weekdayOf(ref);
  const back = (today - want + 7) % 7;
  const ahead = (want - today + 7) % 7;
  // What lies a day or two ahead would be called by that: said on Tuesday, "next Wednesday" is that of the week after.
  if (shift === 1)
    return addDays(ref, ahead <= NEAR_DAYS && !isComing(x, i) ? ahead + 7 : ahead === 0 ? 7 : ahead);
  if (shift === -1) return addDays(ref, -(back === 0 ? 7 : back + (isBeforeLast(x, i) ? 7 : 0)));
  // "this Friday" is that of the week of publication, past or to come.
  if (shift === 0) return addDays(ref, want - today);
  return pointsAhead(x, i) ? addDays(ref, ahead) : addDays(ref, -back);
}
