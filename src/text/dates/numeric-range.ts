import { NUMBER } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { keyAt, make, onDay, type Rule } from "./parts.ts";
import { type Day, isDay, isoOf, type Period } from "./periods.ts";

const MOST_NUMBERS = 6;

/** "2/29-3/1/2019", "10-1-2018-10-7-2018": two days in digits with a dash and no space between them. */
export const numericRange: Rule = (x, i) => {
  const dashed = x.c.pack.dates.dashed === true ? dashedRange(x, i) : null;
  if (dashed) return dashed;
  const mark = keyAt(x, i + 1);
  if ((mark !== "/" && mark !== "-") || x.tokens[i + 1]!.gap || x.tokens[i + 3]?.gap !== false) return null;
  const { texts, marks, to } = gluedNumbers(x, i);
  const ends =
    texts.length === MOST_NUMBERS && marks[2] === "-" && marks[0] === marks[1] && marks[3] === marks[4]
      ? [texts.slice(0, 3), texts.slice(3)]
      : texts.length === 5 && marks.join("") === "/-//"
        ? [[...texts.slice(0, 2), texts[4]!], texts.slice(2)]
        : null;
  const days = ends?.map(parts => dayOf(x, parts)) ?? [];
  const [first, last] = days;
  if (!first || !last || isoOf(first) >= isoOf(last)) return null;
  const [start, end] = [isoOf(first), isoOf(last)];
  return make(i, to, { timex: `${start}/${end}`, start, end });
};

/** "van 1-10 tot 7-11": two days behind a word that opens a range, where dashes are the usual marks of a date. */
function dashedRange(x: DateContext, i: number): DateRead | null {
  const opened = x.w.from.endsBefore(x.tokens, i);
  const first = opened && dashedDay(x, i);
  const join = first && x.w.to.longest(x.tokens, i + 3);
  const last = join && keyAt(x, i + 3) !== "-" ? dashedDay(x, join.to) : null;
  if (!opened || !first || !last || first.start === "" || last.start <= first.start) return null;
  const { start } = first;
  return make(opened.to, join!.to + 3, { timex: `${start}/${last.end}`, start, end: last.end });
}

/** A day and its month with a dash between them, and nothing more glued to them. */
function dashedDay(x: DateContext, i: number): Period | null {
  const { texts, to } = gluedNumbers(x, i);
  const [d, m] = texts.map(Number);
  const fits = to === i + 3 && texts.every(text => /^\d{1,2}$/.test(text)) && keyAt(x, i + 1) === "-";
  return fits && m! <= 12 ? onDay(x, null, m!, d!) : null;
}

/** Numbers joined by "-" or "/" without a space. */
function gluedNumbers(
  x: DateContext,
  i: number,
): { texts: readonly string[]; marks: readonly string[]; to: number } {
  const texts = [keyAt(x, i)];
  const marks: string[] = [];
  let to = i + 1;
  while (texts.length <= MOST_NUMBERS && /^[-/]$/.test(keyAt(x, to)) && x.tokens[to]!.gap === false) {
    const next = x.tokens[to + 1];
    if (next?.kind !== NUMBER || next.gap) break;
    marks.push(keyAt(x, to));
    texts.push(next.key);
    to += 2;
  }
  return { texts, marks, to };
}

/** A day by the order of the language, its year last. */
function dayOf(x: DateContext, parts: readonly string[]): Day | null {
  if (!/^\d{1,2},\d{1,2},\d{4}$/.test(parts.join(","))) return null;
  const [a, b, y] = parts.map(Number) as [number, number, number];
  const [m, d] = (x.c.pack.dates.order === "mdy" && a <= 12) || b > 12 ? [a, b] : [b, a];
  return isDay(y, m, d) ? { y, m, d } : null;
}
