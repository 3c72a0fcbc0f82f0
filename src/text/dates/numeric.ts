import { slashFraction } from "../numerals/digits.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { type DateContext, type DateRead, yearNear } from "./context.ts";
import { takesTime } from "./day-time.ts";
import { numericRange } from "./numeric-range.ts";
import {
  dayAt,
  endsPhrase,
  fullYear,
  isArticle,
  keyAt,
  make,
  onDay,
  type Rule,
  skipArticle,
  yearAfter,
  yearAt,
} from "./parts.ts";
import {
  dayPeriod,
  halfPeriod,
  isDay,
  monthPeriod,
  parseIso,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
} from "./periods.ts";
import { quarterAt } from "./quarters.ts";
import { monthIsSure } from "./sure-months.ts";

/** 2019-05-14, 14.05.2019, 05/14/2019 and 14/05/19: year first always, else by the order of the language. */
export const numeric: Rule = (x, i) => {
  const parts = numericParts(x, i);
  if (!parts) return numericRange(x, i);
  const [a, b, c] = parts.values;
  const [ta, , tc] = parts.texts;
  let found: [number, number, number] | null = null;
  if (ta.length === 4) found = [a, b, c];
  else if (
    tc.length === 4 ||
    (tc.length === 2 && (parts.mark !== "-" || isLed(x, i) || isDashedDay(x, parts)))
  ) {
    const y = tc.length === 4 ? c : fullYear(c);
    const monthFirstOrder = x.c.pack.dates.order === "mdy" && parts.mark !== ".";
    found = (monthFirstOrder && a <= 12) || b > 12 ? [y, a, b] : [y, b, a];
  }
  if (!found || found[0] < 1000 || found[0] > 2200 || !isDay(...found)) return null;
  return make(i, parts.to, dayPeriod({ y: found[0], m: found[1], d: found[2] }));
};

/** "on 3-23-17": behind a word that leads to days. */
const isLed = (x: DateContext, i: number): boolean =>
  [x.w.from, x.w.since, x.w.until, x.w.before, x.w.afterDate, x.w.dayLeadBack].some(
    words => words.endsBefore(x.tokens, i) !== null,
  );

/** "22-04-16", where dashes are the usual marks of a date: day and month in two digits each. */
const isDashedDay = (x: DateContext, { texts, values }: Numeric): boolean =>
  x.c.pack.dates.dashed === true && texts.every(text => text.length === 2) && values[1] <= 12;

interface Numeric {
  readonly values: readonly [number, number, number];
  readonly texts: readonly [string, string, string];
  readonly mark: string;
  readonly to: number;
}

function numericParts(x: DateContext, i: number): Numeric | null {
  const token = x.tokens[i];
  if (token?.kind !== NUMBER || (!token.gap && x.tokens[i - 1]?.kind === WORD)) return null;
  const whole = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(token.key);
  if (whole && endsPhrase(x, i + 1)) return numericOf([whole[1]!, whole[2]!, whole[3]!], "", i + 1);
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{2,4})$/.exec(token.key);
  if (dotted) return numericOf([dotted[1]!, dotted[2]!, dotted[3]!], ".", i + 1);
  const mark = keyAt(x, i + 1);
  if (isApart(x, i)) return numericOf([token.key, mark, keyAt(x, i + 2)], " ", i + 3);
  if (isPartOfCode(x, i, mark)) return null;
  if ((mark !== "/" && mark !== "-") || keyAt(x, i + 3) !== mark) return null;
  const tokens = [x.tokens[i], x.tokens[i + 2], x.tokens[i + 4]];
  if (!tokens.every(t => t?.kind === NUMBER && /^\d{1,4}$/.test(t.key))) return null;
  const next = x.tokens[i + 5];
  // "-2020-07-01-": a sign that only sets the date off.
  if (next?.key === mark && !next.gap && x.tokens[i + 6]?.gap === false) return null;
  return numericOf([tokens[0]!.key, tokens[1]!.key, tokens[2]!.key], mark, i + 5);
}

/** "18 08 1978": day, month and year apart, in as many digits as they may have, and no other number beside them. */
const isApart = (x: DateContext, i: number): boolean =>
  /^\d\d$/.test(keyAt(x, i)) &&
  /^\d\d$/.test(keyAt(x, i + 1)) &&
  /^(?:19|20)\d\d$/.test(keyAt(x, i + 2)) &&
  x.tokens[i - 1]?.kind !== NUMBER &&
  endsPhrase(x, i + 3);

/** "133-03-03-2020": more digits glued before it. */
const isPartOfCode = (x: DateContext, i: number, mark: string): boolean =>
  keyAt(x, i - 1) === mark &&
  !x.tokens[i]!.gap &&
  x.tokens[i - 1]?.gap === false &&
  x.tokens[i - 2]?.kind === NUMBER;

