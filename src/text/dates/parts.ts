import { readNumber } from "../numerals/numerals.ts";
import { BREAK, NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { type DateContext, type DateRead, yearNear } from "./context.ts";
import { dayPeriod, floating, isDay, type Period } from "./periods.ts";

/** Reads a date that starts at token `i`, or null. */
export type Rule = (x: DateContext, i: number) => DateRead | null;

/** A found date from a period. */
export const make = (from: number, to: number, { timex, start, end }: Period, counts = false): DateRead => ({
  from,
  to,
  timex,
  start,
  end,
  counts,
  length: null,
  clock: null,
});

/** Key of a token, empty past the ends. */
export const keyAt = (x: DateContext, i: number): string => x.tokens[i]?.key ?? "";

/** Digits without marks and nothing glued to them. */
export function wholeAt(x: DateContext, i: number, digits: RegExp): number | null {
  const token = x.tokens[i];
  if (token?.kind !== NUMBER || !digits.test(token.key)) return null;
  const before = x.tokens[i - 1];
  if (
    before &&
    !token.gap &&
    ((before.kind === WORD && before.key !== x.c.pack.numbers.prefixAnd) ||
      before.key === "$" ||
      before.key === "£" ||
      before.key === "€" ||
      before.key === "#")
  )
    return null;
  return Number(token.key);
}

/** A year of four digits at token `i`. */
export function yearAt(x: DateContext, i: number): number | null {
  const year = wholeAt(x, i, /^\d{4}$/);
  if (year === null || year < 1000 || year > 2200) return null;
  const after = x.tokens[i + 1];
  return after && !after.gap && after.kind === WORD ? null : year;
}

/** "14", "14th", "1st", "eighth" as a day of the month; `to` after its ending. */
export function dayAt(x: DateContext, i: number): { d: number; to: number } | null {
  const digits = wholeAt(x, i, /^\d{1,2}$/);
  if (digits !== null) {
    const next = x.tokens[i + 1];
    const glued =
      next !== undefined && (!next.gap || (x.c.pack.dates.order === "dmy" && next.key.length > 1));
    const ending = glued && (next.kind === WORD || next.key === "°") && x.c.ordinalEndings.has(next.key);
    if (next && !next.gap && next.kind === WORD && !ending) return null;
    // "1.º de julio".
    if (next?.key === "." && !next.gap && x.c.ordinalEndings.has(keyAt(x, i + 2)) && !x.tokens[i + 2]!.gap)
      return digits >= 1 && digits <= 31 ? { d: digits, to: i + 3 } : null;
    return digits >= 1 && digits <= 31 ? { d: digits, to: ending ? i + 2 : i + 1 } : null;
  }
  const word = x.w.ordinals.longest(x.tokens, i);
  return word && word.value <= 31 ? { d: word.value, to: word.to } : null;
}

/** Nothing follows that a number could count. */
export const endsPhrase = (x: DateContext, i: number): boolean =>
  x.tokens[i] === undefined ||
  (x.tokens[i]!.kind === SIGN && !/^[%/:.]$/.test(x.tokens[i]!.key)) ||
  (x.tokens[i]!.key === "." && x.tokens[i + 1]?.kind !== NUMBER) ||
  (x.tokens[i]!.kind === WORD && x.c.stop.has(x.tokens[i]!.key));

/** The token after up to two words that may stand between day, month and year. */
export function skipJoin(x: DateContext, i: number): number {
  const [sign, next] = [x.tokens[i], x.tokens[i + 1]];
  // "Dec-2018", "01/aug/2019".
  if (sign && (sign.key === "-" || sign.key === "/") && !sign.gap && next && !next.gap) return i + 1;
  const join = x.w.join.longest(x.tokens, i);
  if (!join) return i;
  const more = x.w.join.longest(x.tokens, join.to);
  return more ? more.to : join.to;
}

/** "dos años pasados": the word behind a unit that places it, unless it places what follows ("30 minutes cette semaine"). */
export function shiftBehind(x: DateContext, i: number): { value: number; to: number } | null {
  const words = x.c.pack.dates.shiftAfter ? x.w.shiftBehind : x.w.placedBehind;
  const found = words.longest(x.tokens, i);
  const next = found && found.value === 0 ? x.w.units.longest(x.tokens, found.to) : null;
  return next ? null : found;
}

const CLAUSE = 12;

/** "three years ago", "drie jaar terug"; "terug" belongs to its verb in "ik ben over drie jaar terug". */
export function awayAt(x: DateContext, i: number): { value: number; to: number } | null {
  const found = x.w.after.longest(x.tokens, i);
  if (!found || !x.w.particles.has(keyAt(x, i))) return found;
  for (let k = i - 1; k >= Math.max(0, i - CLAUSE) && x.tokens[k]!.kind !== BREAK; k--)
    if (x.w.particleVerbs.has(keyAt(x, k))) return null;
  return found;
}

/** "this past Friday", "este próximo viernes": of two words that place what follows, the second tells where. */
export function shiftAt(x: DateContext, i: number): { value: number; to: number } | null {
  const first = x.w.shift.longest(x.tokens, i);
  const second = first?.value === 0 ? x.w.shift.longest(x.tokens, first.to) : null;
  return second ?? first;
}

/** بين سبتمبر ونوفمبر: "and" is glued to the name behind it. */
export function gluedAnd(x: DateContext, i: number): { to: number } | null {
  const and = x.c.pack.numbers.prefixAnd;
  const glued = and !== undefined && keyAt(x, i).startsWith(and) && keyAt(x, i).length > and.length;
  const name = glued ? (x.w.months.longest(x.tokens, i) ?? x.w.weekdays.longest(x.tokens, i)) : null;
  return name && { to: i };
}

/** Whether the token is an article by itself. */
export const isArticle = (x: DateContext, i: number): boolean =>
  i >= 0 && x.w.article.longest(x.tokens, i)?.to === i + 1;

/** The token after an article. */
export function skipArticle(x: DateContext, i: number): number {
  const article = x.w.article.longest(x.tokens, i);
  return article ? article.to : i;
}

/** The year after a day and month, past ", " or "de". */
export function yearAfter(x: DateContext, i: number): { y: number; to: number } | null {
  const at = x.w.yearJoin.longest(x.tokens, i)?.to ?? skipJoin(x, i);
  const y = yearAt(x, at) ?? null;
  if (y !== null) return { y, to: at + 1 };
  const words = yearInWords(x, at);
  if (words) return words;
  const short = shortYear(x, at);
  if (short) return short;
  const shifted = shiftedYear(x, at);
  return shifted;
}

/** From here on two digits are of the last century. */
const PIVOT = 40;

/** The year that two digits stand for. */
export const fullYear = (n: number): number => (n < PIVOT ? 2000 + n : 1900 + n);

/** No day of the month is more. */
const MOST_DAYS = 31;

/** "abril del 87", "August '19": two digits, with an apostrophe or too many for a day, that count nothing. */
function shortYear(x: DateContext, i: number): { y: number; to: number } | null {
  const mark = /^['’]$/.test(keyAt(x, i)) && x.tokens[i + 1]?.gap === false;
  const at = mark ? i + 1 : i;
  const token = x.tokens[at];
  if (token?.kind !== NUMBER || !/^\d{2}$/.test(token.key) || !endsPhrase(x, at + 1)) return null;
  const n = Number(token.key);
  if (!mark && (n <= MOST_DAYS || keyAt(x, at - 1) === ",")) return null;
  return { y: fullYear(n), to: at + 1 };
}

/** "last year", "this year", "do ano que vem", "de l'année dernière" after a month or a holiday. */
export function shiftedYear(x: DateContext, i: number): { y: number; to: number } | null {
  if (!x.ref) return null;
  const shift = x.w.shift.longest(x.tokens, skipArticle(x, i));
  const unit = shift && x.w.units.longest(x.tokens, shift.to);
  if (shift && unit?.value === "year") return { y: x.ref.y + shift.value, to: unit.to };
  const phrase = x.w.relative.longest(x.tokens, i);
  const years = phrase && /^year([+-]?\d+)$/.exec(phrase.value);
  if (years) return { y: x.ref.y + Number(years[1]), to: phrase.to };
  const year = x.c.pack.dates.shiftAfter ? x.w.units.longest(x.tokens, skipArticle(x, i)) : null;
  const after = year?.value === "year" && !isPluralUnit(x, year.to - 1) ? shiftBehind(x, year.to) : null;
  return after && { y: x.ref.y + after.value, to: after.to };
}

/** Earlier years are hardly written in words. */
const LEAST_SPOKEN = 1500;

/** "negentienhonderd zesentachtig": the hundreds apart from the rest. */
function hundredsAndYears(
  x: DateContext,
  hundreds: { value: number; to: number },
): { y: number; to: number } | null {
  const rest = readNumber(x.tokens, hundreds.to, x.c.numerals);
  if (!rest?.words || !Number.isInteger(rest.value) || rest.value < 1 || rest.value > 99) return null;
  return { y: hundreds.value + rest.value, to: rest.to };
}

/** "nineteen ninety-six", "two thousand and three". */
export function yearInWords(x: DateContext, i: number): { y: number; to: number } | null {
  const token = x.tokens[i];
  if (token?.kind !== WORD) return null;
  const first = readNumber(x.tokens, i, x.c.numerals);
  if (!first?.words || first.fraction) return null;
  if (first.value >= LEAST_SPOKEN && first.value <= 2100 && (first.scaled || first.value % 100 !== 0))
    return { y: first.value, to: first.to };
  if (first.value >= LEAST_SPOKEN && first.value < 2000) return hundredsAndYears(x, first);
  if (first.value < 16 || first.value > 20 || !Number.isInteger(first.value)) return null;
  const and = x.c.pack.numbers.prefixAnd;
  if (and !== undefined && keyAt(x, first.to).startsWith(and)) return null;
  const second = readNumber(x.tokens, first.to, x.c.numerals);
  if (!second?.words || second.value < 10 || second.value > 99 || !Number.isInteger(second.value))
    return null;
  return { y: first.value * 100 + second.value, to: second.to };
}

/** The day of a month; the year nearest to publication when none is given. */
export function onDay(x: DateContext, year: number | null, m: number, d: number): Period | null {
  const two = (n: number): string => String(n).padStart(2, "0");
  const y = year ?? (x.ref ? yearNear(x.ref, m, d) : null);
  if (y !== null && isDay(y, m, d)) return dayPeriod({ y, m, d });
  // "30 February 2019": a date as it stands, of no day.
  return d <= MOST_DAYS && m >= 1 && m <= 12 ? floating(`${year ?? "XXXX"}-${two(m)}-${two(d)}`) : null;
}

/** Plurals of units that do not shift: "last years" is no period. */
export const isPluralUnit = (x: DateContext, i: number): boolean => x.c.pluralUnits.has(keyAt(x, i));

/** The token after a word for "year" that follows its number. */
export function trailingYearWord(x: DateContext, at: number): number {
  return x.c.pack.dense || x.c.pack.dates.yearAfter === true
    ? (x.w.yearWords.longest(x.tokens, at)?.to ?? at)
    : at;
}
