import { SIGN, WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { keyAt } from "./parts.ts";

/** "May", "march" and the like are months only where a date speaks for it; in Dutch it is the capital that makes a name ("Jan"). */
export function monthIsSure(x: DateContext, i: number, to: number): boolean {
  const token = x.tokens[i]!;
  if (!x.c.unsureMonths.has(token.key)) return true;
  if (x.c.pack.dates.smallMonths) return token.caps === 0;
  if (token.caps === 0) return stoodByDate(x, i, to);
  if (!x.c.vagueMonths.has(token.key)) return !counts(x, i, to);
  const before = keyAt(x, i - 1);
  const next = x.tokens[to];
  if (before === "$" && !token.gap) return false;
  return (
    x.c.yearBefore.has(before) ||
    x.w.shift.longest(x.tokens, i - 1) !== null ||
    !next ||
    next.kind === SIGN ||
    next.key === "and" ||
    joinsMonth(x, to)
  );
}

/** "Sept personnes": a number that begins its sentence. */
const counts = (x: DateContext, i: number, to: number): boolean =>
  x.tokens[to]?.kind === WORD && x.c.numerals.words.longest(x.tokens, i)?.to === to;

/** "May to October": a month follows the word that joins a range. */
function joinsMonth(x: DateContext, i: number): boolean {
  const join = x.w.to.longest(x.tokens, i);
  return join !== null && x.w.months.longest(x.tokens, join.to) !== null;
}

/** The month before a word that joins a range, in whatever letters. */
const monthJoinedBefore = (x: DateContext, i: number): boolean =>
  x.w.to.longest(x.tokens, i - 1)?.to === i && x.w.months.longest(x.tokens, i - 2)?.to === i - 1;

/** "mid may", "the end of march", "3rd week of mar", "from may to october": what stands beside it makes a month of a word in small letters. */
function stoodByDate(x: DateContext, i: number, to: number): boolean {
  const opened = x.w.from.endsBefore(x.tokens, i) !== null;
  if (
    (opened && joinsMonth(x, to)) ||
    (monthJoinedBefore(x, i) &&
      (x.w.from.endsBefore(x.tokens, i - 2) !== null || !x.c.unsureMonths.has(keyAt(x, i - 2))))
  )
    return true;
  for (let from = i - 1; from >= Math.max(0, i - 3); from--)
    if ((x.w.modifier.longest(x.tokens, from) ?? x.w.partOf.longest(x.tokens, from))?.to === i) return true;
  return (
    x.w.join.longest(x.tokens, i - 1)?.to === i && (x.w.units.longest(x.tokens, i - 2)?.to ?? 0) === i - 1
  );
}