function numericOf(texts: readonly [string, string, string], mark: string, to: number): Numeric {
  return { texts, values: [Number(texts[0]), Number(texts[1]), Number(texts[2])], mark, to };
}

/** "on 11/20", "from 25/10": month and day in digits, where a word for days stands before. */
export const shortNumeric: Rule = (x, start) => {
  const shift = x.w.shift.longest(x.tokens, skipArticle(x, start));
  const i = shift?.to ?? start;
  const dashed = x.c.pack.dates.dashed === true ? dashedDay(x, i) : null;
  if (dashed) return dashed;
  const [a, slash, b, more] = [x.tokens[i], x.tokens[i + 1], x.tokens[i + 2], x.tokens[i + 3]];
  if (a?.kind !== NUMBER || slash?.key !== "/" || slash.gap || b?.kind !== NUMBER || b.gap) return null;
  if (!/^\d{1,2}$/.test(a.key) || !/^\d{1,2}$/.test(b.key) || (more && !more.gap && more.key === "/"))
    return null;
  const led = !countsFraction(x, i) && isLed(x, i);
  const weekday = x.w.weekdaysBack.endsBefore(x.tokens, i);
  const sure =
    weekday !== null || shift !== null || isDayAlone(a.key, b.key) || followsDay(x, i) || opensRange(x, i);
  const timed = (): boolean => takesTime(x, make(start, i + 3, dayPeriod({ y: 2000, m: 1, d: 1 })));
  if (!led && !sure && !hasDayBehind(x, i + 3) && !timed()) return null;
  const first = Number(a.key) <= 12 && (x.c.pack.dates.order === "mdy" || Number(b.key) > 12);
  const usual: MonthAndDay = first ? [Number(a.key), Number(b.key)] : [Number(b.key), Number(a.key)];
  const [m, d] = byWeekday(x, i, usual) ?? usual;
  const year = keyAt(x, i + 3) === "," ? yearAt(x, i + 4) : null;
  const period = onDay(x, year, m, d);
  return period && make(start, year === null ? i + 3 : i + 5, period);
};

/** "5/3-5/7": another such day right behind, where the two are no pair of fractions ("1/2-3/4"). */
function opensRange(x: DateContext, i: number): boolean {
  if (keyAt(x, i + 3) !== "-" || keyAt(x, i + 5) !== "/") return false;
  const [, , , dash, c, slash, d, more] = x.tokens.slice(i, i + 8);
  if ([dash, c, slash, d].some(t => t?.gap !== false) || (more && !more.gap && more.kind !== SIGN))
    return false;
  const texts = [keyAt(x, i), keyAt(x, i + 2), c!.key, d!.key];
  if (!texts.every(text => /^\d{1,2}$/.test(text))) return false;
  const [m1, d1, m2, d2] = texts.map(Number) as [number, number, number, number];
  return isDay(2000, m1, d1) && isDay(2000, m2, d2) && !(isUsual(m1, d1) && isUsual(m2, d2));
}

/** Halves, thirds, quarters, fifths, eighths and tenths. */
const isUsual = (top: number, bottom: number): boolean =>
  top < bottom && /^(?:[234568]|10)$/.test(String(bottom));

/** "22-04", "05-12": of two digits each, with a nought that no score has. */
function dashedDay(x: DateContext, i: number): DateRead | null {
  const [a, mark, b, more] = [x.tokens[i], x.tokens[i + 1], x.tokens[i + 2], x.tokens[i + 3]];
  const glued = mark?.key === "-" && !mark.gap && b?.kind === NUMBER && !b.gap;
  if (a?.kind !== NUMBER || !glued || (more && !more.gap && !/^[.,;:!?)]$/.test(more.key))) return null;
  const before = x.tokens[i - 1];
  const free = (!before || a.gap || before.key === "(") && more?.kind !== NUMBER;
  const fits = /^\d{2}$/.test(a.key) && /^\d{2}$/.test(b.key) && (a.key[0] === "0" || b.key[0] === "0");
  const period = free && fits ? onDay(x, null, Number(b.key), Number(a.key)) : null;
  return period && make(i, i + 3, period);
}

/** "since 9/11", "the 9/11 attacks": a day of history, where a date of the time at hand would stand alone ("on 9/11"). */
export const namedDate: Rule = (x, start) => {
  const i = skipArticle(x, start);
  const found = x.w.fixedDays.longest(x.tokens, i);
  if (!found || x.tokens[found.to]?.key === "/") return null;
  const next = x.tokens[found.to];
  const bound = [x.w.since, x.w.before, x.w.afterDate].some(
    words => words.endsBefore(x.tokens, start) !== null,
  );
  const names =
    next?.kind === WORD && !x.c.stop.has(next.key) && x.w.meridiem.longest(x.tokens, found.to) === null;
  const day = bound || names ? parseIso(found.value) : null;
  return day && make(i, found.to, dayPeriod(day));
};

