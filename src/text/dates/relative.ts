import { NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import {
  dayFirst,
  dayInWords,
  monthFirst,
  numeric,
  quarterAt,
  quarterYear,
  shortNumeric,
} from "./calendar.ts";
import { clockAt, clockRange, onPublication, partValue } from "./clock.ts";
import { type DateContext, type DateRead, durationValue, shiftedPeriod } from "./context.ts";
import { dayAt, isPluralUnit, keyAt, make, pointsAhead, type Rule, skipArticle } from "./parts.ts";
import {
  addDays,
  addMonths,
  type Day,
  dayPeriod,
  floating,
  isDay,
  monthPeriod,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
  weekendPeriod,
  yearPeriod,
} from "./periods.ts";

/** Weekdays: the last one, or the next where the sentence looks ahead; with a part of the day, a time. */
export const weekday: Rule = (x, i) => {
  const shift = x.w.shift.longest(x.tokens, skipArticle(x, i));
  const start = shift ? shift.to : i;
  const glued = x.w.weekdayParts.longest(x.tokens, start);
  if (glued) {
    const [n, part] = glued.value.split("T") as [string, string];
    if (!x.ref) return make(i, glued.to, floating(`XXXX-WXX-${n}${partValue(part)}`));
    const period = dayPeriod(resolveWeekday(x, i, x.ref, Number(n), shift?.value ?? null));
    return make(i, glued.to, { ...period, timex: period.timex + partValue(part) });
  }
  const found = x.w.weekdays.longest(x.tokens, start);
  if (!found) return null;
  const token = x.tokens[start]!;
  if (x.c.pack.dates.capitals && token.caps === 0 && token.key.length <= 4) return null;
  if (!shift && isShort(x, start, found.to) && !besideDate(x, start, found.to)) return null;
  if (x.c.pack.dates.capitals && isShortWord(x, token, found.to)) return null;
  const post = shift ? null : x.c.pack.dates.shiftAfter ? x.w.shift.longest(x.tokens, found.to) : null;
  const to = post ? post.to : found.to;
  const bracket = keyAt(x, to) === "(" ? to + 1 : null;
  const next = bracket ?? x.w.join.longest(x.tokens, to)?.to ?? to;
  const full =
    x.tokens[next] === undefined
      ? null
      : (monthFirst(x, next) ?? dayFirst(x, next) ?? numeric(x, next) ?? shortNumeric(x, next));
  const closes = bracket === null || (full && keyAt(x, full.to) === ")");
  if (full && closes && full.timex.length >= 10 && !full.counts)
    return { ...full, from: i, to: bracket === null ? full.to : full.to + 1 };
  const ordinal = shift ? null : dayOfMonth(x, to, found.value);
  if (ordinal) return { ...ordinal, from: i };
  if (!x.ref) return make(i, to, floating(`XXXX-WXX-${found.value}`));
  const day = resolveWeekday(x, i, x.ref, found.value, shift?.value ?? post?.value ?? null);
  return withPart(x, i, to, day);
};

/** "sex", "sex.", but not "sexta-feira". */
const isShort = (x: DateContext, i: number, to: number): boolean =>
  x.w.shortWeekdays.has(keyAt(x, i)) && (to === i + 1 || (to === i + 2 && keyAt(x, i + 1) === "."));

/** "mar 14", "sex, qui ou sab", "na segunda.": a short name has a date, a time or another weekday beside it, or ends a phrase that leads to days. */
function besideDate(x: DateContext, i: number, to: number): boolean {
  const behind = listEnd(x, to);
  const ahead = listStart(x, i);
  if (x.w.weekdays.longest(x.tokens, behind) !== null && behind < x.tokens.length) return true;
  if (ahead < i && x.w.weekdaysBack.endsBefore(x.tokens, ahead) !== null) return true;
  if (x.tokens[to]?.kind === NUMBER && !x.tokens[to + 1]?.key.match(/^%$/)) {
    const day = dayFirst(x, to) ?? numeric(x, to);
    if (day || clockAt(x, to)) return true;
  }
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
  keyAt(x, to - 1) !== "." &&
  x.w.months.longest(x.tokens, to) === null;

/** Months around that of publication, nearest first. */
const NEAR_MONTHS = Array.from({ length: 25 }, (_, k) => (k % 2 === 0 ? -k / 2 : (k + 1) / 2));

/** "Tuesday the 4th", "Wed 13th": the nearest day of that number on that weekday. */
function dayOfMonth(x: DateContext, i: number, weekday: number): DateRead | null {
  if (!x.ref || x.c.pack.dense) return null;
  const from = keyAt(x, i) === "," ? i + 1 : i;
  const opened = x.w.clockOpen.longest(x.tokens, from);
  if (opened && clockRange(x, opened.to, true, true)) return null;
  const at = x.w.dayLead.longest(x.tokens, from)?.to ?? skipArticle(x, from);
  const day = x.tokens[at]?.kind === NUMBER || at > i ? (dayAt(x, at) ?? dayInWords(x, at)) : null;
  const plain = day !== null && x.tokens[at]?.kind === NUMBER && day.to === at + 1;
  const spelled = at > i && x.tokens[at]?.kind !== NUMBER;
  if (!day || (((plain && at === i) || spelled) && !endsHere(x, day.to))) return null;
  const near = NEAR_MONTHS.map(n => {
    const month = addMonths({ ...x.ref!, d: 1 }, n);
    return { ...month, d: day.d };
  });
  const fits = near.find(d => isDay(d.y, d.m, d.d) && weekdayOf(d) === weekday);
  return fits ? make(i, day.to, dayPeriod(fits)) : null;
}

/** "Monday 21.": nothing follows that the number could count. */
function endsHere(x: DateContext, i: number): boolean {
  const next = x.tokens[i];
  if (!next) return true;
  if (next.kind === WORD)
    return (
      (x.c.stop.has(next.key) && x.w.meridiem.longest(x.tokens, i) === null) ||
      x.w.clockLead.longest(x.tokens, i) !== null
    );
  return next.kind === SIGN && /^[.,;!?)]$/.test(next.key) && (next.gap || x.tokens[i + 1]?.gap !== false);
}

/** "in the morning", "dans l'après-midi": a part of the day of publication. */
export const partOfDay: Rule = (x, i) => {
  const alone = x.w.partsAlone.longest(x.tokens, i);
  if (alone) return make(i, alone.to, floating(partValue(alone.value)));
  const part = x.w.parts.longest(x.tokens, i);
  const lead = part && x.w.partLeadBack.endsBefore(x.tokens, i);
  if (!lead || !/^(?:MO|AF|EV|NI)$/.test(part.value)) return null;
  return onPublication(x, lead.to, part.to, partValue(part.value));
};

/** "end of the month", "later in the week": the unit of time that runs now. */
export const currentUnit: Rule = (x, i) => {
  const found = x.w.partOf.longest(x.tokens, i);
  const unit = found && x.w.units.longest(x.tokens, skipArticle(x, found.to));
  if (!found || !unit || !x.ref || !/^(?:day|week|month|quarter|year|decade|century)$/.test(unit.value))
    return null;
  const next = x.tokens[unit.to];
  if (isPluralUnit(x, unit.to - 1) || next?.key === "-" || next?.kind === NUMBER) return null;
  if (x.c.pack.dates.shiftAfter && x.w.shift.longest(x.tokens, unit.to)) return null;
  if (x.w.join.longest(x.tokens, unit.to) && next?.key !== ",") return null;
  const period = shiftedPeriod(x.ref, unit.value, 0);
  return period && make(i, unit.to, period);
};

const NEAR_DAYS = 2;

/** "the coming Friday", "el viernes que viene": the nearest. */
const isComing = (x: DateContext, i: number): boolean =>
  [i, skipArticle(x, i), i + 1].some(at => x.w.coming.longest(x.tokens, at) !== null);

function resolveWeekday(x: DateContext, i: number, ref: Day, want: number, shift: number | null): Day {
  const today = weekdayOf(ref);
  const back = (today - want + 7) % 7;
  const ahead = (want - today + 7) % 7;
  // What lies a day or two ahead would be called by that: said on Tuesday, "next Wednesday" is that of the week after.
  if (shift === 1)
    return addDays(ref, ahead <= NEAR_DAYS && !isComing(x, i) ? ahead + 7 : ahead === 0 ? 7 : ahead);
  if (shift === -1) return addDays(ref, -(back === 0 ? 7 : back));
  return pointsAhead(x, i) ? addDays(ref, ahead) : addDays(ref, -back);
}

/** "Friday evening": TIMEX3 appends the part of the day. */
function withPart(x: DateContext, from: number, to: number, day: Day): DateRead {
  const part = clockAt(x, to) ? null : x.w.parts.longest(x.tokens, to);
  const period = dayPeriod(day);
  if (!part) return make(from, to, period);
  return make(from, part.to, { ...period, timex: period.timex + partValue(part.value) });
}

/** "yesterday", "today", "tonight"; "last night", "this morning". */
export const dayWord: Rule = (x, i) => {
  const either = x.w.eitherDay.longest(x.tokens, i);
  if (either && x.ref)
    return withPart(x, i, either.to, addDays(x.ref, looksAhead(x, either.to) ? either.value : -either.value));
  const found = x.w.days.longest(x.tokens, i);
  if (found) {
    if (!x.ref)
      return make(
        i,
        found.to,
        floating(found.value === 0 ? "PRESENT_REF" : found.value < 0 ? "PAST_REF" : "FUTURE_REF"),
      );
    const read = withPart(x, i, found.to, addDays(x.ref, found.value));
    return keyAt(x, i) === "tonight" ? { ...read, timex: `${read.timex}TNI` } : read;
  }
  const shift = x.w.shift.longest(x.tokens, i);
  const part = shift && x.w.parts.longest(x.tokens, shift.to);
  if (!shift || !part || !x.ref) return null;
  const day = addDays(x.ref, shift.value);
  return make(i, part.to, { ...dayPeriod(day), timex: `${dayPeriod(day).timex}${partValue(part.value)}` });
};

const VERB_WINDOW = 14;

/** A verb in the future follows in the same sentence. */
function looksAhead(x: DateContext, i: number): boolean {
  const endings = x.c.pack.dates.futureEndings?.split("|") ?? [];
  for (let k = i; k < Math.min(i + VERB_WINDOW, x.tokens.length); k++) {
    const token = x.tokens[k]!;
    if (token.key === "." && k > i) return false;
    if (token.kind === WORD && endings.some(e => token.key.endsWith(e) && token.key.length > e.length))
      return true;
  }
  return false;
}

/** "last year", "this month", "next week", "la semana pasada"; the same with a month or a season. */
export const shifted: Rule = (x, i) => {
  const start = skipArticle(x, i);
  const shift = x.w.shift.longest(x.tokens, start);
  if (shift) {
    const read = shiftedThing(x, i, shift.to, shift.value);
    if (read) return read;
  }
  if (!x.c.pack.dates.shiftAfter) return null;
  const unit = unitOrSeason(x, start);
  const post = unit && x.w.shift.longest(x.tokens, unit.to);
  return unit && post ? shiftUnit(x, i, post.to, unit.value, post.value) : null;
};

function unitOrSeason(x: DateContext, i: number): { value: string; to: number } | null {
  const unit = x.w.units.longest(x.tokens, i);
  const year = x.w.yearWords.longest(x.tokens, i);
  if (year && year.to > (unit?.to ?? i + 1)) return { value: "year", to: year.to };
  if (unit) return unit;
  const season = x.w.seasons.longest(x.tokens, i);
  if (season) return { value: `season ${season.value}`, to: season.to };
  const month = x.w.months.longest(x.tokens, i);
  return month ? { value: `month ${month.value}`, to: month.to } : null;
}

function shiftedThing(x: DateContext, from: number, at: number, shift: number): DateRead | null {
  const unit = unitOrSeason(x, at);
  if (!unit || isPluralUnit(x, unit.to - 1)) return null;
  const read = shiftUnit(x, from, unit.to, unit.value, shift);
  return read && possessed(x, read);
}

/** "last year's third quarter". */
function possessed(x: DateContext, read: DateRead): DateRead {
  if (keyAt(x, read.to) !== "'" || keyAt(x, read.to + 1) !== "s" || read.timex.length !== 4) return read;
  const found = quarterAt(x, read.to + 2);
  if (found) return { ...read, ...quarterPeriod(Number(read.timex), found.q), to: found.to };
  const unit = x.w.units.longest(x.tokens, read.to + 2);
  if (unit?.value === "quarter" && x.quarter)
    return { ...read, ...quarterPeriod(Number(read.timex), x.quarter.q), to: unit.to };
  return read;
}

function shiftUnit(x: DateContext, from: number, to: number, unit: string, shift: number): DateRead | null {
  const ref = x.ref;
  if (!ref)
    return unit === "hour" || unit === "minute"
      ? null
      : make(from, to, floating(shift < 0 ? "PAST_REF" : shift > 0 ? "FUTURE_REF" : "PRESENT_REF"));
  const [kind, detail] = unit.split(" ") as [string, string | undefined];
  if (detail !== undefined) return shiftNamed(x, from, to, kind, detail, shift);
  if ((kind === "hour" || kind === "minute") && shift !== 0)
    return make(from, to, floating(durationValue(1, kind)));
  const period = shiftedPeriod(ref, kind, shift);
  return period && make(from, to, period);
}

function shiftNamed(
  x: DateContext,
  from: number,
  to: number,
  kind: string,
  detail: string,
  shift: number,
): DateRead {
  const ref = x.ref!;
  if (kind === "season") {
    const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[detail] ?? 1;
    const y =
      shift < 0
        ? ref.m >= start + 3
          ? ref.y
          : ref.y - 1
        : shift > 0
          ? ref.m < start
            ? ref.y
            : ref.y + 1
          : ref.y;
    return make(from, to, seasonPeriod(shift < 0 && ref.m > start + 2 ? ref.y : y, detail));
  }
  const m = Number(detail);
  const y = shift < 0 ? (m < ref.m ? ref.y : ref.y - 1) : shift > 0 ? (m > ref.m ? ref.y : ref.y + 1) : ref.y;
  const day = dayAt(x, to);
  const period =
    day && x.tokens[to]!.kind === NUMBER && isDay(y, m, day.d)
      ? dayPeriod({ y, m, d: day.d })
      : monthPeriod(y, m);
  return make(from, period.timex.length === 10 ? day!.to : to, period);
}

/** "Access Now": a capital right after another is part of a name. */
function isNamePart(x: DateContext, i: number): boolean {
  const before = x.tokens[i - 1];
  return x.tokens[i]!.caps > 0 && before?.kind === WORD && before.caps > 0;
}

/** "now", "recently", "the future". */
export const vague: Rule = (x, i) => {
  const found = x.w.vague.longest(x.tokens, i);
  if (!found || isNamePart(x, i)) return null;
  const period =
    x.ref && found.value === "PRESENT_REF"
      ? { ...dayPeriod(x.ref), timex: "PRESENT_REF" }
      : floating(found.value);
  return make(i, found.to, period);
};

/** "the quarter", "the latest period", "year-earlier": what the text spoke of before. */
export const echoed: Rule = (x, i) => {
  const echo = x.c.echo;
  if (!echo) return null;
  const start = skipArticle(x, i);
  const earlier =
    echo.year.has(keyAt(x, start)) && keyAt(x, start + 1) === "-" && echo.earlier.has(keyAt(x, start + 2));
  if (earlier) return yearEarlier(x, i, start + 3);
  if (start === i) return null;
  const at = echo.same.has(keyAt(x, start)) ? start + 1 : start;
  const key = keyAt(x, at);
  const again = echo.quarter.has(key) || (echo.period.has(key) && at > start);
  if (again && x.quarter) return make(i, at + 1, quarterPeriod(x.quarter.y, x.quarter.q));
  if (echo.quarter.has(key) && at > start && x.ref) return shiftUnit(x, i, at + 1, "quarter", -1);
  if (echo.weekend.has(key) && x.ref)
    return make(i, at + 1, weekendPeriod(addDays(x.ref, weekdayOf(x.ref) >= 6 ? 0 : -7)));
  const next = keyAt(x, at + 1);
  if (echo.year.has(key) && at === start && echo.article.has(keyAt(x, i)) && x.ref)
    return echo.notAfter.has(next) || next === "-" || x.tokens[at + 1]?.kind === NUMBER
      ? null
      : make(i, at + 1, yearPeriod(x.ref.y));
  return null;
};

function yearEarlier(x: DateContext, from: number, at: number): DateRead | null {
  const named = quarterAt(x, at);
  const word = keyAt(x, at);
  const again = x.c.echo?.quarter.has(word) || x.c.echo?.period.has(word);
  const to = named ? named.to : again ? at + 1 : at;
  if (!x.ref) return null;
  const q = named ? { y: quarterYear(x.ref, named.q, false), q: named.q } : x.quarter;
  return make(from, to, q ? quarterPeriod(q.y - 1, q.q) : yearPeriod(x.ref.y - 1));
}

/** Whole phrases for a period: 去年, "hier". */
export const relative: Rule = (x, i) => {
  const found = x.w.relative.longest(x.tokens, i);
  const parts = found && /^([a-z]+)([+-]?\d+)$/.exec(found.value);
  if (!found || !parts) return null;
  const n = Number(parts[2]);
  const period = x.ref ? shiftedPeriod(x.ref, parts[1]!, n) : null;
  return make(i, found.to, period ?? floating(n < 0 ? "PAST_REF" : n > 0 ? "FUTURE_REF" : "PRESENT_REF"));
};