type MonthAndDay = readonly [number, number];

/** "Friday 7/6": the other way round where that day, and not the usual one, is on the weekday named beside it. */
function byWeekday(x: DateContext, i: number, [m, d]: MonthAndDay): MonthAndDay | null {
  const before = x.w.weekdaysBack.endsBefore(x.tokens, i);
  const named = x.w.weekdays.longest(x.tokens, before?.to ?? i + 3);
  if (!named || !x.ref) return null;
  const { ref } = x;
  const fits = (month: number, day: number): boolean => {
    const y = yearNear(ref, month, day);
    return isDay(y, month, day) && weekdayOf({ y, m: month, d: day }) === named.value;
  };
  return !fits(m, d) && fits(d, m) ? [d, m] : null;
}

/** 22/04, 05/12: no fraction has a nought before a digit, and 25/11 hardly is one. */
const isDayAlone = (a: string, b: string): boolean =>
  /^0\d/.test(a) ||
  /^0\d/.test(b) ||
  (Number(a) > 12 && Number(a) < 32 && Number(b) < 13 && `${a}/${b}` !== "24/7");

/** Behind another such day: "20/11, 22/11 o 25/11", "10/1-11/7". */
function followsDay(x: DateContext, i: number): boolean {
  let at = skipArticleBack(x, i) - 1;
  if (x.tokens[at]?.kind !== NUMBER) at--;
  const behind =
    x.tokens[at]?.kind === NUMBER &&
    keyAt(x, at - 1) === "/" &&
    x.tokens[at - 2]?.kind === NUMBER &&
    at + 3 >= i - 1;
  const usual = (k: number): boolean => isUsual(Number(keyAt(x, k)), Number(keyAt(x, k + 2)));
  return behind && !(usual(at - 2) && usual(i));
}

/** "10/1 से 11/7 तक", "5/12 शुक्रवार": before the second end of a range of such days, or a weekday. */
function hasDayBehind(x: DateContext, i: number): boolean {
  if (x.w.rangeClose === null) return false;
  const join = keyAt(x, i) === "-" ? null : x.w.to.longest(x.tokens, i);
  const at = join?.to ?? i;
  if (join && x.tokens[at]?.kind === NUMBER && keyAt(x, at + 1) === "/") return true;
  return x.w.weekdays.longest(x.tokens, i) !== null || x.w.rangeClose.longest(x.tokens, i) !== null;
}

const skipArticleBack = (x: DateContext, i: number): number => (isArticle(x, i - 1) ? i - 1 : i);

/** "van 1/4 mijl", "de 1/2 litro": a fraction of what is named behind it. */
function countsFraction(x: DateContext, i: number): boolean {
  const next = x.tokens[i + 3];
  if (slashFraction(x.tokens, i) === null || !next || next.kind === SIGN || next.kind === NUMBER)
    return false;
  return x.c.units.longest(x.tokens, i + 3) !== null || x.c.of.has(next.key);
}

/** "am 28.10.", "vom 22.04 bis": day and month with a stop between, behind a word that leads to days. */
export const dottedDay: Rule = (x, i) => {
  if (x.c.pack.ordinalStops !== true) return null;
  const parts = /^(\d{1,2})\.(\d{1,2})$/.exec(keyAt(x, i));
  if (!parts || x.tokens[i]!.kind !== NUMBER) return null;
  const stop = keyAt(x, i + 1) === "." && !x.tokens[i + 1]!.gap;
  const led = x.w.bareDayLead.endsBefore(x.tokens, i) ?? x.w.weekdaysBack.endsBefore(x.tokens, i);
  if (!led || !(stop || parts[2]!.length === 2)) return null;
  const period = onDay(x, null, Number(parts[2]), Number(parts[1]));
  return period && make(i, stop ? i + 2 : i + 1, period);
};

/** "2019-Q1", "2019 H2", "2017 April": the year stands first. */
export const yearFirst: Rule = (x, i) => {
  const y = yearAt(x, i);
  if (y === null) return null;
  const glued = keyAt(x, i + 1) === "-" && !x.tokens[i + 1]!.gap;
  const at = glued ? i + 2 : i + 1;
  const found = quarterAt(x, at);
  if (found) return make(i, found.to, found.half ? halfPeriod(y, found.q) : quarterPeriod(y, found.q));
  const season = x.w.rangeClose === null ? null : x.w.seasons.longest(x.tokens, at);
  if (season) return make(i, season.to, seasonPeriod(y, season.value));
  const month = x.w.months.longest(x.tokens, at);
  if (!month || x.tokens[at]!.kind !== WORD || !monthIsSure(x, at, month.to)) return null;
  const day = dayAt(x, month.to);
  const after = yearAfter(x, month.to);
  if (day || after) return null;
  return make(i, month.to, monthPeriod(y, month.value));
};
